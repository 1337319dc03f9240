"""A flat drop-down in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.field import draw_field_frame, field_height

_SIDE, _ICON, _BESIDE = 10.0, 15.0, 8.0


class DropDown(Drawn, QComboBox):
    """Chooses one of several; long names are elided and stand whole in the tooltip.

    ``fits_texts`` makes it as wide as its longest text; else it takes the width there is.
    """

    def __init__(self, parent: QWidget | None = None, *, fits_texts: bool = False) -> None:
        super().__init__(parent)
        self._fits_texts = fits_texts
        across = QSizePolicy.Policy.Preferred if fits_texts else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.model().rowsInserted.connect(self.updateGeometry)
        self.model().rowsRemoved.connect(self.updateGeometry)

    def measure(self, one: float) -> tuple[float, float]:
        wide = 160 * one
        if self._fits_texts:
            texts = [self.itemText(row) for row in range(self.count())]
            longest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
            wide = longest + (_SIDE + _ICON + _BESIDE + 6) * one
        return wide, field_height(self, one)

    def least(self, one: float) -> tuple[float, float]:
        return 90 * one, field_height(self, one)

    def event(self, event: QEvent) -> bool:
        """Show the whole name as a tooltip; kept as one, it would be read after the value."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            from PySide6.QtWidgets import QToolTip  # not for the first window

            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: reading on must not change what is chosen."""
        event.ignore()

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        draw_field_frame(painter, self, theme, one, focused=self.hasFocus())
        side = _ICON * one
        left = self.width() - side - _BESIDE * one
        arrow = QRectF(left, self.height() / 2 - side / 2, side, side)
        paint_icon(painter, arrow, "chevron_down", theme.color("text2"))
        words = QRectF(self.rect()).adjusted(_SIDE * one, 0, 0, 0)
        words.setRight(arrow.left() - 4 * one)
        painter.setPen(theme.color("text"))
        shown = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width() + 1)
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
