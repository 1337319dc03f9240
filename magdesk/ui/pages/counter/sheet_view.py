"""The eleven groups of the counter below each other, and the one in hand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.counter_groups import GROUPS
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import SUPPLEMENT_MG
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.pages.counter.group_row import GroupRow
from magdesk.ui.pages.counter.kidney_row import KidneyRow
from magdesk.ui.pages.counter.medicines_row import MedicinesRow
from magdesk.ui.pages.counter.term_chip import TermChip
from magdesk.ui.widgets.access.announce import tell_on_arrival
from magdesk.ui.widgets.access.focus import RingMemory
from magdesk.ui.widgets.amounts.shown_number import number_locale
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.scroll import ScrollArea

translate = QCoreApplication.translate


class MagnesiumRow(GroupRow):
    """Magnesium in all, with the way to the label reader."""

    def fill(self) -> None:
        """Put the way to the label after the field."""
        self.label = Button(self.tr("Label"), "secondary", "label", self.body)
        self.label.height_u = 26.0
        self.label.identifier("counter.label")
        self.label.setAccessibleName(self.tr("Work it out from the label"))
        terms = list(self.terms[0].widgets())
        self.flow.set_widgets([*terms, self.label], ())
        self.column.add(self.flow)
        self.column.add(self.note)
        self.column.add(self._readings)

    def start(self) -> QWidget:
        """Return the term, so that 0 is none; another digit begins the number."""
        return next(iter(self.terms[0].chips.values()))

    def press_digit(self, digit: str) -> bool:
        """Take 0 for none, and begin to type with any other digit."""
        field = self.terms[0].field
        if digit == "0" or field is None:
            return super().press_digit(digit)
        field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.edit.setText(digit)
        return True


class CounterSheet(ScrollArea):
    """``label_asked`` asks for the label reader; ``in_hand`` is the group that keys act on."""

    label_asked = Signal(str)

    def __init__(self, library: Library, sheet: AnswerSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.content = QWidget()
        column = Column()
        locale = number_locale(library.number_table)
        self.rows: dict[str, GroupRow] = {}
        names = group_names()
        for group in GROUPS:
            title = names[group.letter]
            if group.letter == "R":
                index = MedicineIndex(library.medicine_names, library.decision.medicines)
                row: GroupRow = MedicinesRow(group, title, sheet, locale, index, self.content)
            else:
                kind = {"M": MagnesiumRow, "K": KidneyRow}.get(group.letter, GroupRow)
                row = kind(group, title, sheet, locale, self.content)
            row.left.connect(self._go_to_next)
            for chip in row.findChildren(TermChip):
                chip.stepped.connect(self._step)
            column.add(row)
            self.rows[group.letter] = row
        magnesium = self.rows["M"]
        if isinstance(magnesium, MagnesiumRow):
            magnesium.label.clicked.connect(self._ask_label)
        self.content.setLayout(column)
        self.in_hand = self.rows["W"]
        self._is_typing = False
        self.set_canvas(self.content)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self.refresh()

    # --- where the keys act -----------------------------------------------------------------

    def go_to(self, letter: str) -> bool:
        """Take a group in hand; return whether the letter is one."""
        row = self.rows.get(letter)
        if row is None:
            return False
        self._lead_to(row, row.start())
        return True

    def _lead_to(self, row: GroupRow, first: QWidget) -> None:
        self._take_in_hand(row)
        RingMemory.keys_in_use = True
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """Put the focus into the group in hand, after the event that asks for it."""
        QTimer.singleShot(0, self, self._begin)

    def go_on(self) -> None:
        """Go to what is open in the group in hand, else on to the next."""
        self.in_hand.go_on()

    def leave_field(self) -> None:
        """Go from a field to the terms beside it, where letters act again."""
        stops = [each for each in self.in_hand.stops() if not isinstance(each, QLineEdit)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self) -> None:
        if self.isVisible():
            self.in_hand.start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_next(self) -> None:
        letters = list(self.rows)
        row = self.sender()
        place = next(n for n, each in enumerate(letters) if self.rows[each] is row)
        if place + 1 < len(letters):
            following = self.rows[letters[place + 1]]
            self._lead_to(following, following.arrive())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Take the group in hand that the focus is in, and let a field have the keys."""
        if new is None:
            return
        self._is_typing = isinstance(new, QLineEdit)
        holds = (row for row in self.rows.values() if row.isAncestorOf(new))
        self._take_in_hand(next(holds, self.in_hand))

    def _take_in_hand(self, row: GroupRow) -> None:
        self.in_hand = row
        for each in self.rows.values():
            each.set_in_hand(each is row, self._is_typing)

    def _step(self, by: int) -> None:
        self.in_hand.step(by)

    def _ask_label(self) -> None:
        self.label_asked.emit(SUPPLEMENT_MG)

    def measure_again(self) -> None:
        """Find the place of every term anew, in another size of text."""
        for row in self.rows.values():
            row.measure_again()

    # --- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the sheet holds."""
        for row in self.rows.values():
            row.refresh()

    def set_states(self, can_wait: frozenset[str], emergency_number: str) -> None:
        """Tell below the names which questions need no answer before the others."""
        for letter, row in self.rows.items():
            if letter == "N":
                number = self.tr("24 h; call {number}").format(number=emergency_number)
                row.set_state(number)
            elif letter != "R":
                waits = can_wait.issuperset(row.group.questions)
                row.set_state(self.tr("can wait") if waits else "")

    def forget(self, told: str) -> None:
        """Keep nothing of the last person, begin with the first group, and have that read out."""
        for row in self.rows.values():
            row.forget()
        self.refresh()
        tell_on_arrival(self.rows["W"].start(), told)
        self.go_to("W")
        self.to_top()


def group_names() -> dict[str, str]:
    """Return the name of each group by its letter."""
    return {
        "W": translate("CounterSheet", "What, when"),
        "N": translate("CounterSheet", "Now"),
        "T": translate("CounterSheet", "Today"),
        "M": translate("CounterSheet", "Magnesium"),
        "R": translate("CounterSheet", "Medicines"),
        "P": translate("CounterSheet", "Person"),
        "K": translate("CounterSheet", "Kidney"),
        "C": translate("CounterSheet", "Conditions"),
        "S": translate("CounterSheet", "See a doctor"),
        "B": translate("CounterSheet", "Brings it on"),
        "H": translate("CounterSheet", "Habits"),
    }
