"""Widgets side by side that go on in a further line where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.layouts.layout_parts import Arranged, PartsLayout, Places

Line = list[QWidget]


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
        all_shown = [*_shown(self._flowing), *_shown(self._trailing)]
        return QSize(self._width(all_shown), _height(all_shown))

    def minimumSize(self) -> QSize:
        """As narrow as the widest of the widgets, or as what stands at the right end."""
        trailing = self._width(_shown(self._trailing))
        widest = max((self._breadth(widget) for widget in _shown(self._flowing)), default=0)
        width = max(1, self.geometry().width())
        return QSize(max(trailing, widest), self.heightForWidth(width))

    def arranged(self, width: int) -> Arranged:
        part_of = {part.body: part for part in self._parts}
        places: Places = []
        top = 0
        for line in self._lines(width):
            room = QRect(0, top, width, _height(line))
            places += [(part_of[widget], box) for widget, box in self._placed_in(line, room)]
            top += room.height() + self._spacing
        return places, top - self._spacing

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = [[]]
        for widget in _shown(self._flowing):
            if lines[-1] and self._width([*lines[-1], widget]) > width:
                lines.append([])
            lines[-1].append(widget)
        trailing = _shown(self._trailing)
        if lines[-1] and self._width([*lines[-1], *trailing]) > width:
            lines.append([])
        lines[-1].extend(trailing)
        return lines

    def _placed_in(self, line: Line, room: QRect) -> Iterator[tuple[QWidget, QRect]]:
        trailing = _shown(self._trailing)
        spare = max(0, room.width() - self._width(line))
        left = 0
        for widget in line:
            size = QSize(self._breadth(widget), _least(widget).height())
            if widget is self._elastic:
                size.setWidth(min(size.width() + spare, widget.maximumWidth()))
            if trailing and widget is trailing[0]:
                stretched = size.width() - self._breadth(widget)
                left = max(left, room.width() - self._width(trailing) - stretched)
            above = (room.height() - size.height()) // 2
            yield widget, QRect(QPoint(left, room.top() + above), size)
            left += size.width() + self._spacing

    def _breadth(self, widget: QWidget) -> int:
        """The least width of a widget."""
        return widget.minimumWidth() if widget is self._elastic else _least(widget).width()

    def _width(self, line: Sequence[QWidget]) -> int:
        gaps = self._spacing * max(0, len(line) - 1)
        return sum(self._breadth(widget) for widget in line) + gaps


def _shown(widgets: Sequence[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if not widget.isHidden()]


def _height(line: Sequence[QWidget]) -> int:
    return max((_least(widget).height() for widget in line), default=0)


def _least(widget: QWidget) -> QSize:
    """The size that a widget asks for, within the limits that it was given."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
