"""A layout of choices in columns of one width, each row as high as its highest choice."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QWidget

from magdesk.ui.widgets.layouts.layout_parts import Part, PartsLayout

_Boxes = list[tuple[Part, QRect]]


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
        self.setContentsMargins(0, 0, 0, 0)

    def add_across(self, part: QWidget | QLayout) -> None:
        """Add a part that takes the whole width."""
        self._across.add(len(self._parts))
        self.add(part)

    def columns_at(self, width: int) -> int:
        """The number of columns at this width."""
        columns = self._columns
        while columns > 1 and (width - self._gap * (columns - 1)) / columns < self._least:
            columns //= 2
        return columns

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(QRect(0, 0, width, 0))
        return max((box.bottom() + 1 for _, box in boxes), default=0)

    def sizeHint(self) -> QSize:
        return QSize(self._columns * (self._least + self._gap), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for part, box in self._boxes(rect):
            part.place(box)

    def _boxes(self, rect: QRect) -> _Boxes:
        columns = self.columns_at(rect.width())
        boxes: _Boxes = []
        top = rect.top()
        for row in self._rows(columns):
            wide = rect.width() if row[1] else self._breadth(rect.width(), columns)
            tall = max(part.height(wide) for part in row[0])
            for place, part in enumerate(row[0]):
                left = rect.left() + place * (wide + self._gap)
                boxes.append((part, QRect(left, top, wide, tall)))
            top += tall + self._gap
        return boxes

    def _breadth(self, width: int, columns: int) -> int:
        return (width - self._gap * (columns - 1)) // columns

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
