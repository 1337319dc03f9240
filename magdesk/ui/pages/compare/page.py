"""The page *Compare*: the table of forms, with the detail of the chosen one beside or over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.form_rows import form_rows
from magdesk.ui.grids.row_order import first_only
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.columns.column_arrangement import Arrangement
from magdesk.ui.pages.compare.columns.remembered_layout import (
    CompareMemory,
    read_memory,
    write_memory,
)
from magdesk.ui.pages.compare.compare_toolbar import Toolbar
from magdesk.ui.pages.compare.filter.rows_left import ONLY, TYPED
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.compare.table.sort_button import orders_in_words
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_panel import TablePanel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy
from magdesk.ui.pages.compare.ticked.ticking import Choosing
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.split import TableAndDetail

_COMPACT_BELOW, _COMPACT_BELOW_BUTTON = 880.0, 1080.0
"""Under this width in u the column counter leaves out its word; with *Details* beside it."""
_SAY_AFTER_MS = 600
"""A screen reader hears the result count once typing has paused."""


class Neighbours(NamedTuple):
    """Makes what stands beside the table and in its place; other pages, so the shell knows how."""

    detail: Callable[[ComparePage], QWidget]
    """Shows the form that ``form_chosen`` tells."""
    side_by_side: Callable[[ComparePage], QWidget]
    """Shows the rows that ``forms_compared`` tells."""


class ComparePage(Panel):
    """Shows the table at once; the detail is built when the first paint is over."""

    find_requested = Signal()
    form_chosen = Signal(object)
    forms_compared = Signal(object)
    open_learn = Signal(str)

    def __init__(
        self,
        library: Library,
        settings: Settings,
        neighbours: Neighbours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", (), parent)
        self.neighbours = neighbours
        self._pane: QWidget | None = None
        self._settings = settings
        self.model = FormsModel(form_rows(library.catalogue), self)
        self.proxy = FormsProxy(self.model, self)
        self.toolbar = Toolbar(self)
        self.table = FormTable(self.proxy)
        self.panel = TablePanel(self.table)
        self._detail_place = Panel("surface")
        self.split = TableAndDetail(self.panel, self._detail_place)
        self.arrangement = Arrangement(self.table, self.split)
        self._arrange()
        self._filling = self._timer(0, self._fill_pane)
        self._saying = self._timer(_SAY_AFTER_MS, self._say_count)
        self._take_up(read_memory(settings))
        self.choosing = Choosing(self, library.catalogue.content)
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

    def show_form(self, form_id: str) -> None:
        """Choose this form and open its detail; a filter that hides it is lifted."""
        self.choosing.leave()
        if self.proxy.row_of(form_id) is None:
            self.show_all()
        if self.table.show_form(form_id):
            self.open_detail()

    def show_forms(self, form_ids: Iterable[str]) -> None:
        """Show only these forms, until *Show all* is pressed."""
        self.choosing.leave()
        self.show_all()
        self.proxy.set_only(form_ids)
        self._show_count()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_forms(self) -> None:
        """Show all forms again where ``show_forms`` had chosen some; other filters stay."""
        self.proxy.set_only(None)
        self._show_count()

    def show_all(self) -> None:
        """Lift every filter."""
        self.toolbar.filter.edit.clear()
        self.toolbar.chips.set_on(frozenset())
        self.proxy.set_only(None)
        self._show_count()

    def lift(self, key: str) -> None:
        """Lift one filter, a chip or one of the others, and go to the rows that come back."""
        if key == TYPED:
            self.toolbar.filter.edit.clear()
        elif key == ONLY:
            self.proxy.set_only(None)
        else:
            self.toolbar.chips.set_on(self.toolbar.chips.on - {key})
        self._show_count()
        self._enter_table()

    def find_in_table(self) -> None:
        """Show the table and put the cursor into its filter."""
        self.choosing.leave()
        self.toolbar.focus_filter()

    def sort_by(self, place: int, order: Qt.SortOrder) -> None:
        """Sort by the column in this place of the model."""
        self.table.sort_by(first_only(place, order))

    def open_detail(self) -> None:
        """Open the detail and go there."""
        self.split.set_open(True)
        self._fill_pane()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        """Close the detail and go back to the table."""
        self.split.set_open(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remember()

    def kept_state(self) -> object:
        """The current form, the forms that were asked for, and what is ticked."""
        form = self.table.current_form
        only = self.proxy.narrowing.only
        return None if form is None else form.id, only, self.choosing.kept_state()

    def take_state(self, state: object) -> None:
        """Go to where the page was when this was kept."""
        assert isinstance(state, tuple)
        current, only, chosen = state
        if only is not None:
            self.show_forms(only)
        if current is not None:
            self.table.show_form(current)
        self.choosing.take_state(chosen)

    def hasHeightForWidth(self) -> bool:
        """Say no, so that the window does not lay it out while another page is in front."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the table; a focus proxy would make Tab pass over what stands above."""
        (self.choosing.open_page or self.table).setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in the open detail closes it."""
        inside = self._detail_place.isAncestorOf(self.focusWidget() or self)
        if event.key() == Qt.Key.Key_Escape and inside and self.split.is_open:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        place = QVBoxLayout(self._detail_place)
        place.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
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

    def _keep_room_for_table(self) -> None:
        self.split.set_table_least(self.table.least_width())

    def _connect(self) -> None:
        bar, table = self.toolbar, self.table
        bar.find_button.clicked.connect(self.find_requested)
        bar.details.clicked.connect(self.open_detail)
        bar.typed.connect(self._filter)
        bar.left_downwards.connect(self._enter_table)
        bar.chips.changed.connect(self._filter_by_chips)
        bar.chips.clear_all.clicked.connect(self._start_over)
        bar.sort.asked.connect(table.sort_by)
        bar.columns.clicked.connect(self._choose_columns)
        self.addActions(bar.sort.column_actions())
        bar.sort.set_sorted(self.model.orders)
        self.panel.cleared.connect(self._start_over)
        self.panel.lifted.connect(self.lift)
        table.sorted.connect(self._note_order)
        table.opened.connect(self.open_detail)
        table.first_painted.connect(self._filling.start)
        table.columns.fitted.connect(self._show_arrangement)
        table.measured.connect(self._keep_room_for_table)
        self.arrangement.changed.connect(self._remember)
        table.selectionModel().currentRowChanged.connect(self._filling.start)
        self.split.arranged.connect(self._show_arrangement)
        self.split.moved.connect(self._remember)

    def _filter(self, typed: str) -> None:
        self.proxy.set_typed(typed)
        self._show_count()
        self._saying.start()

    def _filter_by_chips(self, keys: frozenset[str]) -> None:
        self.proxy.set_chips(keys)
        self._show_count()
        self._saying.start()

    def _start_over(self) -> None:
        self.show_all()
        self.toolbar.focus_filter()

    def _enter_table(self) -> None:
        if self.proxy.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_order(self) -> None:
        orders = self.model.orders
        self.toolbar.sort.set_sorted(orders)
        self.table.scrollTo(self.table.currentIndex())
        announce(self.table, self.tr("Sorted by {order}").format(order=orders_in_words(orders)))
        self._remember()

    def _show_count(self) -> None:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        self.toolbar.show_count(shown, total, self.proxy.narrowed)
        if shown:
            self.panel.show_table()
        else:
            typed, keys = self.toolbar.filter.edit.text(), self.proxy.narrowing.keys
            self.panel.show_nothing(typed, keys, self.proxy.to_blame())

    def _say_count(self) -> None:
        announce(self.toolbar.filter.edit, self.toolbar.count.text())

    def _show_arrangement(self) -> None:
        is_open = self.split.is_open
        least = _COMPACT_BELOW if is_open else _COMPACT_BELOW_BUTTON
        compact = self.width() < least * unit(self)
        if self.panel.isVisibleTo(self):
            columns = self.table.columns
            self.toolbar.columns.set_shown(columns.shown, columns.wanted, compact)
            self.toolbar.sort.offer(columns.wanted)
        self.toolbar.details.setVisible(not is_open)
        if is_open and self._pane is None and self.table.was_painted:
            self._filling.start()  # there was no room beside the table before

    def _fill_pane(self) -> None:
        """Show the current form, once per turn of the event loop however fast rows change."""
        self._filling.stop()
        self.proxy.read_texts()
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
        write_memory(self._settings, memory)
