"""Where the label is typed or pasted: several lines in a painted frame."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.field import InFrame, draw_field_frame
from magdesk.ui.widgets.scroll import SlimScrollBar

_HEIGHT = 92.0


class _Edit(InFrame, QPlainTextEdit):
    """Tab leaves it; the frame around shows whether the focus is here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def caret(self) -> tuple[str, int]:
        return self.toPlainText(), self.textCursor().position()


class LabelText(Drawn, QFrame):
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

    def measure(self, one: float) -> tuple[float, float]:
        return round(240 * one), self._height(one)

    def least(self, one: float) -> tuple[float, float]:
        return round(120 * one), self._height(one)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        draw_field_frame(painter, self, theme, one, focused=self.edit.hasFocus())

    def _height(self, one: float) -> float:
        return round(max(_HEIGHT * one, 4.5 * self.fontMetrics().lineSpacing()))

    def _tell(self) -> None:
        self.typed.emit(self.text())
