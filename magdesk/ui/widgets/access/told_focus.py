"""Telling a screen reader that a text field has the focus, so that it is always heard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


class ToldFocus:
    """Call ``came`` when the focus comes to a field, ``left`` when it goes.

    Orca looks at a caret that moved some time after it did. Where the field has the focus by then,
    Orca takes it as focused already and says nothing of it.
    """

    def __init__(self) -> None:
        self._left_at: object = None

    def came(self, field: QWidget, caret: object) -> None:
        """Begin anew where the caret is not where the focus left it."""
        if caret != self._left_at:
            self._left_at = caret
            forget_told(field)

    def left(self, caret: object) -> None:
        """Remember the caret."""
        self._left_at = caret


def forget_told(field: QWidget) -> None:
    """Have all that was told of a field belong to an interface that is gone."""
    if QAccessible.isActive():
        told = QAccessible.queryAccessibleInterface(field)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(told))


def tell_focus(widget: QWidget) -> None:
    """Tell that a widget has the focus, once a list opened below it, or closed."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))
