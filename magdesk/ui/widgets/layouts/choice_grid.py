"""A layout of choices in columns of one width, each row as high as its highest choice."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QWidget

from magdesk.ui.widgets.layouts.layout_parts import (
    Arranged,
    Part,
    PartsLayout,
    Places,
    lowest,
)


class ChoiceGrid(PartsLayout):
    """Choices from left to right; fewer columns where they would get narrower than ``least``.

    Four columns become two, two become one. All sizes are pixels.
    """

    def __init__(self, columns: int, least: float, gap: float) -> None:
        super().__init__()
        self._columns = columns
        self._least = round(least)
        self._gap = round(gap)
        self._across: set[int] = set()

    def add_across(self, part: QWidget | QLayout) -> None:
        """Add a part that takes the whole width."""
        self._across.add(len(self._parts))
        self.add(part)

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._least, self._gap = round(self._least * share), round(self._gap * share)

    def columns_at(self, width: int) -> int:
        columns = self._columns
        while columns > 1 and (width - self._gap * (columns - 1)) / columns < self._least:
            columns //= 2
        return columns

    def sizeHint(self) -> QSize:
        return QSize(self._columns * (self._least + self._gap), 0)

    def arranged(self, width: int) -> Arranged:
        columns = self.columns_at(width)
        places: Places = []
        top = 0
        for row in self._rows(columns):
            across = 1 if row[1] else columns
            edges = [round(place * (width + self._gap) / across) for place in range(across + 1)]
            widths = [right - left - self._gap for left, right in pairwise(edges)]
            tall = max(part.height(wide) for part, wide in zip(row[0], widths, strict=False))
            for part, left, wide in zip(row[0], edges, widths, strict=False):
                places.append((part, QRect(left, top, wide, tall)))
            top += tall + self._gap
        return places, lowest(places)

    def _rows(self, columns: int) -> list[tuple[list[Part], bool]]:
        rows: list[tuple[list[Part], bool]] = []
        for number, part in enumerate(self._parts):
            if part.is_empty:
                continue
            across = number in self._across
            if across or not rows or rows[-1][1] or len(rows[-1][0]) == columns:
                rows.append(([part], across))
            else:
                rows[-1][0].append(part)
        return rows
