"""One question: where one is, why it is asked, and the answers to choose from."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.interview_records import Question
from magdesk.rules.facts import Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.answer_text import holds_not_sure
from magdesk.ui.pages.wizard.questions.medicine_list import MedicineList
from magdesk.ui.pages.wizard.questions.number_field import NumberField
from magdesk.ui.pages.wizard.questions.question_choices import ChoiceList
from magdesk.ui.pages.wizard.result.result_lines import BulletLine, bold
from magdesk.ui.pages.wizard.wizard_base_page import BasePage
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.cards import Note
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading

CONTENT_WIDTH = 660.0
LEFT = 40.0
"""Margin at the left, in u; the foot of the wizard keeps the same."""


class Where(NamedTuple):
    """What stands above the question, in words."""

    section: str
    left: str


class QuestionPage(BasePage):
    """``answered`` tells an answer or None, and the text typed for a number."""

    answered = Signal(object, str)

    def __init__(
        self,
        question: Question,
        decision: Decision,
        answer: Answer | None,
        draft: str,
        where: Where,
        closing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(LEFT, CONTENT_WIDTH, parent)
        self.question = question
        one = unit(self)
        self.body.set_spacing(round(2 * one))
        self._add_header(where)
        self._problem = Note("caution", "", "")
        self._problem.setObjectName("wizard.problem")
        self._problem.hide()
        self.input = self._make_input(decision, answer, draft)
        self._unsure = Note("info", "", self._unsure_words())
        self._show_unsure(answer)
        self.body.add_space(14 * one)
        answers = QVBoxLayout()
        answers.setSpacing(round(10 * one))
        for part in (self._problem, self.input, self._unsure):
            answers.addWidget(part)
        self.body.add(answers)
        if closing:
            self.body.add_space(8 * one)
            self.body.add(Prose(closing, "small", "text3"))

    def title_words(self) -> str:
        """Return the section, the question and how many are left."""
        return f"{self._kicker} {self.question.title} {self.question.help}".strip()

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        return self.input.first()

    def problem_words(self) -> str:
        """Return what is missing, in words that say what to do."""
        if isinstance(self.input, NumberField):
            return self.input.fault_words()
        if self.question.kind == "several":
            return self.tr("Choose what applies to you, or “None of these”.")
        if self.question.takes_not_sure:
            return self.tr("Choose one answer. “Not sure” is an answer too.")
        return self.tr("Choose one answer.")

    def show_problem(self) -> None:
        """Say next to the question what is missing, and lead the focus back to it."""
        words = self.problem_words()
        lead = self.tr("This question needs an answer.")
        self._problem.set_text(lead, words)
        self._problem.show()
        self.input.setAccessibleDescription(f"{lead} {words}")
        announce(self._problem, f"{lead} {words}")
        focused = QApplication.focusWidget()
        if focused is None or not self.input.isAncestorOf(focused):
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._problem)

    def _add_header(self, where: Where) -> None:
        one = unit(self)
        self._kicker = f"{where.section}. {where.left}."
        line = QHBoxLayout()
        line.setSpacing(round(7 * one))
        line.addWidget(Prose(where.section, tone="accent", weight=650))
        line.addWidget(Prose(f"·  {where.left}", tone="text2"))
        line.addStretch(1)
        self.body.add(line)
        self.title = Heading(self.question.title, "question")
        self.body.add(self.title)
        if self.question.help:
            self.body.add_space(2 * one)
            self.body.add(Prose(self.question.help, tone="text2"))
        self.body.add(self._why())

    def _why(self) -> BulletLine:
        words = bold(self.tr("Why we ask:"), self.question.why)
        return BulletLine(words, "info", "link", tone="text2")

    def _make_input(
        self, decision: Decision, answer: Answer | None, draft: str
    ) -> ChoiceList | NumberField:
        question = self.question
        if question.kind in ("whole_number", "number"):
            number = NumberField(question, answer, draft)
            number.number_changed.connect(self._number_changed)
            return number
        chosen = answer if isinstance(answer, tuple) else () if answer is None else (str(answer),)
        if question.choices_from == "medicines":
            choices: ChoiceList = MedicineList(question, decision, chosen)
        else:
            choices = ChoiceList(question, chosen)
        choices.chosen_changed.connect(self._chosen_changed)
        return choices

    def _chosen_changed(self, chosen: tuple[str, ...]) -> None:
        if self.question.kind == "several":
            self._tell(chosen or None, "")
        else:
            self._tell(chosen[0], "")

    def _number_changed(self, number: Answer | None) -> None:
        assert isinstance(self.input, NumberField)
        self._tell(number, self.input.edit.text())

    def _tell(self, answer: Answer | None, draft: str) -> None:
        self._problem.hide()
        self.input.setAccessibleDescription("")
        self._show_unsure(answer)
        self.answered.emit(answer, draft)

    def _unsure_words(self) -> str:
        words = self.tr("“Not sure” is a real answer: you still get a result.")
        if self.question.take_along:
            also = self.tr("It may hold this question to take along: “{}”")
            words = f"{words} {also.format(self.question.take_along)}"
        return words

    def _show_unsure(self, answer: Answer | None) -> None:
        self._unsure.setVisible(answer is not None and holds_not_sure(answer))
