"""A chosen thing that can be taken out: its name and a cross."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, scaled_font
from magdesk.ui.widgets.focus import RESERVE
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT = 30.0
_PADDING = 11.0
_CROSS = 13.0
_GAP = 6.0


class RemovableChip(PaintedButton):
    """Pressing it takes out what it names; its accessible name says so."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(self.tr("Take out: {}").format(text))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words_font(self) -> QFont:
        return scaled_font(self, 0.97, 500)

    def measure(self, one: float) -> tuple[float, float]:
        metrics = QFontMetricsF(self._words_font())
        words = metrics.horizontalAdvance(self.text())
        height = max(_HEIGHT * one, metrics.height() + 8 * one)
        width = words + (2 * (_PADDING + RESERVE) + _GAP + _CROSS) * one
        return width, height + 2 * RESERVE * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        shape = self.draw_pill(painter, theme, one, chosen=True)
        ink = theme.color("on_tint")
        side = _CROSS * one
        left = shape.right() - (_PADDING - 1) * one - side
        cross = QRectF(left, shape.center().y() - side / 2, side, side)
        paint_icon(painter, cross, "close", ink)
        painter.setPen(ink)
        painter.setFont(self._words_font())
        words = shape.adjusted(_PADDING * one, 0, 0, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
