"""A layout of groups in two columns, read down the first and then down the second."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from magdesk.ui.widgets.layouts.layout_parts import (
    Arranged,
    Part,
    PartsLayout,
    Places,
    lowest,
)


class GroupColumns(PartsLayout):
    """Keeps the order of the groups, and parts them where both columns are about equally high.

    Below ``two_from`` pixels there is one column. Gaps are pixels.
    """

    def __init__(self, two_from: float, gap: float, gap_below: float) -> None:
        super().__init__()
        self._two_from = round(two_from)
        self._gap = round(gap)
        self._gap_below = round(gap_below)
        self._cut: int | None = None
        """Where the second column begins; set with the first look, so that nothing jumps later."""

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._two_from = round(self._two_from * share)
        self._gap, self._gap_below = round(self._gap * share), round(self._gap_below * share)
        self._cut = None

    def sizeHint(self) -> QSize:
        return QSize(self._two_from, 0)

    def arranged(self, width: int) -> Arranged:
        if width < self._two_from or len(self._parts) < 2:
            places = self._stacked(self._parts, 0, width)
        else:
            wide = (width - self._gap) // 2
            cut = self._first_of_second(wide)
            first = self._stacked(self._parts[:cut], 0, wide)
            places = first + self._stacked(self._parts[cut:], wide + self._gap, wide)
        return places, lowest(places)

    def _first_of_second(self, width: int) -> int:
        if self._cut is None:
            heights = [part.height(width) + self._gap_below for part in self._parts]
            cuts = range(1, len(heights))
            self._cut = min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
        return self._cut

    def _stacked(self, parts: list[Part], left: int, width: int) -> Places:
        places: Places = []
        top = 0
        for part in parts:
            if part.is_empty:
                continue
            tall = part.height(width)
            places.append((part, QRect(left, top, width, tall)))
            top += tall + self._gap_below
        return places
