"""Buttons that unfold something, and tell it each time."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractButton

from magdesk.ui.widgets.access.accessible_roles import as_unfolding
from magdesk.ui.widgets.access.announce import announce


def as_expander(button: QAbstractButton) -> None:
    """Tell a checkable button as one that unfolds something, expanded while it is checked."""
    as_unfolding(button)
    button.toggled.connect(_Unfolding(button).tell)


class _Unfolding(QObject):
    """Tells that the button which owns it unfolded something, or folded it away."""

    @Slot()
    def tell(self) -> None:
        """Tell it to whoever listens."""
        changed: Any = QAccessible.State()
        changed.expanded = changed.collapsed = True
        button = self.parent()
        if isinstance(button, QAbstractButton):
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))
            if button.hasFocus() and sys.platform.startswith("linux"):
                # Qt does not pass this change on
                words = self.tr("expanded") if button.isChecked() else self.tr("collapsed")
                announce(button, words)
