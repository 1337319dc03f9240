"""Qt's own boxes and grids with their distances set in one step."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLayout

Box = TypeVar("Box", bound=QLayout)


def spaced(box: Box, gap: float = 0, *around: float) -> Box:
    """Return the box with ``gap`` pixels between its parts, and none around it unless told.

    ``around`` is left, top, right and bottom, or two lengths: at the sides, and above and below.
    """
    sides = around * 2 if len(around) == 2 else around or (0, 0, 0, 0)
    left, top, right, bottom = map(round, sides)
    box.setContentsMargins(left, top, right, bottom)
    box.setSpacing(round(gap))
    return box
