"""A number with its unit, and *Not sure* beside it where the question takes that."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from magdesk.knowledge.interview_records import Question
from magdesk.rules.facts import NOT_SURE, Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.number_text import Fault, number_text, read_number
from magdesk.ui.pages.wizard.questions.question_choices import AnswerRow, OrLine
from magdesk.ui.widgets.field import Field

_FIELD_WIDTH = 150.0


class NumberField(QWidget):
    """``number_changed`` tells the number, ``not_sure`` or None where there is no answer."""

    number_changed = Signal(object)

    def __init__(
        self,
        question: Question,
        answer: Answer | None,
        draft: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._not_sure: AnswerRow | None = None
        one = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(10 * one))
        self._field = Field(parent=self)
        self._field.setFixedWidth(round(_FIELD_WIDTH * one))
        self._field.identifier(question.id)
        self._field.name(f"{question.title} {question.unit}".strip(), question.help)
        self.edit = self._field.edit
        row = QHBoxLayout()
        row.setSpacing(round(9 * one))
        row.addWidget(self._field)
        row.addWidget(QLabel(question.unit, self))
        row.addStretch(1)
        column.addLayout(row)
        if question.takes_not_sure:
            self._add_not_sure(column)
        self._show(answer, draft)
        self.edit.textChanged.connect(self._edited)

    def first(self) -> QWidget:
        """Return where the focus goes first."""
        return self.edit

    def fault(self) -> Fault | None:
        """Return what is wrong with the text, or None."""
        if self._not_sure is not None and self._not_sure.isChecked():
            return None
        number = read_number(self.edit.text(), self.question, QLocale())
        return number if isinstance(number, str) else None

    def fault_words(self) -> str:
        """Return what is wrong in words that say what to do."""
        match self.fault():
            case None:
                return ""
            case "empty" if self._not_sure is not None:
                return self.tr("Type a number, or choose “Not sure”. Zero is a number too.")
            case "empty":
                return self.tr("Type a number.")
            case "not_a_number":
                return self.tr("Use figures only, for example {}.").format(self._example())
            case "not_whole":
                return self.tr("Type a whole number, without decimals.")
            case _:
                locale = QLocale()
                return self.tr("Type a number from {low} to {high}.").format(
                    low=number_text(self.question.minimum or 0, locale),
                    high=number_text(self.question.maximum or 0, locale),
                )

    def _example(self) -> str:
        return "40" if self.question.kind == "whole_number" else "150"

    def _add_not_sure(self, column: QVBoxLayout) -> None:
        row = AnswerRow(self.tr("Not sure"), self.question.not_sure_detail, "check", self)
        row.identifier(f"{self.question.id}.{NOT_SURE}")
        row.clicked.connect(self._chose_not_sure)
        self._not_sure = row
        column.addWidget(OrLine(self))
        column.addWidget(row)

    def _show(self, answer: Answer | None, draft: str) -> None:
        if answer == NOT_SURE and self._not_sure is not None:
            self._not_sure.setChecked(True)
        elif draft:
            self.edit.setText(draft)
        elif isinstance(answer, int | float):
            self.edit.setText(number_text(answer, QLocale()))

    def _edited(self, text: str) -> None:
        if text and self._not_sure is not None:
            self._not_sure.setChecked(False)
        self._tell()

    def _chose_not_sure(self, on: bool) -> None:
        if on:
            self.edit.clear()
        self._tell()

    def _tell(self) -> None:
        if self._not_sure is not None and self._not_sure.isChecked():
            self.number_changed.emit(NOT_SURE)
            return
        number = read_number(self.edit.text(), self.question, QLocale())
        self.number_changed.emit(None if isinstance(number, str) else number)
