"""Widgets side by side that go on in a further line where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

Line = list[QWidget]


class FlowRow(QWidget):
    """Some widgets flow from the left, the others stand at the right end of the last line.

    Where that has no room for them, they get a line of their own. Sizes are those of
    ``sizeHint``, but one may be elastic: it takes what is left up to its greatest width. Hidden
    widgets take no room.
    """

    def __init__(self, spacing: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._flowing: Sequence[QWidget] = ()
        self._trailing: Sequence[QWidget] = ()
        self._elastic: QWidget | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_widgets(
        self,
        flowing: Sequence[QWidget],
        trailing: Sequence[QWidget],
        elastic: QWidget | None = None,
    ) -> None:
        """Take these widgets in, in their order; ``elastic`` is one of them."""
        self._flowing, self._trailing, self._elastic = flowing, trailing, elastic
        self._heights.clear()
        for widget in (*flowing, *trailing):
            widget.setParent(self)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width; the layout asks for it again and again."""
        height = self._heights.get(width)
        if height is None:
            lines = self._lines(width)
            height = sum(_height(line) for line in lines) + self._spacing * (len(lines) - 1)
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        """All in one line."""
        all_shown = [*_shown(self._flowing), *_shown(self._trailing)]
        return QSize(self._width(all_shown), _height(all_shown))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of the widgets, or as what stands at the right end."""
        trailing = self._width(_shown(self._trailing))
        widest = max((self._breadth(widget) for widget in _shown(self._flowing)), default=0)
        return QSize(max(trailing, widest), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when one of the widgets grows, comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self._place()
            self.updateGeometry()
            return True
        return super().event(event)

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

    def _place(self) -> None:
        top = 0
        trailing = _shown(self._trailing)
        for line in self._lines(self.width()):
            height, spare = _height(line), max(0, self.width() - self._width(line))
            left = 0
            for widget in line:
                size = QSize(self._breadth(widget), widget.sizeHint().height())
                if widget is self._elastic:
                    size.setWidth(min(size.width() + spare, widget.maximumWidth()))
                if trailing and widget is trailing[0]:
                    stretched = size.width() - self._breadth(widget)
                    left = max(left, self.width() - self._width(trailing) - stretched)
                widget.resize(size)
                widget.move(QPoint(left, top + (height - size.height()) // 2))
                left += size.width() + self._spacing
            top += height + self._spacing

    def _breadth(self, widget: QWidget) -> int:
        """The least width of a widget."""
        return widget.minimumWidth() if widget is self._elastic else widget.sizeHint().width()

    def _width(self, line: Sequence[QWidget]) -> int:
        gaps = self._spacing * max(0, len(line) - 1)
        return sum(self._breadth(widget) for widget in line) + gaps


def _shown(widgets: Sequence[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if not widget.isHidden()]


def _height(line: Sequence[QWidget]) -> int:
    return max((widget.sizeHint().height() for widget in line), default=0)
