"""Table and detail beside one another, or, where there is no room, one over the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.widgets.drawn import Drawn

PANE_LEAST, _PANE_USUAL = 270.0, 300.0
"""Widths of the detail in u."""


class _HairlineHandle(Drawn, QSplitterHandle):
    """A hairline that can be dragged."""

    def draw(self, painter: QPainter, theme: Theme, _one: float) -> None:
        painter.fillRect(self.rect(), theme.color("line"))


class TableAndDetail(QSplitter):
    """Beside one another the detail is open unless closed; over the table it opens when asked."""

    arranged = Signal()
    moved = Signal()

    def __init__(self, table: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._table, self._detail = table, detail
        self._table_least = 0
        self.pane_width_u = _PANE_USUAL
        self.open_beside, self._open_over = True, False
        self.over = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(table)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._note_move)

    @property
    def is_open(self) -> bool:
        return self._open_over if self.over else self.open_beside

    def restore(self, pane_width_u: float, is_open: bool) -> None:
        """Take up the width and state of an earlier day."""
        self.pane_width_u = max(PANE_LEAST, pane_width_u)
        self.open_beside = is_open
        """Whether the detail is open where there is room for both."""
        self._arrange()

    def set_table_least(self, width: int) -> None:
        """Set the width in pixels below which the table loses what it has to show."""
        if width != self._table_least:
            self._table_least = width
            self._arrange()

    def set_open(self, is_open: bool) -> None:
        if self.over:
            self._open_over = is_open
        else:
            self.open_beside = is_open
        self._arrange()

    def createHandle(self) -> QSplitterHandle:
        return _HairlineHandle(self.orientation(), self)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(PANE_LEAST * unit(self)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        one = unit(self)
        least = round(PANE_LEAST * one)
        over = self.width() < self._table_least + self.handleWidth() + least
        if over and not self.over:
            self._open_over = self._is_read()
        self.over = over
        is_open = self.is_open
        self._table.setVisible(not (over and is_open))
        self._detail.setVisible(is_open)
        self._table.setMinimumWidth(0 if over else self._table_least)
        self._detail.setMinimumWidth(0 if over else least)
        if is_open and not over:
            space = self.width() - self.handleWidth()
            pane = min(round(self.pane_width_u * one), space - self._table_least)
            self.setSizes([space - pane, pane])
        self.arranged.emit()

    def _is_read(self) -> bool:
        """Whether the focus was last in the detail: then it stays where room becomes short."""
        focused: QWidget | None = self.focusWidget()
        if focused is None:
            return False
        return self._detail.isAncestorOf(focused)

    def _note_move(self) -> None:
        if self.is_open and not self.over:
            self.pane_width_u = self._detail.width() / unit(self)
            self.moved.emit()
