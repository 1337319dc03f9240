"""Telling screen readers what changed where the focus is not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid


def announce(widget: QWidget, message: str) -> None:
    """Have a running screen reader say the message, politely; nothing where it is empty.

    Orca knows announcements from version 45 on, and each version reads a new description of the
    control that has the focus. In a table the focus is a cell, which is none of the widgets.
    """
    if not message:
        return
    focused = QApplication.focusWidget() if sys.platform.startswith("linux") else None
    if focused is not None and not isinstance(focused, QAbstractItemView):
        _describe(focused, message)
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first window

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def _describe(focused: QWidget, message: str) -> None:
    told = focused.findChild(_Told)
    if told is None:
        told = _Told(focused)
    told.tell(message)


class _Told(QObject):
    """What was said last stands as the description until the focus goes on."""

    def __init__(self, focused: QWidget) -> None:
        super().__init__(focused)
        self._focused = focused
        self._usual = focused.accessibleDescription()
        self._message = ""
        focused.installEventFilter(self)

    def tell(self, message: str) -> None:
        """Describe the control by the message."""
        if self._focused.accessibleDescription() != self._message:
            self._usual = self._focused.accessibleDescription()
        self._message = message
        self._focused.setAccessibleDescription(message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._put_back)  # once the focus is told to be elsewhere
        return False

    def _put_back(self) -> None:
        if not isValid(self._focused):
            return
        if self._focused.accessibleDescription() == self._message:
            self._focused.setAccessibleDescription(self._usual)
        self._message = self._usual
