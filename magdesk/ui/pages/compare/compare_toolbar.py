"""What stands above the table: title, count, text filter, chips, sorting, columns."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from magdesk.ui.look.theme import scaled_font, unit
from magdesk.ui.pages.compare.counters import ColumnsButton, result_count
from magdesk.ui.pages.compare.filter.filter_chips import FilterChips
from magdesk.ui.pages.compare.table.sort_button import SortButton
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.field import Field, FieldEdit
from magdesk.ui.widgets.flow_row import FlowRow
from magdesk.ui.widgets.focus import RESERVE
from magdesk.ui.widgets.text import Heading

_FIELD_LEAST, _FIELD_MOST = 150.0, 250.0


class _FilterEdit(FieldEdit):
    """Escape clears it, Down and Enter leave it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Escape, Down and Enter their meaning."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class Toolbar(Panel):
    """Tells what was typed; Escape clears the filter, Down and Enter lead to the table."""

    typed = Signal(str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("bottom",), parent)
        self.find_button = Button(self.tr("Find a form that fits"), "primary").identifier(
            "compare.find"
        )
        self.find_button.setToolTip(self.tr("Answer some questions and see which forms may fit"))
        self.details = Button(self.tr("Details"), "secondary").identifier("compare.details")
        self.details.setToolTip(self.tr("Open the details of the chosen form (Enter)"))
        self.chips = FilterChips(self)
        self.sort = SortButton(self)
        self.columns = ColumnsButton(self)
        self.count = QLabel(self)
        self.count.setFont(scaled_font(self, 1.0, 550))
        self.filter = self._filter_field()
        self._arrange()
        for before, after in pairwise(
            (
                *(self.filter.edit, self.find_button, *self.chips.widgets),
                *(self.sort, self.columns, self.details),
            )
        ):
            QWidget.setTabOrder(before, after)
        find_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find_key.activated.connect(self.focus_filter)

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text marked to be typed over."""
        self.filter.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.edit.selectAll()

    def show_count(self, shown: int, total: int, narrowed: bool) -> None:
        """Show how many forms are left of how many."""
        self.count.setText(result_count(shown, total))
        self.chips.clear_all.setVisible(narrowed)

    def _filter_field(self) -> Field:
        edit = _FilterEdit()
        edit.left_downwards.connect(self.left_downwards)
        edit.textChanged.connect(self.typed)
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
        rows = QVBoxLayout(self)
        left = 18 - RESERVE
        rows.setContentsMargins(round(left * one), round(10 * one), round(14 * one), round(7 * one))
        rows.setSpacing(round(5 * one))
        first = FlowRow(round(8 * one))
        title = Heading(self.tr("Compare forms"), "page")
        title.setContentsMargins(round(RESERVE * one), 0, round(4 * one), 0)
        found = (title, self.count, self.chips.clear_all)
        first.set_widgets(found, (self.filter, self.find_button), self.filter)
        rows.addLayout(first)
        second = FlowRow()
        chips = tuple(self.chips.chips.values())
        second.set_widgets(chips, (self.sort, self.columns, self.details))
        rows.addLayout(second)
