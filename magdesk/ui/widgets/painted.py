"""The base of controls that paint themselves: a button with a focus ring and hover."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from magdesk.ui.look.theme import Theme, mix
from magdesk.ui.widgets.access.focus import RESERVE, paint_ring
from magdesk.ui.widgets.drawn import Drawn, Ringed


class PaintedButton(Ringed, Drawn, QAbstractButton):
    """A button whose subclass draws it; remembers whether the ring is to be shown."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._tell_toggle)

    def setChecked(self, checked: bool) -> None:
        """Check or uncheck it; nobody clicked it."""
        before, self._told = self._told, True
        super().setChecked(checked)
        self._told = before

    def nextCheckState(self) -> None:
        """Change with a click, which tells of itself."""
        before, self._told = self._told, True
        super().nextCheckState()
        self._told = before

    def _tell_toggle(self, checked: bool) -> None:
        """Pass on what an assistive tool did: it toggles without a click."""
        if not self._told and (checked or not self.autoExclusive()):
            # the binding's stubs do not know that a signal may have two signatures
            self.clicked[bool].emit(checked)  # type: ignore[index]

    def draw_pill(self, painter: QPainter, theme: Theme, one: float, *, chosen: bool) -> QRectF:
        """Draw a chip with its ring, in the tint where it is chosen; return its shape."""
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, one, theme)
        inset = RESERVE * one + 0.75
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        share = 0.16 if self.isDown() else 0.06 if self.underMouse() else 0.0
        painter.setBrush(
            mix(theme.color("tint" if chosen else "surface"), theme.color("text"), share)
        )
        line = theme.color("accent" if chosen else "line2")
        painter.setPen(QPen(line, (1.5 if chosen else 1.0) * one))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        return shape
