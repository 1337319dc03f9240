"""Chips that filter, and tags that mark."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, mix, scaled_font, unit
from magdesk.ui.widgets.focus import RESERVE, paint_ring
from magdesk.ui.widgets.painted import PaintedButton

TagKind = Literal["accent", "caution", "neutral"]

_HEIGHT = 28.0
_PADDING = 11.0
_TICK = 14.0
_TAG_PADDING = 6.0
_TAG_TOKENS: dict[str, tuple[str, str, str | None]] = {
    "accent": ("accent", "on_accent", None),
    "caution": ("caution_tint", "caution_text", "caution_line"),
    "neutral": ("sunken", "text2", None),
}


class Chip(PaintedButton):
    """A filter that is on or off; on shows a tick, a tint and an edge."""

    _size: QSize | None = None
    _measured: QFont | None = None

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setFont(scaled_font(self, 1.0, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.remeasure)

    def setText(self, text: str) -> None:
        """Show this text."""
        super().setText(text)
        self.remeasure()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything; a row of chips asks for it again and again."""
        font = self.font()
        if self._size is None or font != self._measured:
            self._measured = font
            one = unit(self)
            words = self.fontMetrics().horizontalAdvance(self.text())
            tick = (_TICK + 2) * one if self.isChecked() else 0.0
            height = max(_HEIGHT * one, self.fontMetrics().height() + 6 * one)
            width = words + tick + 2 * (_PADDING + RESERVE) * one
            self._size = QSize(round(width + 0.5), round(height + 2 * RESERVE * one))
        return self._size

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can still be read."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = RESERVE * one + 0.75
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, one, theme)
        on = self.isChecked()
        fill = theme.color("tint" if on else "surface")
        share = 0.16 if self.isDown() else 0.06 if self.underMouse() else 0.0
        painter.setBrush(mix(fill, theme.color("text"), share))
        edge = QPen(theme.color("accent" if on else "line2"), (1.5 if on else 1.0) * one)
        painter.setPen(edge)
        radius = shape.height() / 2
        painter.drawRoundedRect(shape, radius, radius)
        ink = theme.color("on_tint" if on else "text2")
        words = shape
        if on:
            side = _TICK * one
            left = shape.x() + (_PADDING - 2) * one
            square = QRectF(left, shape.center().y() - side / 2, side, side)
            paint_icon(painter, square, "check", ink)
            words = shape.adjusted(square.right() + 2 * one - shape.x(), 0, 0, 0)
            words.setRight(shape.right() - (_PADDING - 2) * one)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def remeasure(self) -> None:
        """Take the size that its text and tick need now."""
        self._size = None
        self.updateGeometry()


class Tag(QLabel):
    """A short mark in colour; the word says it all, the colour adds nothing."""

    def __init__(self, text: str, kind: TagKind = "accent", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.setFont(scaled_font(self, 0.86, 650))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        one = unit(self)
        words = self.fontMetrics().horizontalAdvance(self.text())
        height = self.fontMetrics().height() + 6 * one
        return QSize(round(words + 2 * (_TAG_PADDING + 1) * one + 1), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can still be read."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_tag(painter, QRectF(self.rect()), self.text(), self.kind, unit(self))
        painter.end()


def paint_tag(painter: QPainter, rect: QRectF, text: str, kind: TagKind, unit: float) -> None:
    """Paint a tag into the rectangle, in the painter's font."""
    theme = current_theme()
    fill, ink, line = _TAG_TOKENS[kind]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is None and theme.contrast and kind == "neutral":
        line = "line2"
    painter.setPen(QPen(theme.color(line), unit) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4 * unit, 4 * unit)
    painter.setPen(theme.color(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
