"""The base of controls that paint themselves: a button with a focus ring and hover."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from magdesk.ui.widgets.focus import RingMemory


class PaintedButton(QAbstractButton):
    """A button whose subclass draws it; remembers whether the ring is to be shown."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = RingMemory()
        self.setText(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def identifier(self, value: str) -> None:
        """Set what tests and assistive tools find it by."""
        self.setObjectName(value)
        self.setAccessibleIdentifier(value)

    def ring_shown(self) -> bool:
        """Return whether the focus ring is to be painted now."""
        return self.hasFocus() and self._ring.shown

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring once keys are used."""
        self._ring.key_pressed()
        super().keyPressEvent(event)
