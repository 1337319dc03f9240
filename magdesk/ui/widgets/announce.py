"""Telling screen readers what changed where the focus is not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, message: str) -> None:
    """Have a running screen reader say the message, politely; nothing where it is empty."""
    if not message:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not for the first window

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
