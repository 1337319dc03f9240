"""The map: arrows go from cell to cell, Enter opens, Tab leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from magdesk.ui.grids.column_fitting import column_widths
from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid
from magdesk.ui.grids.grid_metrics import (
    MapLook,
    line_height,
    map_look,
    widest_word,
    width_of,
    wrapped,
)
from magdesk.ui.look.theme import current_theme, theme_notifier
from magdesk.ui.pages.evidence.map_cells import CellDelegate, height_in, least_width, wanted_width
from magdesk.ui.pages.evidence.map_headings import (
    CornerPainter,
    FormHeader,
    OutcomeHeader,
    heading_least,
    heading_lines,
)
from magdesk.ui.pages.evidence.map_model import CELL_ROLE, EvidenceModel
from magdesk.ui.widgets.focus import RingMemory, paint_ring
from magdesk.ui.widgets.scroll import SlimScrollBar

Index = QModelIndex | QPersistentModelIndex

_MOST = 200.0
"""A column grows no wider than this in u."""
_SHORT_NAMES_BELOW = 820.0
"""Under this width in u the names of the forms may take two lines."""
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EvidenceMap(QTableView):
    """Always has a current cell; ``opened`` by keyboard, ``picked`` by mouse."""

    opened = Signal()
    picked = Signal()
    moved = Signal()
    copy_asked = Signal()
    measured = Signal()

    def __init__(self, grid: EvidenceGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.look = map_look(self)
        self.names_width = 0.0
        self.hovered = (-1, -1)
        self._ring = RingMemory()
        self._ready = False
        self._set_behaviour()
        self.setHorizontalHeader(OutcomeHeader(self))
        self.setVerticalHeader(FormHeader(self))
        self.setModel(EvidenceModel(grid, self))
        self.setItemDelegate(CellDelegate(self))
        self._corner = CornerPainter(self)
        self.setCurrentIndex(self.model().index(0, 0))
        theme_notifier().changed.connect(self._repaint)
        self._ready = True
        self.fit()

    @property
    def current_place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        return self.currentIndex().row(), self.currentIndex().column()

    @property
    def current_cell(self) -> Cell | None:
        """The current cell; None only for an empty map."""
        cell: Cell | None = self.currentIndex().data(CELL_ROLE)
        return cell

    def show_cell(self, form: str, outcome: str) -> bool:
        """Go to the cell of this form and outcome; False where there is none."""
        place = self.grid.place_of(form, outcome)
        if place is not None:
            self.setCurrentIndex(self.model().index(*place))
        return place is not None

    def header_height(self) -> int:
        """Height in pixels of the heading: a second line of counts where columns are narrow."""
        places = range(len(self.grid.outcomes)) if self._ready else range(0)
        lines = max(
            (heading_lines(self, place, self.columnWidth(place)) for place in places), default=1
        )
        return self.look.header_height + round((lines - 1) * line_height(self.look.subheading))

    def least_width(self) -> int:
        """The width in pixels in which no cell has to be scrolled to."""
        tight = replace(self.look, stacked=True)
        columns = sum(ceil(width) for width in self._widths(least_width, tight))
        return ceil(self._names_width(wrap=True)) + columns + len(self.grid.outcomes) + self._bar()

    def fit(self) -> None:
        """Fit names, columns and rows to the width there is."""
        if not self._ready:
            return
        wrap = self.width() < _SHORT_NAMES_BELOW * self.look.unit
        self.names_width = self._names_width(wrap)
        self.verticalHeader().setFixedWidth(ceil(self.names_width))
        room = self.width() - ceil(self.names_width) - self._bar()
        side_by_side = replace(self.look, stacked=False)
        short = sum(self._widths(least_width, side_by_side)) + len(self.grid.outcomes) > room
        self.look = replace(self.look, stacked=short)
        least, wanted = (self._widths(kind, self.look) for kind in (least_width, wanted_width))
        widths = column_widths(least, wanted, room, _MOST * self.look.unit)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        for row, height in enumerate(self._row_heights(widths)):
            self.setRowHeight(row, height)
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            self.look = map_look(self)
            self.fit()
            self.measured.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the new current cell."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the cell, Ctrl+C copies the map, Escape is for the page."""
        self._ring.key_pressed()
        if event.key() in _OPEN and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A letter jumps to the next form that begins with it."""
        row, column = self.current_place
        forms = self.grid.forms
        for step in range(1, len(forms) + 1):
            place = (row + step) % len(forms)
            if forms[place].name.casefold().startswith(search.casefold()):
                self.setCurrentIndex(self.model().index(place, column))
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember the cell under the mouse."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the cell that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index == self.currentIndex():
            self.picked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """No cell is under the mouse any more."""
        super().leaveEvent(event)
        self._hover((-1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the current one."""
        super().paintEvent(event)
        if not (self.hasFocus() and self._ring.shown and self.currentIndex().isValid()):
            return
        one = self.look.unit
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.visualRect(self.currentIndex())).adjusted(-one, -one, one, one)
        whole = ring.intersected(QRectF(self.viewport().rect()))
        paint_ring(painter, whole, 7 * one, one, current_theme())
        painter.end()

    def _set_behaviour(self) -> None:
        self.setObjectName("evidence.map")
        self.setAccessibleIdentifier("evidence.map")
        self.setAccessibleName(self.tr("Evidence map"))
        self.setAccessibleDescription(
            self.tr("Forms are rows, outcomes are columns. Enter opens the trials of a cell.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget(self))

    def _bar(self) -> int:
        """The width in pixels that the scroll bar takes when it is needed."""
        return self.verticalScrollBar().sizeHint().width()

    def _widths(self, kind: Callable[[Cell, MapLook], float], look: MapLook) -> tuple[float, ...]:
        """For each column the widest that a heading or a cell asks for."""
        return tuple(
            max(
                heading_least(self, place),
                max((kind(cell, look) for cell in self.grid.column(place)), default=0.0),
            )
            for place in range(len(self.grid.outcomes))
        )

    def _names_width(self, wrap: bool) -> float:
        measure = widest_word if wrap else width_of
        widest = max((measure(self.look.name, form.name) for form in self.grid.forms), default=0.0)
        return self.look.edge + widest + self.look.after_name + 1

    def _row_heights(self, widths: tuple[int, ...]) -> list[int]:
        look = self.look
        room = self.names_width - look.edge - look.after_name + 1
        heights = []
        for form, cells in zip(self.grid.forms, self.grid.cells, strict=True):
            lines = len(wrapped(look.name, form.name, room))
            name = lines * line_height(look.name) + 2 * look.gap
            tallest = max(
                height_in(cell, look, width) for cell, width in zip(cells, widths, strict=True)
            )
            heights.append(round(max(look.row_height, name, tallest)))
        return heights

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def _repaint(self) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()
