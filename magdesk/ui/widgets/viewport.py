"""The part of a scroll area that scrolls."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea, *, filled: bool) -> QWidget:
    """Give the area a viewport made here, opaque or clear, and return it.

    Asked for the one that Qt makes, the binding loads every class of widget to find which it is:
    3 MB.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(filled)
    area.setViewport(viewport)
    return viewport
