"""The page *Compare*: the table of forms, with the detail of the chosen one beside or over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.grids.form_rows import CRAMPS, form_rows
from magdesk.ui.grids.row_order import first_only
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.columns.column_arrangement import Arrangement
from magdesk.ui.pages.compare.columns.remembered_layout import (
    CompareMemory,
    read_memory,
    write_memory,
)
from magdesk.ui.pages.compare.compare_toolbar import Toolbar
from magdesk.ui.pages.compare.filter.label_hint import LabelHint
from magdesk.ui.pages.compare.filter.row_filter import RowFilter
from magdesk.ui.pages.compare.result_thread import StopLine
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.compare.table.sort_button import orders_in_words
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_panel import TablePanel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy
from magdesk.ui.pages.compare.ticked.ticking import Choosing, TableParts
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import hand_on_focus
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.split import TableAndDetail

_COMPACT_BELOW, _COMPACT_BELOW_BUTTON = 880.0, 1080.0
"""Under this width in u the column counter leaves out its word; with *Details* beside it."""
_FOLDED_BELOW, _LOW = 900.0, 640.0
"""Under this width or height in u chips fold into one button, and the detail opens when asked.

With small text they count as pixels: a small screen stays one.
"""
_VERY_LOW, _NARROW = 400.0, 590.0
"""Under this height or width in u rows and buttons have room only if other things give way."""
_READ_AFTER_MS = 200
"""A label is read once typing has paused for a moment."""
_SAY_AFTER_MS = 600
"""A screen reader hears the result count once typing has paused."""


class Neighbours(NamedTuple):
    """Makes what stands beside the table and in its place; other pages, so the shell knows how."""

    detail: Callable[[ComparePage], QWidget]
    """Shows the form that ``form_chosen`` tells."""
    side_by_side: Callable[[ComparePage], QWidget]
    """Shows the rows that ``forms_compared`` tells."""
    complaint: Callable[[], str] = str
    """The outcome that belongs to the person's complaint; empty where there is none."""


class ComparePage(Panel):
    """Shows the table at once; the detail is built when the first paint is over."""

    find_requested = Signal()
    form_chosen = Signal(object)
    forms_compared = Signal(object)
    open_learn = Signal(str)
    label_requested = Signal(str)
    back_to_result = Signal()

    def __init__(self, library: Library, settings: Settings, neighbours: Neighbours) -> None:
        super().__init__("surface", ())
        self.neighbours = neighbours
        self._pane: QWidget | None = None
        self._settings = settings
        self._library = library
        self.row_filter = RowFilter(lambda: library.names, self)
        columns = Columns(library.catalogue.outcomes)
        self.model = FormsModel(columns, form_rows(library.catalogue), self.row_filter, self)
        self.proxy = FormsProxy(self.model, self)
        self.toolbar = Toolbar(columns, self.row_filter, self)
        self.stop = StopLine(self)
        self.table = FormTable(self.proxy)
        self.panel = TablePanel(self.table)
        self._hint = LabelHint(library)
        self._detail_place = Panel("surface")
        self.split = TableAndDetail(self.panel, self._detail_place)
        self.arrangement = Arrangement(self.table, self.split)
        self._arrange()
        self._filling = self._timer(0, self._fill_pane)
        self._reading = self._timer(_READ_AFTER_MS, self._read_label)
        self._saying = self._timer(_SAY_AFTER_MS, self._say_count)
        parts = TableParts(
            self.table, self.panel, self.proxy, self.toolbar, self.split, self._side_by_side
        )
        self.choosing = Choosing(self, parts, library.catalogue.content)
        self.choosing.compared.connect(self.forms_compared)
        self._take_up(read_memory(settings, columns))
        self._connect()
        self._show_count()
        self._show_arrangement()

    @property
    def pane(self) -> QWidget:
        """The detail pane, built when it is first asked for."""
        if self._pane is None:
            self._pane = self.neighbours.detail(self)
            layout = self._detail_place.layout()
            assert layout is not None
            layout.addWidget(self._pane)
            self._pane.show()  # the layout alone would show it a moment too late for the focus
        return self._pane

    def _side_by_side(self) -> QWidget:
        return self.neighbours.side_by_side(self)

    def show_form(self, form_id: str) -> None:
        """Choose this form and open its detail; a filter that hides it is lifted."""
        self.choosing.leave()
        if self.proxy.row_of(form_id) is None:
            self.show_all()
        if self.table.show_form(form_id):
            self.open_detail()

    def show_from_result(self, form_ids: Iterable[str], closest: str) -> None:
        """Show only the forms of a result, the closest fit ticked and marked.

        Trials are shown for the person's complaint.
        """
        self.choosing.leave()
        self.row_filter.lift_all()
        self.row_filter.set_only(form_ids)
        self.model.show_complaint(self.neighbours.complaint() or CRAMPS, closest)
        if closest:
            self.choosing.ticks.put({closest})
            self.table.show_form(closest)
        self.toolbar.show_result_thread(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_forms(self) -> None:
        """Show all forms again where those of a result were shown; other filters stay."""
        self.row_filter.set_only(None)

    def set_stop(self, stands: bool) -> None:
        """Say above the table that the answers ask to see somebody first, or no longer."""
        self.stop.setVisible(stands)

    def show_all(self) -> None:
        """Lift every filter."""
        self.row_filter.lift_all()

    def lift(self, key: str) -> None:
        """Lift one filter and go to the rows that come back."""
        self.row_filter.lift(key)
        self._enter_table()

    def find_in_table(self) -> None:
        """Show the table and put the cursor into its filter."""
        self.choosing.leave()
        self.toolbar.focus_filter()

    def sort_by(self, place: int, order: Qt.SortOrder) -> None:
        """Sort by the column in this place of the model."""
        self.table.sort_by(first_only(place, order))

    def open_detail(self) -> None:
        self.split.set_open(True)
        self._fill_pane()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        """Close the detail and go back to the table."""
        self.split.set_open(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remember()

    def hasHeightForWidth(self) -> bool:
        """Say no, so that the window does not lay it out while another page is in front."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the table; a focus proxy would make Tab pass over what stands above."""
        super().focusInEvent(event)
        hand_on_focus(self, self.choosing.open_page or self.table, event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room_for_table()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        inside = self._detail_place.isAncestorOf(self.focusWidget() or self)
        if event.key() == Qt.Key.Key_Escape and inside and self.split.is_open:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        place = QVBoxLayout(self._detail_place)
        place.setContentsMargins(0, 0, 0, 0)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.toolbar)
        column.addWidget(self.stop)
        column.addWidget(self.split, 1)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _take_up(self, memory: CompareMemory) -> None:
        self.table.columns.restore(memory.columns)
        self.table.setSortingEnabled(True)
        self.table.sort_by(memory.orders)
        self.split.restore(memory.pane_width_u, memory.pane_open)
        self._keep_room_for_table()

    def _cramp(self) -> None:
        """Give the few lines of a very low page to the rows; shorten words on a narrow one."""
        one = unit(self)
        low, narrow = self.height() < _VERY_LOW * one, self.width() < _NARROW * one
        self.toolbar.set_cramped(low=low, narrow=narrow)
        self.choosing.set_cramped(low)

    def _keep_room_for_table(self) -> None:
        """Where the page is small, the detail has to be asked for and stands over the table."""
        one = max(1.0, unit(self))
        small = self.width() < _FOLDED_BELOW * one or self.height() < _LOW * one
        self.toolbar.fold(small)
        self._cramp()
        least = self.table.least_width()
        self.split.set_table_least(max(least, self.width()) if small else least)

    def _connect(self) -> None:
        bar, table = self.toolbar, self.table
        bar.find_button.clicked.connect(self.find_requested)
        bar.label_button.clicked.connect(self._ask_for_label)
        bar.hint.clicked.connect(self._ask_for_label)
        bar.from_result.left.connect(self._leave_result)
        bar.from_result.back_asked.connect(self.back_to_result)
        bar.details.clicked.connect(self.open_detail)
        self.row_filter.changed.connect(self._note_filter)
        bar.left_downwards.connect(self._enter_table)
        bar.chips.clear_all.clicked.connect(self._start_over)
        bar.sort.asked.connect(table.sort_by)
        bar.columns.clicked.connect(self._choose_columns)
        self.addActions(bar.sort.column_actions())
        bar.sort.set_sorted(self.model.orders, self.model.columns)
        self.panel.cleared.connect(self._start_over)
        self.panel.lifted.connect(self.lift)
        self.panel.meant.connect(self._take_meant)
        table.sorted.connect(self._note_order)
        table.opened.connect(self.open_detail)
        table.first_painted.connect(self._filling.start)
        table.columns.fitted.connect(self._show_arrangement)
        table.measured.connect(self._keep_room_for_table)
        self.arrangement.changed.connect(self._remember)
        table.selectionModel().currentRowChanged.connect(self._filling.start)
        self.split.arranged.connect(self._show_arrangement)
        self.split.moved.connect(self._remember)

    def _note_filter(self) -> None:
        if self.row_filter.state.only is None and not self.toolbar.from_result.chip.isHidden():
            self.toolbar.show_result_thread(False)
            self.model.show_complaint(CRAMPS, "")
        self._show_count()
        self._reading.start()
        self._saying.start()

    def _leave_result(self) -> None:
        self.row_filter.set_only(None)
        self._enter_table()

    def _take_meant(self, text: str) -> None:
        self.row_filter.set_typed(text)
        self._enter_table()

    def _read_label(self) -> None:
        self.toolbar.show_hint(self._hint.words(self.row_filter.state.typed))

    def _ask_for_label(self) -> None:
        """Hand on what was typed where it is a label."""
        typed = self.row_filter.state.typed.strip()
        self.label_requested.emit(typed if self._hint.words(typed) else "")

    def _start_over(self) -> None:
        self.show_all()
        self.toolbar.focus_filter()

    def _enter_table(self) -> None:
        if self.proxy.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_order(self) -> None:
        orders = self.model.orders
        self.toolbar.sort.set_sorted(orders, self.model.columns)
        self.table.scrollTo(self.table.currentIndex())
        words = self.tr("Sorted by {order}").format(
            order=orders_in_words(orders, self.model.columns)
        )
        announce(self.table, words)
        self._remember()

    def _show_count(self) -> None:
        shown = self.proxy.rowCount()
        self.toolbar.show_count(shown, self.model.rowCount())
        if shown:
            self.panel.show_table()
        else:
            self.panel.show_nothing()

    def _say_count(self) -> None:
        announce(self.toolbar.filter.edit, self.toolbar.count.text())

    def _show_arrangement(self) -> None:
        is_open = self.split.is_open
        least = _COMPACT_BELOW if is_open else _COMPACT_BELOW_BUTTON
        compact = self.width() < least * unit(self)
        if self.panel.isVisibleTo(self):
            columns = self.table.columns
            self.toolbar.columns.set_shown(
                columns.shown, columns.wanted, columns.every, compact=compact
            )
            self.toolbar.sort.offer(columns.wanted)
        self.toolbar.show_details(not is_open)
        if is_open and self._pane is None and self.table.was_painted:
            self._filling.start()  # there was no room beside the table before

    def _fill_pane(self) -> None:
        """Show the current form, once per turn of the event loop however fast rows change."""
        self._filling.stop()
        if self.split.is_open:
            self.pane  # noqa: B018  - there from now on to hear of it
            self.form_chosen.emit(self.table.current_form)

    def _choose_columns(self) -> None:
        self.arrangement.choose(self.toolbar.columns)

    def _remember(self) -> None:
        memory = CompareMemory(
            orders=self.model.orders,
            pane_width_u=self.split.pane_width_u,
            pane_open=self.split.open_beside,
            columns=self.table.columns.choices,
        )
        write_memory(self._settings, memory, self.model.columns)
