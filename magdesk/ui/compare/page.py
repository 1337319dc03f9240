"""The page *Compare*: the table of forms, with the detail of the chosen one beside or over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.loader import Library
from magdesk.ui.compare.announce import announce
from magdesk.ui.compare.columns import COLUMNS, place_of
from magdesk.ui.compare.memory import CompareMemory, read_memory, write_memory
from magdesk.ui.compare.model import FormsModel
from magdesk.ui.compare.proxy import FormsProxy
from magdesk.ui.compare.rows import form_rows
from magdesk.ui.compare.split import TableAndDetail
from magdesk.ui.compare.table import FormTable
from magdesk.ui.compare.table_panel import TablePanel
from magdesk.ui.compare.toolbar import Toolbar
from magdesk.ui.settings import Settings
from magdesk.ui.theme import unit
from magdesk.ui.widgets.cards import Panel

if TYPE_CHECKING:
    from magdesk.ui.detail.pane import DetailPane

_COMPACT_BELOW = 880.0
"""Under this width in u the column counter leaves out its word."""
_SAY_AFTER_MS = 600
"""A screen reader hears the result count once typing has paused."""


class ComparePage(Panel):
    """Shows the table at once; the detail is built when the first paint is over."""

    find_requested = Signal()
    open_guide = Signal(str)

    def __init__(
        self,
        catalogue: Catalogue,
        library: Library,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", (), parent)
        self._library = library
        self._pane: DetailPane | None = None
        self._settings = settings
        self.model = FormsModel(form_rows(catalogue), self)
        self.proxy = FormsProxy(self.model, self)
        self.toolbar = Toolbar(self)
        self.table = FormTable(self.proxy)
        self.panel = TablePanel(self.table)
        self._detail_place = Panel("surface")
        self.split = TableAndDetail(self.panel, self._detail_place)
        self._arrange()
        self._filling = self._timer(0, self._fill_pane)
        self._saying = self._timer(_SAY_AFTER_MS, self._say_count)
        self._take_up(read_memory(settings))
        self._connect()
        self._show_count()
        self._show_arrangement()

    @property
    def pane(self) -> DetailPane:
        """The detail pane, built when it is first asked for."""
        if self._pane is None:
            from magdesk.ui.detail.pane import DetailPane  # not before the table is painted

            self._pane = DetailPane(self._library, self._detail_place)
            self._pane.closed.connect(self.close_detail)
            self._pane.open_guide.connect(self.open_guide)
            self._pane.set_detailed(self._settings.values.voice == "detail")
            layout = self._detail_place.layout()
            assert layout is not None
            layout.addWidget(self._pane)
            self._pane.show()  # the layout alone would show it a moment too late for the focus
        return self._pane

    def show_form(self, form_id: str) -> None:
        """Choose this form and open its detail; a filter that hides it is lifted."""
        if self.proxy.row_of(form_id) is None:
            self.show_all()
        if self.table.show_form(form_id):
            self.open_detail()

    def show_forms(self, form_ids: Iterable[str]) -> None:
        """Show only these forms, until *Show all* is pressed."""
        self.toolbar.filter.edit.clear()
        self.proxy.set_only(form_ids)
        self._show_count()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Lift every filter."""
        self.toolbar.filter.edit.clear()
        self.proxy.set_only(None)
        self._show_count()

    def sort_by(self, place: int, order: Qt.SortOrder) -> None:
        """Sort by the column in this place of the model."""
        self.table.sortByColumn(place, order)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the table; a focus proxy would make Tab pass over what stands above."""
        self.table.setFocus(event.reason())

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
        self.table.restore_columns(memory.widths, memory.chosen)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(place_of(memory.sort_key), memory.order)
        self.split.restore(memory.pane_width_u, memory.pane_open)
        self.split.set_table_least(self.table.least_width())

    def _connect(self) -> None:
        bar, header = self.toolbar, self.table.horizontalHeader()
        bar.find_button.clicked.connect(self.find_requested)
        bar.details.clicked.connect(self.open_detail)
        bar.typed.connect(self._filter)
        bar.left_downwards.connect(self._enter_table)
        bar.show_all_asked.connect(self.show_all)
        bar.sort.asked.connect(self.sort_by)
        self.addActions(bar.sort.column_actions())
        header.sortIndicatorChanged.connect(self._note_order)
        bar.sort.set_sorted(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.panel.cleared.connect(self._start_over)
        self.table.opened.connect(self.open_detail)
        self.table.first_painted.connect(self._filling.start)
        self.table.columns_fitted.connect(self._show_arrangement)
        self.table.columns_changed.connect(self._remember)
        self.table.selectionModel().currentRowChanged.connect(self._filling.start)
        self.split.arranged.connect(self._show_arrangement)
        self._settings.changed.connect(self._take_setting)
        self.split.moved.connect(self._remember)

    def _filter(self, typed: str) -> None:
        self.proxy.set_typed(typed)
        self._show_count()
        self._saying.start()

    def _start_over(self) -> None:
        self.show_all()
        self.toolbar.focus_filter()

    def _enter_table(self) -> None:
        if self.proxy.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_order(self, place: int, order: Qt.SortOrder) -> None:
        column = COLUMNS[place]
        self.toolbar.sort.set_sorted(place, order)
        self.table.scrollTo(self.table.currentIndex())
        announce(
            self.table,
            self.tr("Sorted by {column}, {order}").format(
                column=column.spoken_title, order=column.order_words(order)
            ),
        )
        self._remember()

    def _show_count(self) -> None:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        self.toolbar.show_count(shown, total, self.proxy.narrowed)
        self.panel.show_found(bool(shown), self.toolbar.filter.edit.text())

    def _say_count(self) -> None:
        announce(self.toolbar.filter.edit, self.toolbar.count.text())

    def _show_arrangement(self) -> None:
        compact = self.width() < _COMPACT_BELOW * unit(self)
        if self.panel.isVisibleTo(self):
            self.toolbar.columns.set_shown(self.table.shown_keys, compact)
        self.toolbar.details.setVisible(not self.split.is_open)

    def _fill_pane(self) -> None:
        """Show the current form, once per turn of the event loop however fast rows change."""
        self._filling.stop()
        self.proxy.read_texts()
        if self.split.is_open:
            self.pane.set_form(self.table.current_form)

    def _take_setting(self, name: str) -> None:
        if name == "voice" and self._pane is not None:
            self._pane.set_detailed(self._settings.values.voice == "detail")

    def _remember(self) -> None:
        column, order = self.model.sorted_by
        memory = CompareMemory(
            sort_key=column.key,
            order=order,
            pane_width_u=self.split.pane_width_u,
            pane_open=self.split.open_beside,
            widths=self.table.widths,
            chosen=self.table.chosen,
        )
        write_memory(self._settings, memory)

    def changeEvent(self, event: QEvent) -> None:
        """Take up another font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "split"):
            self.split.set_table_least(self.table.least_width())
