"""What stands above the table: title, count, search, product and find, chips, sorting, columns."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.look.theme import scaled_font, unit
from magdesk.ui.pages.compare.counters import ColumnsButton, result_count
from magdesk.ui.pages.compare.filter.filter_chips import FilterChips
from magdesk.ui.pages.compare.filter.row_filter import RowFilter
from magdesk.ui.pages.compare.result_thread import ResultThread
from magdesk.ui.pages.compare.table.sort_button import SortButton
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.field import Field, FieldEdit
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Heading

_FIELD_LEAST, _FIELD_MOST = 150.0, 250.0
_MOST_LETTERS = 500
"""More than this is no name; a paste of a book has to be read too."""


class _FilterEdit(FieldEdit):
    """Escape clears it, Down and Enter leave it."""

    left_downwards = Signal()
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it, so that the names are there before the first letter."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class Toolbar(Panel):
    """Changes the filter and follows it; Down and Enter lead from the search to the table."""

    left_downwards = Signal()

    def __init__(
        self, columns: Columns, row_filter: RowFilter, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", ("bottom",), parent)
        self._row_filter = row_filter
        self._folded = False
        self._offers_details = True
        self.label_button = Button(self.tr("What is in my product?"), "secondary", "label")
        self.label_button.identifier("compare.label")
        self.label_button.setAccessibleName(self.label_button.text())
        self.label_button.setToolTip(self.tr("Read a label: how much magnesium is in it"))
        self.find_button = Button(self.tr("Find a form that fits"), "primary").identifier(
            "compare.find"
        )
        self.find_button.setAccessibleName(self.find_button.text())
        self.find_button.setToolTip(self.tr("Answer some questions and see which forms may fit"))
        self.details = Button(self.tr("Details"), "secondary").identifier("compare.details")
        self.details.setToolTip(self.tr("Open the details of the chosen form (Enter)"))
        self.chosen = Button("", "secondary", "columns").identifier("compare.chosen")
        self.chosen.hide()
        self.hint = Button("", "link").identifier("compare.label_hint")
        self.from_result = ResultThread(self)
        self.chips = FilterChips(row_filter, self)
        self.sort = SortButton(columns, self)
        self.columns = ColumnsButton(self)
        self.count = QLabel(self)
        self.count.setFont(scaled_font(self, 1.0, 550))
        self.filter = self._filter_field()
        self._arrange()
        self.hint.hide()
        row_filter.changed.connect(self._follow)
        self._order_tabs()
        find_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find_key.activated.connect(self.focus_filter)

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text marked to be typed over."""
        self.filter.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.edit.selectAll()

    def show_count(self, shown: int, total: int) -> None:
        """Show how many forms are left of how many."""
        self.count.setText(result_count(shown, total))

    def show_hint(self, words: str) -> None:
        """Show what the typed label holds; nothing where it is none."""
        self.hint.setText(words)
        self.hint.updateGeometry()
        self.hint.setVisible(bool(words))
        self._fit_chips()

    def fold(self, folded: bool) -> None:
        """Fold the chips into one button, or only where they would take a second line."""
        self._folded = folded
        self._fit_chips()

    def set_cramped(self, *, low: bool, narrow: bool) -> None:
        """Leave out the title on a low page, shorten words on a narrow one; names stay whole."""
        self.title.setVisible(not low)
        self.count.setVisible(not low)
        cramped = low or narrow
        for button, whole, short in (
            (self.label_button, self.tr("What is in my product?"), ""),
            (self.find_button, self.tr("Find a form that fits"), self.tr("Find")),
            (self.sort, self.tr("Sort by…"), self.tr("Sort")),
        ):
            button.setText(short if cramped else whole)
            button.updateGeometry()
        self.chips.set_cramped(cramped)
        self._fit_chips()

    def show_result_thread(self, shown: bool) -> None:
        """Show that the forms come from a result, with the way back to it, or hide that."""
        self.from_result.set_shown(shown)
        self._fit_chips()

    def show_details(self, offered: bool) -> None:
        """Offer to open the detail, or leave it out while that is open."""
        self._offers_details = offered
        self._show_details()

    def show_chosen(self, count: int) -> None:
        """Offer what can be done with so many ticked forms in a menu; 0: the bar does, or none is.

        It takes the place of *Details*, which Enter opens too.
        """
        self.chosen.setText(whole_number(count))
        words = self.tr("{count} chosen: what to do with them").format(count=self.chosen.text())
        self.chosen.setAccessibleName(words)
        self.chosen.setToolTip(words)
        self.chosen.updateGeometry()
        self.chosen.setVisible(count > 0)
        self._show_details()

    def _show_details(self) -> None:
        self.details.setVisible(self._offers_details and self.chosen.isHidden())
        self._fit_chips()

    def _fit_chips(self) -> None:
        beside = (*self.from_result.widgets, self.hint, self.sort, self.columns)
        beside += (self.chosen, self.details)
        shown = (
            *self.chips.chips.values(),
            *(widget for widget in beside if not widget.isHidden()),
        )
        taken = sum(widget.sizeHint().width() for widget in shown)
        self.chips.fold(self._folded or taken > self.contentsRect().width() - self._sides)

    def _follow(self) -> None:
        """Show the text that is in force, where another than the field has changed it."""
        typed = self._row_filter.state.typed
        if typed != self.filter.edit.text():
            with QSignalBlocker(self.filter.edit):
                self.filter.edit.setText(typed)
        self._fit_chips()

    def _order_tabs(self) -> None:
        order = (
            *(self.filter.edit, self.label_button, self.find_button),
            *(*self.from_result.widgets, self.hint, *self.chips.widgets, self.chips.clear_all),
            *(self.sort, self.columns, self.chosen, self.details),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _read_names(self) -> None:
        QTimer.singleShot(0, self, self._row_filter.read_names)

    def _filter_field(self) -> Field:
        edit = _FilterEdit()
        edit.setMaxLength(_MOST_LETTERS)
        edit.left_downwards.connect(self.left_downwards)
        edit.entered.connect(self._read_names)
        edit.textChanged.connect(self._row_filter.set_typed)
        field = Field(
            self.tr("Search forms and uses"),
            "search",
            QKeySequence(QKeySequence.StandardKey.Find).toString(
                QKeySequence.SequenceFormat.NativeText
            ),
            edit=edit,
        )
        field.name(
            self.tr("Search forms and uses"),
            self.tr("Finds names, names on labels, and uses such as sleep. Escape clears it."),
        )
        field.identifier("compare.filter")
        one = unit(self)
        field.setMinimumWidth(round(_FIELD_LEAST * one))
        field.setMaximumWidth(round(_FIELD_MOST * one))
        return field

    def _arrange(self) -> None:
        one = unit(self)
        left = 18 - RESERVE
        self._sides = round(left * one) + round(14 * one)
        rows = spaced(QVBoxLayout(self), 5 * one, left * one, 10 * one, 14 * one, 7 * one)
        first = FlowRow(round(8 * one))
        self.title = Heading(self.tr("Compare forms"), "page")
        self.title.setContentsMargins(round(RESERVE * one), 0, round(4 * one), 0)
        found = (self.title, self.count, self.chips.clear_all)
        first.set_widgets(found, (self.filter, self.label_button, self.find_button), self.filter)
        rows.addLayout(first)
        second = FlowRow()
        flowing = (*self.from_result.widgets, self.hint, *self.chips.widgets)
        second.set_widgets(flowing, (self.sort, self.columns, self.chosen, self.details))
        rows.addLayout(second)
