"""The list of medicines by class, for who does not know the name; built when it is unfolded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.records.interview_records import Question
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.choices.answer_row import AnswerRow, stand_together
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.choices.choice_row import CLOSE
from magdesk.ui.widgets.choices.fold_line import Fold
from magdesk.ui.widgets.layouts.group_columns import GroupColumns
from magdesk.ui.widgets.layouts.stacked_column import Column

_TWO_FROM, _GAP, _BELOW, _ROWS = 700.0, 14.0, 12.0, 5.0
_FEW = 6
"""Names in a row; the search finds all."""


class ClassList(QWidget):
    """``ticked`` tells a row of the list and whether it is on."""

    ticked = Signal(str, bool)

    def __init__(
        self, sheet: AnswerSheet, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._question = question
        self.rows: dict[str, AnswerRow] = {}
        count = len(question.choices)
        quiet = self.tr("%n kind(s) of medicine, if you do not know the name", "", count)
        self.fold = Fold(self.tr("Choose from a list"), quiet, self)
        self.fold.line.identifier("medicines.list")
        self.fold.fill_with(self._build)
        self.fold.filled.connect(self.refresh)
        column = Column()
        column.add(self.fold)
        self.setLayout(column)

    def refresh(self) -> None:
        rows = self._sheet.medicines.rows
        for choice, row in self.rows.items():
            if row.isChecked() != (choice in rows):
                row.setChecked(choice in rows)

    def _build(self) -> list[GroupColumns]:
        one = unit(self)
        columns = GroupColumns(_TWO_FROM * one, _GAP * one, _BELOW * one)
        for group in self._question.groups:
            rows = Column(_ROWS * one)
            box = ChoiceBox(group.title, rows, "", self.fold.inside)
            members = [each for each in self._question.choices if each.group == group.id]
            for choice in members:
                names = choice.detail.split(", ")
                row = AnswerRow(
                    self._question.id, choice.id, choice.label, ", ".join(names[:_FEW]), "check",
                    box, density=CLOSE,
                )  # fmt: skip
                row.clicked.connect(self._toggle)
                rows.add(row)
                self.rows[choice.id] = row
            columns.add(box)
        stand_together(self.rows.values())
        return [columns]

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            self.ticked.emit(row.choice, row.choice not in self._sheet.medicines.rows)
