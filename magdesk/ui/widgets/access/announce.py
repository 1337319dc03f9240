"""Telling screen readers what changed where the focus is not."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

_NOTICE = "said"
LATER_MS = 500
"""By then the focus is told to be elsewhere, and the old description is not said."""


def announce(widget: QWidget, message: str) -> None:
    """Have a running screen reader say the message, politely; nothing where it is empty.

    Orca knows announcements from version 45 on. Each version reads a new description of the control
    that has the focus; in a table that is a cell, which is none of the widgets, and each version
    reads a notice that is shown.
    """
    if not message:
        return
    focused = QApplication.focusWidget() if sys.platform.startswith("linux") else None
    if isinstance(focused, QAbstractItemView):
        _show_notice(focused.window(), message)
        return
    if focused is not None:
        told = focused.accessibleDescription() or focused.toolTip()  # as Qt tells it
        if not told.startswith(message):
            _describe(focused, message)
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first window

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def tell_on_arrival(control: QWidget, message: str) -> None:
    """Have the message read with a control, to which the focus goes next.

    Announced after the focus came, it would be read twice: with the control, and as what changed.
    """
    if control.hasFocus():
        announce(control, message)
    else:
        _describe(control, message)


def _describe(focused: QWidget, message: str) -> None:
    told = focused.findChild(_Told)
    if told is None:
        told = _Told(focused)
    told.tell(message)


def _show_notice(window: QWidget, message: str) -> None:
    from magdesk.ui.widgets.access.accessible_roles import as_notice

    notice = window.findChild(QWidget, _NOTICE, Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(notice, QWidget):
        notice = QWidget(window)
        notice.setObjectName(_NOTICE)
        notice.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        notice.resize(1, 1)
    notice.hide()
    as_notice(notice, message)
    notice.show()


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
            QTimer.singleShot(LATER_MS, self, self._put_back)
        return False

    def _put_back(self) -> None:
        if not isValid(self._focused) or self._focused.hasFocus():
            return
        if self._focused.accessibleDescription() == self._message:
            self._focused.setAccessibleDescription(self._usual)
        self._message = self._usual
