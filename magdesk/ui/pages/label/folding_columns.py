"""Two columns that scroll together; where room is short, the second stands below the first."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.scroll import ScrollArea

_BREAKPOINT = 820.0
"""A window of 900u less the rail."""
_EDGE = 18.0
_GAP = 22.0


class FoldingColumns(ScrollArea):
    """Put widgets into ``left`` and ``right``; the left column is ``left_width`` u wide."""

    def __init__(self, left_width: float) -> None:
        super().__init__()
        self._left_width = left_width
        self.folded: bool | None = None
        self.content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.content)
        self._sides = (QWidget(self.content), QWidget(self.content))
        self.left, self.right = (QVBoxLayout(side) for side in self._sides)
        for layout in (self.left, self.right):
            layout.setContentsMargins(0, 0, 0, 0)
        for side in self._sides:
            self._columns.addWidget(side)
        self.set_canvas(self.content)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.folded is not None:
            self._measure()
            self.folded = None
            self._fold()

    def _measure(self) -> None:
        one = unit(self)
        edge = round(_EDGE * one)
        self._columns.setContentsMargins(edge, round(14 * one), edge, round(14 * one))
        self._columns.setSpacing(round(_GAP * one))
        for layout in (self.left, self.right):
            layout.setSpacing(round(8 * one))

    def _fold(self) -> None:
        one = unit(self)
        folded = self.width() < _BREAKPOINT * one
        if folded == self.folded:
            return
        self.folded = folded
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        left, right = self._sides
        least, most = (0, 16_777_215) if folded else (round(self._left_width * one),) * 2
        left.setMinimumWidth(least)
        left.setMaximumWidth(most)
        self._columns.setStretch(0, 0)
        self._columns.setStretch(1, 1)
        right.setMinimumWidth(0)
