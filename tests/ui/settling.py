"""What is due in the window happens before a test looks."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

_ROUNDS = 8
"""Each event may post further ones; rounds with nothing to do cost nothing."""


def settle() -> None:
    """Let everything that is due happen, deletions included."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
