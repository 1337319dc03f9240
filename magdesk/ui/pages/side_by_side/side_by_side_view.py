"""The comparison in view: arrows go from cell to cell and scroll through long ones; Tab leaves."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
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

from magdesk.knowledge.form_records import Form
from magdesk.ui.grids.column_fitting import column_widths
from magdesk.ui.grids.grid_metrics import widest_word
from magdesk.ui.look.theme import current_theme, theme_notifier
from magdesk.ui.pages.side_by_side.attributes import Attribute
from magdesk.ui.pages.side_by_side.side_by_side_cells import ValueDelegate
from magdesk.ui.pages.side_by_side.side_by_side_headings import (
    AttributesAtLeft,
    FormsAbove,
    PlainCorner,
    form_height,
)
from magdesk.ui.pages.side_by_side.side_by_side_metrics import (
    cell_height,
    least_column,
    look_of,
    name_height,
)
from magdesk.ui.pages.side_by_side.side_by_side_model import AttributeModel
from magdesk.ui.widgets.focus import RingMemory, paint_ring
from magdesk.ui.widgets.scroll import SlimScrollBar

_NAMES_SHARE, _NAMES_MOST, _NAMES_LEAST = 0.24, 230.0, 130.0
_COLUMN_LEAST, _COLUMN_MOST = 130.0, 420.0
_STEP = 60.0
"""How far an arrow key scrolls within a long cell, in u."""


class SideBySideView(QTableView):
    """Shows forms as columns; ``opened`` tells of the form whose details are asked for."""

    opened = Signal(str)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look_of(self)
        self.names_width = 0
        self._ring = RingMemory()
        self.attributes = AttributeModel(self)
        self._set_behaviour()
        self.setHorizontalHeader(FormsAbove(self))
        self.setVerticalHeader(AttributesAtLeft(self))
        self.setModel(self.attributes)
        self.setItemDelegate(ValueDelegate(self))
        self._corner = PlainCorner(self)
        theme_notifier().changed.connect(self._repaint)

    def show_rows(self, forms: tuple[Form, ...], rows: tuple[Attribute, ...]) -> None:
        """Show these forms and attributes, at the same attribute as before where it is there."""
        before, column = self._current_key(), max(0, self.currentIndex().column())
        self.attributes.show(forms, rows)
        keys = [row.key for row in rows]
        place = keys.index(before) if before in keys else 0
        self.setCurrentIndex(self.attributes.index(place, min(column, len(forms) - 1)))
        self.fit()

    def header_height(self) -> int:
        """Height in pixels of the row with the names of the forms."""
        heights = (
            form_height(form.name, bool(form.avoid), self.look, self.columnWidth(place))
            for place, form in enumerate(self.attributes.forms)
        )
        return ceil(max(heights, default=self.look.header_height))

    def fit(self) -> None:
        """Fit columns and rows to the width there is, so that every word is shown."""
        one, rows = self.look.unit, self.attributes.rows
        bar = self.verticalScrollBar().sizeHint().width()
        least = [
            max(_COLUMN_LEAST * one, least_column(rows, place, self.look))
            for place in range(len(self.attributes.forms))
        ]
        self.names_width = ceil(self._names_width(self.width() - bar - sum(least) - len(least)))
        self.verticalHeader().setFixedWidth(self.names_width)
        room = self.width() - bar - self.names_width
        wanted = [room / max(1, len(least))] * len(least)
        for place, width in enumerate(column_widths(least, wanted, room, _COLUMN_MOST * one)):
            self.setColumnWidth(place, width)
        for place, row in enumerate(rows):
            self.setRowHeight(place, self._height_of(row))
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
        if event.type() == QEvent.Type.FontChange and hasattr(self, "attributes"):
            self.look = look_of(self)
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll within a long cell, Enter opens a form, Ctrl+C copies, Escape is above."""
        self._ring.key_pressed()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not self._scrolled_within(event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form that was clicked twice."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus."""
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the current one."""
        super().paintEvent(event)
        if not (self.hasFocus() and self._ring.shown and self.currentIndex().isValid()):
            return
        one = self.look.unit
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.visualRect(self.currentIndex()))
        whole = ring.intersected(QRectF(self.viewport().rect()))
        paint_ring(painter, whole, 5 * one, one, current_theme())
        painter.end()

    def _set_behaviour(self) -> None:
        self.setObjectName("side_by_side.table")
        self.setAccessibleIdentifier("side_by_side.table")
        self.setAccessibleName(self.tr("Forms side by side"))
        self.setAccessibleDescription(
            self.tr("Forms are columns, what they have is rows. Enter opens a form’s details.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget(self))

    def _names_width(self, left_over: float) -> float:
        """The width in pixels of the names: less where the forms need it, no word broken."""
        one, look = self.look.unit, self.look
        words = (
            max(widest_word(look.name, row.name), widest_word(look.meaning, row.meaning))
            for row in self.attributes.rows
        )
        needed = max(words, default=0.0) + look.edge + look.padding + 1
        share = min(max(_NAMES_SHARE * self.width(), _NAMES_LEAST * one), _NAMES_MOST * one)
        return max(needed, min(share, left_over))

    def _current_key(self) -> str:
        row = self.currentIndex().row()
        return self.attributes.rows[row].key if row >= 0 else ""

    def _height_of(self, row: Attribute) -> int:
        cells = (
            cell_height(value, self.look, self.columnWidth(place))
            for place, value in enumerate(row.values)
        )
        return ceil(max(name_height(row, self.look, self.names_width), *cells))

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.attributes.forms[self.currentIndex().column()].id)

    def _scrolled_within(self, event: QKeyEvent) -> bool:
        """Whether the key scrolled on within a cell that is taller than what is in view."""
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up) or event.modifiers():
            return False
        cell, bar = self.visualRect(self.currentIndex()), self.verticalScrollBar()
        hidden = cell.bottom() - self.viewport().height()
        step = min(hidden, round(_STEP * self.look.unit))
        if event.key() == Qt.Key.Key_Up:
            step = max(cell.top(), -round(_STEP * self.look.unit))
        if (step > 0) != (event.key() == Qt.Key.Key_Down) or step == 0:
            return False
        bar.setValue(bar.value() + step)
        return True

    def _repaint(self) -> None:
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.viewport().update()
