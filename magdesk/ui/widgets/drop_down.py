"""A flat drop-down in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.focus import LEAST_TARGET

_HEIGHT, _RADIUS, _SIDE, _ICON = 32.0, 6.0, 10.0, 15.0


class DropDown(QComboBox):
    """Chooses one of several; long names are elided and stand whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.currentTextChanged.connect(self.setToolTip)

    def sizeHint(self) -> QSize:
        """As high as a field."""
        one = unit(self)
        height = max(_HEIGHT * one, self.fontMetrics().height() + 8 * one, LEAST_TARGET)
        return QSize(round(160 * unit(self)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(round(90 * unit(self)), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: reading on must not change what is computed."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, text and arrow; a strong frame while the keyboard is here."""
        theme, one = current_theme(), unit(self)
        width = ((3.0 if theme.contrast else 2.0) if self.hasFocus() else 1.0) * one
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("focus" if self.hasFocus() else "control"), width))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        side = _ICON * one
        arrow = QRectF(self.width() - side - 8 * one, self.height() / 2 - side / 2, side, side)
        paint_icon(painter, arrow, "chevron_down", theme.color("text2"))
        words = QRectF(self.rect()).adjusted(_SIDE * one, 0, 0, 0)
        words.setRight(arrow.left() - 4 * one)
        painter.setPen(theme.color("text"))
        shown = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
