"""Which medicines: none, not sure, names as typed, and the list by class below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.records.interview_records import Question
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.in_place_question import InPlaceQuestion
from magdesk.ui.pages.wizard.questions.section import Section
from magdesk.ui.pages.wizard.taking.class_list import ClassList
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.answer_row import AnswerRow
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.medicines.medicine_field import MedicineField
from magdesk.ui.widgets.medicines.medicine_lines import MedicineLines

_NONE, _FIND, _NOT_SURE, _TALL = 214.0, 240.0, 126.0, 40.0
_WIDEST = 360.0


class MedicinesSection(Section):
    """Lines and ticks live in the sheet; this shows them and passes on what is done."""

    amount_asked = Signal()
    """A product with magnesium was added, and nothing is known of its amount."""

    def __init__(
        self,
        sheet: AnswerSheet,
        question: Question,
        index: MedicineIndex,
        quiet: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(sheet, question, parent)
        self._index = index
        one = unit(self)
        inside = Column(7 * one)
        self.box = ChoiceBox(question.title, inside, quiet, self)
        self._add_controls(inside)
        self.confirm = InPlaceQuestion(self.box)
        self.confirm.yes.identifier("medicines.none.confirm")
        self.confirm.no.identifier("medicines.none.keep")
        self.confirm.yes.clicked.connect(self._take_none)
        self.confirm.no.clicked.connect(self._keep)
        inside.add(self.confirm)
        self._lines = MedicineLines(sheet, index, 7 * one, self.box)
        self._lines.answered.connect(self._after)
        self._lines.removed.connect(self._after_removal)
        inside.add(self._lines)
        self.class_list = ClassList(sheet, question, self.box)
        self.class_list.ticked.connect(self._tick)
        inside.add(self.class_list)
        column = Column()
        column.add(self.box)
        self.setLayout(column)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_find)
        self.refresh()

    def first(self) -> QWidget:
        open_lines = self.sheet.medicines.open
        first = self._lines.first_action(open_lines[0].number) if open_lines else None
        return first or self.field.edit

    def take_in(self) -> bool:
        """Add the name that stands in the box, as if Enter had been pressed.

        Return whether another name may be meant; the focus is on the first of them then.
        """
        known = {line.line.number for line in self._lines}
        self.field.enter()
        for line in self._lines:
            if line.line.number in known:
                continue
            meant = line.first_action() if line.line.found.did_you_mean else None
            if meant is not None:
                # After the list of names that were offered has given the focus back.
                QTimer.singleShot(0, meant, meant.setFocus)
                return True
        return False

    def refresh(self) -> None:
        medicines = self.sheet.medicines
        self.none.setChecked(medicines.none)
        self.not_sure.setChecked(medicines.not_sure)
        self._lines.show_lines(medicines.lines)
        self.class_list.refresh()
        if medicines.is_empty:
            self.confirm.hide()

    def problem_words(self) -> str:
        if self.sheet.medicines.open:
            return self.tr("A name below asks something first. Answer it, or take the name out.")
        return self.tr("Type what you take, or choose “I take no medicines”.")

    def set_problem(self, problem: str) -> None:
        self.field.name(self.tr("Find a medicine"), problem)
        first = self.first()
        if first is not self.field.edit and problem:
            first.setAccessibleDescription(problem)

    # --- what is built ----------------------------------------------------------------------

    def _add_controls(self, inside: Column) -> None:
        one, question = unit(self), self.question
        flow = FlowRow(round(8 * one))
        self.none = self._row(NONE, question.none_label, question.none_detail, _NONE)
        self.field = MedicineField(self._index, self.box)
        self.field.setFixedHeight(round(_TALL * one))
        self.field.setMinimumWidth(round(_FIND * one))
        self.field.setMaximumWidth(round(_WIDEST * one))
        self.field.entered.connect(self._add)
        add = Button(self.tr("Add"), parent=self.box, tall=True)
        add.identifier("medicines.add")
        add.setAccessibleName(self.tr("Add this medicine"))
        add.clicked.connect(self.field.enter)
        self.not_sure = self._row(
            NOT_SURE, self.tr("Not sure"), question.not_sure_detail, _NOT_SURE
        )
        flow.set_widgets([self.none, self.field, add], [self.not_sure], self.field)
        inside.add(flow)

    def _row(self, choice: str, label: str, about: str, width: float) -> AnswerRow:
        row = AnswerRow(self.question.id, choice, label, "", "check", self.box)
        row.setAccessibleDescription(about)
        wide = max(round(width * unit(self)), row.sizeHint().width())
        row.setFixedSize(wide, row.sizeHint().height())
        row.clicked.connect(self._choose)
        return row

    # --- what the person does ---------------------------------------------------------------

    def _add(self, typed: str) -> None:
        added = self.sheet.medicines.add(find_list(self._index, typed))
        self._changed()
        shown = filter(None, (self._lines.line(each.number) for each in added))
        words = " ".join(f"{each.line.found.typed}: {each.verdict_words()}" for each in shown)
        announce(self.field.edit, words)

    def _changed(self) -> None:
        amount_is_open = self.sheet.medicines_changed()
        self.refresh()
        if amount_is_open:
            self.amount_asked.emit()

    def _choose(self, on: bool) -> None:
        row, medicines = self.sender(), self.sheet.medicines
        if row is self.not_sure:
            medicines.say_not_sure(on)
        elif on and not medicines.is_empty:
            self.none.setChecked(False)
            self.confirm.ask(self.tr("Take out all that you ticked and typed?"))
            return
        else:
            medicines.say_none(on)
        self._changed()

    def _take_none(self) -> None:
        self.sheet.medicines.say_none()
        self.confirm.hide()
        self._changed()
        self.none.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.confirm.hide()
        self.none.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, row: str, on: bool) -> None:
        self.sheet.medicines.tick(row, on)
        self._changed()

    def _after_removal(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def _after(self, number: int, what: str) -> None:
        """Show the line as it is now, and keep the focus where it was pressed."""
        self._changed()
        pressed = self._lines.findChild(QWidget, f"medicines.line.{number}.{what}")
        if isinstance(pressed, QWidget):
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_find(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()
