"""The table of forms: whole rows, a focus ring around the current one, columns that fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.declared_columns import DROP_ORDER
from magdesk.ui.grids.grid_metrics import as_plain_table, grid_type
from magdesk.ui.grids.row_order import Order, with_key
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.compare.columns.column_layout import ColumnLayout
from magdesk.ui.pages.compare.table.cell_delegate import CellDelegate
from magdesk.ui.pages.compare.table.forms_view import FormsView
from magdesk.ui.pages.compare.table.table_header import FormsHeader
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.scroll import own_viewport


class FormTable(FormsView):
    """Always has a current row while there is one; Enter or a double click opens it."""

    opened = Signal()
    sorted = Signal()
    copy_asked = Signal()
    first_painted = Signal()
    measured = Signal()
    _ready = False

    def __init__(self, proxy: FormsProxy) -> None:
        super().__init__(proxy)
        own_viewport(self, filled=True)
        self.columns = ColumnLayout(self)
        self.was_painted = False
        self._ring = RingMemory()
        self._pressed_box = -1
        self._chosen = self._stand_in = ""
        self._fitted_for = (False, "")
        self._set_behaviour()
        self._set_headers()
        self.setModel(proxy)
        self.setItemDelegate(CellDelegate(self))
        proxy.modelReset.connect(self._keep_current)
        row_filter = proxy.forms.row_filter
        row_filter.about_to_change.connect(self._remember_chosen)
        row_filter.changed.connect(self._find_chosen)
        proxy.modelReset.connect(self.columns.measure)
        proxy.layoutChanged.connect(self._note_sorted)
        self.measure()
        self._keep_current()
        self._ready = True

    def show_columns(self, keys: Iterable[str]) -> None:
        """Show these columns and no other; the current row stays."""
        form = self.current_form
        super().show_columns(keys)
        self._set_indicator()
        if form is not None:
            self.show_form(form.id)

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The columns that are shown now, from left to right."""
        return self.columns.shown

    @property
    def current_form(self) -> Form | None:
        """The form of the current row; None while no row is shown."""
        return self._proxy.form_at(self.currentIndex().row())

    def show_form(self, form_id: str) -> bool:
        """Make this form's row the current one; False while it is filtered out."""
        row = self._proxy.row_of(form_id)
        if row is not None:
            self.setCurrentIndex(self._proxy.index(row, 0))
        return row is not None

    def measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.typography.row_height)
        self.columns.measure()

    def least_width(self) -> int:
        """The width in pixels of the scroll bar and the columns that are never dropped."""
        return self.columns.least_width() + self.verticalScrollBar().sizeHint().width()

    def sort_by(self, orders: Sequence[Order]) -> None:
        """Sort by several columns, the first one first; ``sorted`` tells of it."""
        self.forms.sort_by(orders)
        self._set_indicator()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.columns.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring.key_pressed()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters typed in the table jump to a form's name, whichever cell is current."""
        if self.currentIndex().isValid():
            name = self.currentIndex().siblingAtColumn(0)
            self.selectionModel().setCurrentIndex(
                name, self.selectionModel().SelectionFlag.NoUpdate
            )
        super().keyboardSearch(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_box = self._box_at(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed_box >= 0 and self._pressed_box == self._box_at(event):
            self._toggle(self._pressed_box)
        self._pressed_box = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._pressed_box = self._box_at(event)
        if self._pressed_box < 0 and self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            QTimer.singleShot(0, self, self._take_font)
        elif event.type() == QEvent.Type.PaletteChange and self._ready:
            self.viewport().update()
            self._paint_headings()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_painted:
            self.was_painted = True
            self.first_painted.emit()
        row = self.currentIndex().row()
        if not self.hasFocus() or not self._ring.shown or row < 0:
            return
        one = self.typography.unit
        ring = QRectF(
            0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)
        )
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, ring.adjusted(one, 0, -one, 0), 5 * one, one, current_theme())
        painter.end()

    def _set_behaviour(self) -> None:
        self.setObjectName("compare.table")
        self.setAccessibleIdentifier("compare.table")
        self.setAccessibleName(self.tr("Forms of magnesium"))
        self.setAccessibleDescription(
            self.tr(
                "Enter opens the details of a form, Space ticks it to compare. "
                "Ctrl+Shift and a digit sorts by a column."
            )
        )
        as_plain_table(self)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def _set_headers(self) -> None:
        header = FormsHeader(self)
        self.setHorizontalHeader(header)
        header.setSortIndicator(0, self.forms.columns[0].first_order)
        header.widened.connect(self.columns.widen)
        header.sectionMoved.connect(self.columns.note_moved)
        header.also_asked.connect(self._sort_also)
        self.verticalHeader().hide()
        self.setCornerWidget(Panel("surface"))

    def _sort_also(self, key: str) -> None:
        columns = self.forms.columns
        place = columns.place_of(key)
        self.sort_by(with_key(self.forms.orders, place, columns[place].first_order))

    def _set_indicator(self) -> None:
        place, order = self.forms.orders[0]
        section = self.section_of(self.forms.columns[place].key)
        with QSignalBlocker(self.horizontalHeader()):  # it would sort by the first column alone
            self.horizontalHeader().setSortIndicator(section, order)

    def _note_sorted(self) -> None:
        needs = (len(self.forms.orders) > 1, self.forms.sorted_by[0].key)
        if needs != self._fitted_for and (needs[0], self._fitted_for[0]) != (False, False):
            self.columns.fit()  # the numbers in the headings take room
        elif {needs[1], self._fitted_for[1]} & set(DROP_ORDER):
            self.columns.fit()  # the sorted column is always shown
        self._fitted_for = needs
        self._paint_headings()
        self.sorted.emit()

    def _paint_headings(self) -> None:
        self.horizontalHeader().headerDataChanged(
            Qt.Orientation.Horizontal, 0, self._proxy.columnCount() - 1
        )

    def _box_at(self, event: QMouseEvent) -> int:
        """The row whose box is under the mouse, all that stands left of a name; -1 for none."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        reach = self.columnViewportPosition(0) + self.typography.name_left
        on_box = index.column() == 0 and event.position().x() < reach
        return index.row() if left and on_box else -1

    def _toggle(self, row: int) -> None:
        form = self._proxy.form_at(row)
        if form is not None:
            self.forms.ticks.toggle(form.id)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _remember_chosen(self) -> None:
        """Note the form that is chosen before the filter may hide it."""
        form = self.current_form
        if form is not None and form.id != self._stand_in:
            self._chosen = form.id

    def _find_chosen(self) -> None:
        """Go to the chosen form where it is shown; else the first row stands in for it."""
        if self.show_form(self._chosen):
            self._stand_in = ""
            return
        if self._proxy.rowCount():
            self.setCurrentIndex(self._proxy.index(0, 0))
        form = self.current_form
        self._stand_in = "" if form is None else form.id

    def _keep_current(self) -> None:
        """Some screen readers fail on a table without a current cell."""
        if not self.currentIndex().isValid() and self._proxy.rowCount():
            self.setCurrentIndex(self._proxy.index(0, 0))

    def _take_font(self) -> None:
        """Measure anew in another font."""
        self.typography = grid_type(self)
        self.measure()
        self.measured.emit()
