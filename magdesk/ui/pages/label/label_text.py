"""Where the label is typed or pasted: several lines in a painted frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.scroll import SlimScrollBar

_HEIGHT = 92.0
_RADIUS = 6.0


class _Edit(QPlainTextEdit):
    """Tab leaves it; the frame around shows whether the focus is here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paint_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_frame()

    def _paint_frame(self) -> None:
        frame = self.parentWidget()
        if frame is not None:
            frame.update()


class LabelText(QFrame):
    """``typed`` tells the text whenever it is another one."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Edit(self)
        self.edit.setObjectName("label.text")
        self.edit.setAccessibleIdentifier("label.text")
        self.edit.setAccessibleName(self.tr("The label"))
        self.edit.setPlaceholderText(
            self.tr("For example: magnesium bisglycinate 1000 mg, 2 capsules a day")
        )
        column = QVBoxLayout(self)
        one = unit(self)
        side, top = round(6 * one), round(3 * one)
        column.setContentsMargins(side, top, side, top)
        column.addWidget(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._tell)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text that somebody else knows already; nothing is told."""
        if text == self.text():
            return
        blocked = self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        one = unit(self)
        height = max(_HEIGHT * one, 4.5 * self.fontMetrics().lineSpacing())
        return QSize(round(240 * one), round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(120 * unit(self)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, one = current_theme(), unit(self)
        focused = self.edit.hasFocus()
        width = ((3.0 if theme.contrast else 2.0) if focused else 1.0) * one
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("focus" if focused else "control"), width))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        painter.end()

    def _tell(self) -> None:
        self.typed.emit(self.text())
