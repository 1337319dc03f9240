"""What a layout of wrapping parts holds: a widget or a layout, asked and placed in few steps.

A result holds some eighty of these. Through Qt's own items each question to one of them goes from
Python to C++ and back, several times for one answer.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import delete, isValid


class Part:
    """One widget or layout in a layout that knows the height of its parts for every width."""

    __slots__ = ("_at", "_own", "_wraps", "body", "item")

    def __init__(self, body: QWidget | QLayout) -> None:
        self.body = body
        self.item: QLayoutItem = QWidgetItem(body) if isinstance(body, QWidget) else body
        """What Qt is given where it asks."""
        self._own = None if self.item is body else self.item
        self._wraps: bool | None = None
        self._at: QRect | None = None

    def __del__(self) -> None:
        """Delete the item: once Qt saw it, the binding leaves that to Qt, and Qt does not do it."""
        if self._own is not None and isValid(self._own):
            delete(self._own)

    def give_up(self) -> QLayoutItem:
        """Return the item for good, to who deletes it."""
        self._own = None
        return self.item

    @property
    def is_empty(self) -> bool:
        """Whether it takes no room now."""
        return self.body.isHidden() if isinstance(self.body, QWidget) else self.body.isEmpty()

    def holds(self, widget: QWidget) -> bool:
        return self.body is widget

    def natural_width(self) -> int:
        return self.item.sizeHint().width()

    def height(self, width: int) -> int:
        if self._does_wrap():
            return self.body.heightForWidth(width)
        return self.item.sizeHint().height()

    def place(self, rect: QRect) -> None:
        """Give it its place; what does not wrap is never larger than it asks for."""
        if self.body is self.item or not self._does_wrap():
            self.item.setGeometry(rect)
        elif self._at != rect:
            self._at = rect
            self.body.setGeometry(rect)

    def _does_wrap(self) -> bool:
        """Whether its height follows its width; a layout may be filled at any time."""
        if self._wraps is None or self.body is self.item:
            self._wraps = self.body.hasHeightForWidth()
        return self._wraps


Places = list[tuple[Part, QRect]]
Arranged = tuple[Places, int]


def adopt(layout: QLayout, body: QWidget | QLayout) -> Part:
    """Make a widget or layout a child of the layout, and return it as its part."""
    if isinstance(body, QWidget):
        layout.addChildWidget(body)
    else:
        layout.addChildLayout(body)
    return Part(body)


class PartsLayout(QLayout):
    """A layout of parts that wrap; ``arranged`` of a subclass says where they go."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self._known: dict[int, Arranged] = {}
        """By width within the margins."""
        self.setContentsMargins(0, 0, 0, 0)

    def arranged(self, width: int) -> Arranged:
        """Return where the parts go in this width, from its corner, and the height of all."""
        raise NotImplementedError

    def add(self, part: QWidget | QLayout) -> None:
        self._parts.append(adopt(self, part))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        raise NotImplementedError("parts are added with add")

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._parts[index].item if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._parts.pop(index).give_up() if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self.contentsMargins()
        inside = self._placed(width - around.left() - around.right())
        return inside[1] + around.top() + around.bottom()

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def minimumSize(self) -> QSize:
        """Return nothing: all parts wrap, and asking each of them takes long on a full page."""
        return QSize(0, 0)

    def invalidate(self) -> None:
        self._known.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        for part, place in self._placed(inside.width())[0]:
            part.place(place.translated(inside.topLeft()))

    def _placed(self, width: int) -> Arranged:
        known = self._known.get(width)
        if known is None:
            known = self._known[width] = self.arranged(width)
        return known


def lowest(places: Places) -> int:
    """Return the height that holds all these places; 0 where there are none."""
    return max((place.bottom() + 1 for _, place in places), default=0)
