"""A chosen chip with a cross: pressing it takes away what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, mix, scaled_font, unit
from magdesk.ui.widgets.focus import RESERVE, paint_ring
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT, _PADDING, _CROSS, _GAP = 28.0, 11.0, 13.0, 5.0


class ClosableChip(PaintedButton):
    """Always looks chosen; ``clicked`` asks to take it away."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(scaled_font(self, 1.0, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size that shows everything."""
        one, metrics = unit(self), self.fontMetrics()
        beside = 2 * (_PADDING + RESERVE) + _CROSS + _GAP
        height = max(_HEIGHT * one, metrics.height() + 6 * one) + 2 * RESERVE * one
        return QSize(round(metrics.horizontalAdvance(self.text()) + beside * one + 0.5),
                     round(height))  # fmt: skip

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which it can still be read."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, one, theme)
        inset = RESERVE * one + 0.75
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        share = 0.16 if self.isDown() else 0.06 if self.underMouse() else 0.0
        painter.setBrush(mix(theme.color("tint"), theme.color("text"), share))
        painter.setPen(QPen(theme.color("accent"), 1.5 * one))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        ink = theme.color("on_tint")
        side = _CROSS * one
        right = shape.right() - _PADDING * one
        cross = QRectF(right - side, shape.center().y() - side / 2, side, side)
        paint_icon(painter, cross, "close", ink)
        painter.setPen(ink)
        words = shape.adjusted(_PADDING * one, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
