"""Qt's own boxes and grids with their distances set in one step."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

Box = TypeVar("Box", bound=QLayout)

_ROUNDS = 16
"""A change of height goes up by one level of layouts a round."""


def spaced(box: Box, gap: float = 0, *around: float) -> Box:
    """Return the box with ``gap`` pixels between its parts, and none around it unless told.

    ``around`` is left, top, right and bottom, or two lengths: at the sides, and above and below.
    """
    sides = around * 2 if len(around) == 2 else around or (0, 0, 0, 0)
    left, top, right, bottom = map(round, sides)
    box.setContentsMargins(left, top, right, bottom)
    box.setSpacing(round(gap))
    return box


def let_wrap(widget: QWidget, across: QSizePolicy.Policy) -> None:
    """Let the widget grow down as far as its width asks for."""
    policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def lay_out_now() -> None:
    """Let what changed its height tell it to all around it before anything is painted."""
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
