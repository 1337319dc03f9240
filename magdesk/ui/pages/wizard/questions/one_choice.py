"""A question with one answer: tiles where the answers are few, else rows in two columns."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.answers import choice_ids
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.section import Section
from magdesk.ui.widgets.choices.answer_row import AnswerRow, stand_together
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.choice_grid import ChoiceGrid

_MOST_TILES = 4
_TILE, _ROW = 150.0, 300.0
_GAP = 8.0


class OneChoice(Section):
    """Picking an answer writes it down at once."""

    def __init__(
        self,
        sheet: AnswerSheet,
        question: Question,
        quiet: str = "",
        parent: QWidget | None = None,
        *,
        titled: bool = True,
    ) -> None:
        super().__init__(sheet, question, parent)
        self.rows: list[AnswerRow] = []
        one = unit(self)
        ids = choice_ids(question)
        tiles = len(ids) <= _MOST_TILES
        columns = len(ids) if tiles else 2
        grid = ChoiceGrid(columns, (_TILE if tiles else _ROW) * one, _GAP * one)
        self.box = ChoiceBox(question.title, grid, quiet, self, shown=titled)
        for choice in question.choices:
            grid.add(self._row(choice.id, choice.label, choice.detail))
        if NOT_SURE in ids:
            row = self._row(NOT_SURE, self.tr("Not sure"), "")
            row.set_tip(question.not_sure_detail)
            if tiles:
                grid.add(row)
            else:
                grid.add_across(row)
        stand_together(self.rows)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.box)
        self.refresh()

    def first(self) -> QWidget:
        picked = self.sheet.answer(self.question.id)
        return next((row for row in self.rows if row.choice == picked), self.rows[0])

    def refresh(self) -> None:
        picked = self.sheet.answer(self.question.id)
        for row in self.rows:
            on = row.choice == picked
            if row.isChecked() != on:
                row.setAutoExclusive(False)  # else none could be cleared again
                row.setChecked(on)
                row.setAutoExclusive(True)

    def problem_words(self) -> str:
        if self.question.takes_not_sure:
            return self.tr("Choose one answer. “Not sure” is an answer too.")
        return self.tr("Choose one answer.")

    def set_problem(self, problem: str) -> None:
        self.rows[0].set_problem(problem)

    def _row(self, choice: str, label: str, detail: str) -> AnswerRow:
        row = AnswerRow(self.question.id, choice, label, detail, "radio", self.box)
        row.clicked.connect(self._pick)
        self.rows.append(row)
        return row

    def _pick(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            self.sheet.set_answer(self.question.id, row.choice)
