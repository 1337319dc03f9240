"""The form of the day: medicines with their times, meals, waking and bed, and portions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.day import BED, MEALS, WAKE, Problem, ReadDay, has_hours
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.day.times.medicine_adding import MedicineAdding
from magdesk.ui.pages.day.times.portions import Portions
from magdesk.ui.pages.day.times.time_row import TimeRow
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.expander import as_expander
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Heading, Paragraph

_BELOW = (MEALS, WAKE, BED)


class TimesForm(QWidget):
    """Writes into the sheet; ``changed`` tells that times or portions were written."""

    changed = Signal()

    def __init__(self, sheet: AnswerSheet, index: Callable[[], MedicineIndex]) -> None:
        super().__init__()
        self._sheet = sheet
        self._index = index
        self._adding: MedicineAdding | None = None
        self.rows: dict[str, TimeRow] = {}
        one = unit(self)
        self._column = Column(6 * one)
        self._column.add(self._head())
        self.nothing_told = self._nothing_told()
        self._column.add(self.nothing_told)
        self._rows = QWidget(self)
        self._row_column = Column(2 * one)
        self._rows.setLayout(self._row_column)
        self._column.add(self._rows)
        self.portions = Portions(self)
        self.portions.chosen.connect(self._choose_portions)
        self._column.add(self.portions)
        self.setLayout(self._column)
        for what in _BELOW:
            self._add_row(what, len(self.rows), self._names()[what])
        as_group(self, self.tr("Your times"))

    # --- what is shown ----------------------------------------------------------------------

    def refresh(self, read: ReadDay, names: Mapping[str, str]) -> None:
        """Show the medicines and times of the sheet, and what is wrong with them."""
        medicines = self._sheet.decision.medicines
        timed = [each.id for each in read.day.medicines if has_hours(medicines[each.id])]
        for what in [each for each in self.rows if each not in (*timed, *_BELOW)]:
            self._drop_row(what)
        for place, what in enumerate(timed):
            if what not in self.rows:
                self._add_row(what, place, names[what])
            self.rows[what].rename(names[what])
        for what, row in self.rows.items():
            troubles = {
                place: self._words(problem)
                for (which, place), problem in read.problems.items()
                if which == what
            }
            row.show_times(self._sheet.day.texts(what), troubles)
        self.portions.show_count(read.day.portions)
        self.nothing_told.setVisible(self._sheet.medicines.answer is None)
        if self._adding is not None:
            self._adding.refresh()
        elif self._sheet.medicines.open:
            self.add.setChecked(True)
        for before, after in pairwise(self.controls()):
            QWidget.setTabOrder(before, after)

    def first(self) -> QWidget:
        """Return where to begin: at the first time that is missing, else at the first time."""
        for what in self._order():
            first = self.rows[what].fields[0].edit
            if not first.text():
                return first
        return self.rows[self._order()[0]].fields[0].edit

    def _order(self) -> list[str]:
        """What is timed, from the head of the form on."""
        medicines = (row for row in self._sheet.medicines.rows if row in self.rows)
        return [*medicines, *_BELOW]

    # --- how it is built --------------------------------------------------------------------

    def _head(self) -> QWidget:
        head = QWidget(self)
        flow = FlowRow(round(8 * unit(self)))
        self.add = Button(self.tr("Add a medicine"), "ghost", "plus", head).identifier("day.add")
        self.add.setCheckable(True)
        as_expander(self.add)
        self.add.toggled.connect(self._show_adding)
        flow.set_widgets([Heading(self.tr("Your times"), "section", head)], [self.add])
        head.setLayout(flow)
        return head

    def _nothing_told(self) -> QWidget:
        told = QWidget(self)
        flow = FlowRow(round(8 * unit(self)))
        words = Paragraph(self.tr("Add every medicine that you take."), parent=told, single=True)
        self.none = Button(self.tr("I take none"), parent=told).identifier("day.none")
        self.none.setAccessibleName(self.tr("I take no medicines"))
        self.none.clicked.connect(self._say_none)
        flow.set_widgets([words, self.none], [])
        told.setLayout(flow)
        return told

    def _names(self) -> Mapping[str, str]:
        return {MEALS: self.tr("Meals"), WAKE: self.tr("Waking"), BED: self.tr("Bed")}

    def _add_row(self, what: str, place: int, name: str) -> None:
        about = self.tr("A time such as 7:30 or 7.30 pm")
        row = TimeRow(what, name, about, grows=what not in (WAKE, BED), parent=self._rows)
        row.written.connect(self._write)
        self.rows[what] = row
        self._row_column.insert(place, row)
        row.show()

    def _drop_row(self, what: str) -> None:
        row = self.rows.pop(what)
        self._row_column.remove(row)
        row.hide()
        row.deleteLater()

    def controls(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        adding = [] if self._adding is None else self._adding.controls()
        timed = (control for what in self._order() for control in self.rows[what].controls())
        return [self.add, self.none, *adding, *timed, *self.portions.tiles]

    def _words(self, problem: Problem) -> str:
        return {
            "unreadable": self.tr("Use a time such as 7:30 or 7.30 pm."),
            "twice": self.tr("This time stands twice."),
            "missing": self.tr("A time is needed here."),
            "as_waking": self.tr("Bed has to be at another time than waking."),
        }[problem]

    # --- what the person does ---------------------------------------------------------------

    @Slot(str, int, str)
    def _write(self, what: str, place: int, text: str) -> None:
        before = self._sheet.day.texts(what)
        self._sheet.day.write(what, place, text)
        if self._sheet.day.texts(what) != before:
            self.changed.emit()

    @Slot(int)
    def _choose_portions(self, count: int) -> None:
        if count != self._sheet.day.portions:
            self._sheet.day.portions = count
            self.changed.emit()

    @Slot()
    def _say_none(self) -> None:
        self._sheet.medicines.say_none()
        self._sheet.medicines_changed()
        QTimer.singleShot(0, self, self._to_first)

    @Slot()
    def _to_first(self) -> None:
        self.first().setFocus()

    @Slot(bool)
    def _show_adding(self, on: bool) -> None:
        if on and self._adding is None:
            self._adding = MedicineAdding(self._sheet, self._index(), self)
            self._column.insert(2, self._adding)
            self._adding.show()
        if self._adding is not None:
            self._adding.setVisible(on)
        if on:
            QTimer.singleShot(0, self, self._to_finder)

    @Slot()
    def _to_finder(self) -> None:
        if self._adding is not None and self.add.hasFocus():
            self._adding.to_field()
