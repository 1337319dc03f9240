"""A number with its unit; a text that can be read in two ways is asked about."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.question_ids import FOOD_MG, SUPPLEMENT_MG
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.section import Section
from magdesk.ui.widgets.amounts.number_answer import TwoReadings, read_answer
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.answer_row import AnswerRow
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Paragraph

_FIELD, _TALL = 150.0, 40.0
_NONE, _NOT_SURE = 214.0, 150.0


class NumberSection(Section):
    """``work_out_asked`` tells that the number is to be worked out on the page *Label*."""

    work_out_asked = Signal(str)

    def __init__(
        self,
        sheet: AnswerSheet,
        question: Question,
        locale: NumberLocale,
        quiet: str = "",
        parent: QWidget | None = None,
        *,
        works_out: bool,
    ) -> None:
        super().__init__(sheet, question, parent)
        self._locale = locale
        self._works_out = works_out
        self.none: AnswerRow | None = None
        self.not_sure: AnswerRow | None = None
        one = unit(self)
        self._flow = FlowRow(round(8 * one))
        inside = Column(6 * one)
        self.box = ChoiceBox(question.title, inside, quiet, self)
        self._add_controls()
        inside.add(self._flow)
        self._readings = _Readings(self.box)
        self._readings.chosen.connect(self._take)
        inside.add(self._readings)
        column = Column()
        column.add(self.box)
        self.setLayout(column)
        self.refresh()
        # Not textEdited: an aid that writes for a person sets the text.
        self.edit.textChanged.connect(self._edited)

    def first(self) -> QWidget:
        return self.none or self.not_sure or self.edit

    def refresh(self) -> None:
        answer, draft = self.sheet.answer(self.question.id), self.sheet.draft(self.question.id)
        if self.not_sure is not None:
            self.not_sure.setChecked(answer == NOT_SURE)
        if self.none is not None:
            self.none.setChecked(answer == 0 and isinstance(answer, int) and not draft)
        said = draft or (
            shown_number(answer) if isinstance(answer, int | float) and not self._says_none else ""
        )
        if self.edit.text() != said:
            with QSignalBlocker(self.edit):
                self.edit.setText(said)
        self._show_readings()
        self._offer_labels()

    @property
    def _says_none(self) -> bool:
        return self.none is not None and self.none.isChecked()

    def problem_words(self) -> str:
        match read_answer(self.edit.text(), self.question, self._locale):
            case TwoReadings():
                return self.tr("Choose which number you mean.")
            case "empty" if self.none is not None:
                return self.tr("Type a number, or choose one of the answers beside it.")
            case "empty" if self.not_sure is not None:
                return self.tr("Type a number, or choose “Not sure”.")
            case "empty":
                return self.tr("Type a number.")
            case "not_whole":
                return self.tr("Type a whole number, without decimals.")
            case "out_of_range":
                return self.tr("Type a number from {low} to {high}.").format(
                    low=shown_number(self.question.minimum or 0),
                    high=shown_number(self.question.maximum or 0),
                )
            case _:
                return self.tr("Use figures only, for example {}.").format(self._example())

    def set_problem(self, problem: str) -> None:
        words = f"{problem} {self.question.help}".strip()
        self._field.name(self._field_name(), words)
        if self.none is not None:
            self.none.set_problem(problem)

    # --- what is built ----------------------------------------------------------------------

    def _add_controls(self) -> None:
        one, question = unit(self), self.question
        shown: list[QWidget] = []
        if question.none_label:
            self.none = self._answer_row(NONE, question.none_label, _NONE)
            shown.append(self.none)
        self._field = Field("", None, question.unit, self.box)
        self._field.setFixedSize(round(_FIELD * one), round(_TALL * one))
        self._field.identifier(question.id)
        self._field.name(self._field_name(), question.help)
        self.edit = self._field.edit
        shown.append(self._field)
        if self._works_out and question.unit.startswith("mg"):
            icon = "apple" if question.id == FOOD_MG else "label"
            work_out = Button(self._work_out_words(), "secondary", icon, self.box, tall=True)
            work_out.identifier(f"{question.id}.work_out")
            work_out.clicked.connect(self._work_out)
            shown.append(work_out)
        self._use_labels = Button("", "secondary", "check", self.box, tall=True)
        self._use_labels.identifier(f"{question.id}.use_labels")
        self._use_labels.clicked.connect(self._take_labels)
        self._use_labels.hide()
        shown.append(self._use_labels)
        trailing: list[QWidget] = []
        if question.takes_not_sure:
            self.not_sure = self._answer_row(NOT_SURE, self.tr("Not sure"), _NOT_SURE)
            if self.none is None:  # it costs nothing here
                shown.insert(0, self.not_sure)
            else:
                trailing.append(self.not_sure)
        self._flow.set_widgets(shown, trailing)

    def _answer_row(self, choice: str, label: str, width: float) -> AnswerRow:
        row = AnswerRow(self.question.id, choice, label, "", "check", self.box)
        row.setAccessibleDescription(self.question.not_sure_detail if choice == NOT_SURE else "")
        row.setFixedSize(
            max(round(width * unit(self)), row.sizeHint().width()), row.sizeHint().height()
        )
        row.clicked.connect(self._choose)
        return row

    def _work_out_words(self) -> str:
        if self.question.id == FOOD_MG:
            return self.tr("Work it out from foods")
        return self.tr("Work it out from the label")

    def _field_name(self) -> str:
        return f"{self.question.title} {self.question.unit}".strip()

    def _example(self) -> str:
        return "40" if self.question.kind == "whole_number" else "150"

    # --- what is typed ----------------------------------------------------------------------

    def _edited(self, text: str) -> None:
        number = read_answer(text, self.question, self._locale)
        known = number if isinstance(number, int | float) else None
        self.sheet.set_answer(self.question.id, known, text)
        self.refresh()

    def _choose(self, on: bool) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            answer = 0 if row.choice == NONE else NOT_SURE
            self.sheet.set_answer(self.question.id, answer if on else None)
            self.refresh()

    def _take(self, value: object) -> None:
        if isinstance(value, int | float):
            self.sheet.set_answer(self.question.id, value, shown_number(value))
            self.refresh()
            self.edit.setFocus()

    def _show_readings(self) -> None:
        number = read_answer(self.edit.text(), self.question, self._locale)
        known = self.sheet.answer(self.question.id) is not None
        self._readings.offer(number.values if isinstance(number, TwoReadings) and not known else ())

    def _offer_labels(self) -> None:
        """Offer what the labels that were read come to, until there is an answer."""
        known = self.sheet.answer(self.question.id) is not None
        offers = self.question.id == SUPPLEMENT_MG and bool(self.sheet.products) and not known
        if offers:
            words = self.tr("Use {mg} mg a day from your labels")
            self._use_labels.setText(words.format(mg=shown_number(self.sheet.products_mg)))
            self._use_labels.updateGeometry()
        if self._use_labels.isHidden() is offers:
            self._use_labels.setVisible(offers)
            self._flow.invalidate()

    def _take_labels(self) -> None:
        self._take(self.sheet.products_mg)

    def _work_out(self) -> None:
        self.work_out_asked.emit(self.question.id)


class _Readings(QWidget):
    """Asks which of two numbers is meant."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        one = unit(self)
        row = spaced(QHBoxLayout(self), 6 * one)
        row.addWidget(Paragraph(self.tr("Which one do you mean?"), weight=600, parent=self))
        self._buttons = [Button("", parent=self), Button("", parent=self)]
        for place, button in enumerate(self._buttons):
            button.identifier(f"reading.{place}")
            button.clicked.connect(self._choose)
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    def offer(self, values: tuple[float, ...]) -> None:
        """Show these numbers, or nothing where there are none."""
        self._values = values
        for button, value in zip(self._buttons, values, strict=False):
            button.setText(shown_number(value))
            button.updateGeometry()
        self.setVisible(bool(values))

    def _choose(self) -> None:
        place = next(n for n, each in enumerate(self._buttons) if each is self.sender())
        self.chosen.emit(self._values[place])
