"""Widgets side by side that go on in a further line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.layouts.layout_parts import PartsLayout

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
        self._known: dict[int, list[Line]] = {}
        """By width, what stands in each line."""
        self.setContentsMargins(0, 0, 0, 0)

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

    # --- what Qt asks -----------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        lines = self._lines(width - around.left() - around.right())
        tall = sum(_height(line) for line in lines) + self._spacing * (len(lines) - 1)
        return tall + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        all_shown = [*_shown(self._flowing), *_shown(self._trailing)]
        return QSize(self._width(all_shown), _height(all_shown))

    def minimumSize(self) -> QSize:
        """As narrow as the widest of the widgets, or as what stands at the right end."""
        trailing = self._width(_shown(self._trailing))
        widest = max((self._breadth(widget) for widget in _shown(self._flowing)), default=0)
        width = max(1, self.geometry().width())
        return QSize(max(trailing, widest), self.heightForWidth(width))

    def invalidate(self) -> None:
        self._known.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            self._place(line, QRect(inside.left(), top, inside.width(), _height(line)))
            top += _height(line) + self._spacing

    # --- where the widgets go ---------------------------------------------------------------

    def _lines(self, width: int) -> list[Line]:
        known = self._known.get(width)
        if known is None:
            known = self._known[width] = self._parted(width)
        return known

    def _parted(self, width: int) -> list[Line]:
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

    def _place(self, line: Line, room: QRect) -> None:
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
            widget.setGeometry(room.left() + left, room.top() + above, size.width(), size.height())
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
