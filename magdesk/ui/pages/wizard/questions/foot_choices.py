"""*None of these* and *Not sure*, in the foot, where no list can scroll them away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet, with_choice
from magdesk.interview.answers import choice_ids
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.in_place_question import InPlaceQuestion
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.choices.answer_row import AnswerRow, stand_together
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.layouts.choice_grid import ChoiceGrid
from magdesk.ui.widgets.layouts.stacked_column import Column

_LEAST, _GAP = 220.0, 14.0


class FootChoices(QWidget):
    """*None* asks first where something is ticked: nothing is lost without being asked."""

    def __init__(self, sheet: AnswerSheet, question: Question) -> None:
        super().__init__()
        self._sheet = sheet
        self._question = question
        self._order = choice_ids(question)
        one = unit(self)
        grid = ChoiceGrid(2, _LEAST * one, _GAP * one)
        self.box = ChoiceBox(self.tr("Or one of these"), grid, "", self, shown=False)
        none = question.none_label or self.tr("None of these")
        self.none = self._row(NONE, none, question.none_detail)
        self.not_sure = self._row(NOT_SURE, self.tr("Not sure"), question.not_sure_detail)
        self.rows = [self.none, self.not_sure]
        for row in self.rows:
            grid.add(row)
        stand_together(self.rows)
        self.confirm = InPlaceQuestion(self)
        self.confirm.yes.identifier(f"{question.id}.none.confirm")
        self.confirm.no.identifier(f"{question.id}.none.keep")
        self.confirm.yes.clicked.connect(self._take_out)
        self.confirm.no.clicked.connect(self._keep)
        column = Column(6 * one)
        column.setContentsMargins(*(round(side * one) for side in (RESERVE, 0, RESERVE, 0)))
        column.add(self.confirm)
        column.add(self.box)
        self.setLayout(column)
        self.refresh()

    def refresh(self) -> None:
        """Show what the sheet holds now."""
        chosen = self._sheet.chosen(self._question.id)
        for row in self.rows:
            if row.isChecked() != (row.choice in chosen):
                row.setChecked(row.choice in chosen)
        if not self._ticked():
            self.confirm.hide()

    def set_filtered(self, filtered: bool) -> None:
        """Keep *None* out of sight while not all choices are in sight."""
        self.none.setVisible(not filtered)
        self.confirm.hide()

    def _row(self, choice: str, label: str, detail: str) -> AnswerRow:
        row = AnswerRow(self._question.id, choice, label, detail, "check", self.box)
        row.clicked.connect(self._toggle)
        return row

    def _ticked(self) -> list[str]:
        return [
            choice
            for choice in self._sheet.chosen(self._question.id)
            if choice not in (NONE, NOT_SURE)
        ]

    def _toggle(self) -> None:
        row = self.sender()
        if not isinstance(row, AnswerRow):
            return
        on = row.choice not in self._sheet.chosen(self._question.id)
        if row is self.none and on and self._ticked():
            self.none.setChecked(False)
            self.confirm.ask(self.tr("Take out %n tick(s) above?", "", len(self._ticked())))
            return
        self._write(with_choice(self._sheet.chosen(self._question.id), row.choice, on, self._order))

    def _write(self, chosen: tuple[str, ...]) -> None:
        self._sheet.set_answer(self._question.id, chosen)
        self.refresh()

    def _take_out(self) -> None:
        self._write((NONE,))
        self.none.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.confirm.hide()
        self.none.setFocus(Qt.FocusReason.OtherFocusReason)
