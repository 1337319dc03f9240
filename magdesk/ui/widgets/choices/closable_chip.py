"""A chosen chip with a cross: pressing it takes away what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, scaled_font
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT, _PADDING, _CROSS, _GAP = 28.0, 11.0, 13.0, 5.0


class ClosableChip(PaintedButton):
    """Always looks chosen; ``clicked`` asks to take it away."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(scaled_font(self, 1.0, 500))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self, one: float) -> tuple[float, float]:
        metrics = self.fontMetrics()
        beside = 2 * (_PADDING + RESERVE) + _CROSS + _GAP
        height = max(_HEIGHT * one, metrics.height() + 6 * one)
        return metrics.horizontalAdvance(self.text()) + beside * one, height + 2 * RESERVE * one

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
