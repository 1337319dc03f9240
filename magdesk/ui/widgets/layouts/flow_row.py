"""Widgets side by side that go on in a further line where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.layouts.layout_parts import Arranged, PartsLayout, Places

Line = list[tuple[QWidget, QSize]]
"""Widgets that are shown, each with the least that it takes, asked once."""


class FlowRow(PartsLayout):
    """Some widgets flow from the left, the others stand at the right end of the last line.

    Where that has no room for them, they get a line of their own. Sizes are those of
    ``sizeHint``, but one may be elastic: it takes what is left up to its greatest width. Hidden
    widgets take no room.
    """

    def __init__(self, spacing: int = 0) -> None:
        super().__init__()
        self._spacing = spacing
        self._flowing: Sequence[QWidget] = ()
        self._trailing: Sequence[QWidget] = ()
        self._elastic: QWidget | None = None

    def set_widgets(
        self,
        flowing: Sequence[QWidget],
        trailing: Sequence[QWidget],
        elastic: QWidget | None = None,
    ) -> None:
        """Take these widgets in, in their order; ``elastic`` is one of them."""
        self._flowing, self._trailing, self._elastic = flowing, trailing, elastic
        for widget in (*flowing, *trailing):
            self.add(widget)

    def clear(self) -> None:
        """Let go of every widget; who made them takes them down."""
        self._flowing, self._trailing, self._elastic = (), (), None
        self._parts.clear()
        self.invalidate()

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._spacing = round(self._spacing * share)

    def sizeHint(self) -> QSize:
        line = [*self._shown(self._flowing), *self._shown(self._trailing)]
        return QSize(self._width(line), _height(line))

    def minimumSize(self) -> QSize:
        """As narrow as the widest of the widgets, or as what stands at the right end."""
        trailing = self._width(self._shown(self._trailing))
        widest = max((size.width() for _, size in self._shown(self._flowing)), default=0)
        width = max(1, self.geometry().width())
        return QSize(max(trailing, widest), self.heightForWidth(width))

    def arranged(self, width: int) -> Arranged:
        part_of = {part.body: part for part in self._parts}
        trailing = self._shown(self._trailing)
        places: Places = []
        top = 0
        for line in self._lines(self._shown(self._flowing), trailing, width):
            room = QRect(0, top, width, _height(line))
            placed = self._placed_in(line, trailing, room)
            places += [(part_of[widget], box) for widget, box in placed]
            top += room.height() + self._spacing
        return places, top - self._spacing

    def _lines(self, flowing: Line, trailing: Line, width: int) -> list[Line]:
        lines: list[Line] = [[]]
        for sized in flowing:
            if lines[-1] and self._width([*lines[-1], sized]) > width:
                lines.append([])
            lines[-1].append(sized)
        if lines[-1] and self._width([*lines[-1], *trailing]) > width:
            lines.append([])
        lines[-1].extend(trailing)
        return lines

    def _placed_in(
        self, line: Line, trailing: Line, room: QRect
    ) -> Iterator[tuple[QWidget, QRect]]:
        spare = max(0, room.width() - self._width(line))
        left = 0
        for widget, least in line:
            size = QSize(least)
            if widget is self._elastic:
                size.setWidth(min(size.width() + spare, widget.maximumWidth()))
            if trailing and widget is trailing[0][0]:
                stretched = size.width() - least.width()
                left = max(left, room.width() - self._width(trailing) - stretched)
            above = (room.height() - size.height()) // 2
            yield widget, QRect(QPoint(left, room.top() + above), size)
            left += size.width() + self._spacing

    def _shown(self, widgets: Sequence[QWidget]) -> Line:
        return [(each, self._least(each)) for each in widgets if not each.isHidden()]

    def _least(self, widget: QWidget) -> QSize:
        """The size that a widget asks for, within its limits; an elastic one can be narrower."""
        size = widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
        if widget is self._elastic:
            size.setWidth(widget.minimumWidth())
        return size

    def _width(self, line: Line) -> int:
        gaps = self._spacing * max(0, len(line) - 1)
        return sum(size.width() for _, size in line) + gaps


def _height(line: Line) -> int:
    return max((size.height() for _, size in line), default=0)
