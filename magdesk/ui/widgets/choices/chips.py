"""Chips that filter, and tags that mark."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, current_theme, scaled_font
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.painted import PaintedButton

TagKind = Literal["accent", "caution", "neutral"]

_HEIGHT = 28.0
_PADDING = 11.0
_TICK, _CROSS, _CROSS_GAP = 14.0, 13.0, 5.0
_TAG_PADDING = 6.0
_TAG_TOKENS: dict[str, tuple[str, str, str | None]] = {
    "accent": ("accent", "on_accent", None),
    "caution": ("caution_tint", "caution_text", "caution_line"),
    "neutral": ("sunken", "text2", None),
}


class _Pill(PaintedButton):
    """A word in a round frame, and perhaps a sign beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(scaled_font(self, 1.0, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def beside(self) -> float:
        """Return the width in u of the sign, with its distance from the word."""
        raise NotImplementedError

    def measure(self, one: float) -> tuple[float, float]:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text())
        height = max(_HEIGHT * one, metrics.height() + 6 * one)
        around = 2 * (_PADDING + RESERVE) + self.beside()
        return width + around * one, height + 2 * RESERVE * one


class Chip(_Pill):
    """A filter that is on or off; on shows a tick, a tint and an edge."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.toggled.connect(self.updateGeometry)

    def beside(self) -> float:
        return _TICK + 2 if self.isChecked() else 0

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        shape = self.draw_pill(painter, theme, one, chosen=self.isChecked())
        ink = theme.color("on_tint" if self.isChecked() else "text2")
        words = shape
        if self.isChecked():
            side = _TICK * one
            left = shape.x() + (_PADDING - 2) * one
            square = QRectF(left, shape.center().y() - side / 2, side, side)
            paint_icon(painter, square, "check", ink)
            words = shape.adjusted(square.right() + 2 * one - shape.x(), 0, 0, 0)
            words.setRight(shape.right() - (_PADDING - 2) * one)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class Tag(Drawn, QLabel):
    """A short mark in colour; the word says it all, the colour adds nothing."""

    def __init__(self, text: str, kind: TagKind = "accent", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.setFont(scaled_font(self, 0.86, 650))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self, one: float) -> tuple[float, float]:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return words + 2 * (_TAG_PADDING + 1) * one + 1, self.fontMetrics().height() + 6 * one

    def draw(self, painter: QPainter, _theme: Theme, one: float) -> None:
        painter.setFont(self.font())
        paint_tag(painter, QRectF(self.rect()), self.text(), self.kind, one)


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


class ClosableChip(_Pill):
    """Always looks chosen; ``clicked`` asks to take it away."""

    def beside(self) -> float:
        return _CROSS + _CROSS_GAP

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        shape = self.draw_pill(painter, theme, one, chosen=True)
        ink = theme.color("on_tint")
        side = _CROSS * one
        right = shape.right() - _PADDING * one
        cross = QRectF(right - side, shape.center().y() - side / 2, side, side)
        paint_icon(painter, cross, "close", ink)
        painter.setPen(ink)
        words = shape.adjusted(_PADDING * one, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
