"""Check your answers: every answer in words, each with a way to change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.interview_records import Page, Question
from magdesk.rules.facts import Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.answer_text import answer_lines, holds_not_sure
from magdesk.ui.pages.wizard.layouts.switch_box import SwitchBox
from magdesk.ui.pages.wizard.questions.question_page import LEFT
from magdesk.ui.pages.wizard.result.result_lines import BulletLine
from magdesk.ui.pages.wizard.wizard_base_page import BasePage
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading, escape

CONTENT_WIDTH = 700.0
_STACKED_BELOW = 340.0
"""Width in u that question and answer need beside each other."""

_SHARES = (3, 5)


class ReviewPage(BasePage):
    """``change_asked`` tells the question whose answer is to be changed."""

    change_asked = Signal(str)

    def __init__(
        self,
        sections: Sequence[Page],
        questions: Sequence[Question],
        answers: Mapping[str, Answer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(LEFT, CONTENT_WIDTH, parent)
        one = unit(self)
        self.body.set_spacing(0)
        self.title = Heading(self.tr("Check your answers"), "page")
        self.title.setAccessibleIdentifier("wizard.review")
        self.body.add(self.title)
        words = self.tr(
            "Nothing is decided until you press “Show my result”. You can change any answer."
        )
        self.body.add_space(4 * one)
        self.body.add(Prose(words, tone="text2"))
        for section in sections:
            members = [question for question in questions if question.page == section.id]
            if members:
                self._add_section(section, members, answers)

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        return self.title

    def title_words(self) -> str:
        """Return the title."""
        return self.title.text()

    def _add_section(
        self, section: Page, questions: Sequence[Question], answers: Mapping[str, Answer]
    ) -> None:
        one = unit(self)
        self.body.add_space(14 * one)
        self.body.add(Heading(section.title, "section"))
        self.body.add_space(4 * one)
        self.body.add(Line())
        for question in questions:
            row = AnswerLine(question, answers.get(question.id))
            row.change.clicked.connect(self._change)
            self.body.add(row)
            self.body.add(Line())

    def _change(self) -> None:
        line = self.sender().parent()
        assert isinstance(line, AnswerLine)
        self.change_asked.emit(line.question.id)


class AnswerLine(QWidget):
    """One answer: what was asked, what was said, and *Change*."""

    def __init__(
        self, question: Question, answer: Answer | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        one = unit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(12 * one))
        words = SwitchBox(_STACKED_BELOW * one, _SHARES, gap=12 * one)
        self.change = Button(self.tr("Change"), "link", parent=self)
        self.change.identifier(f"wizard.change.{question.id}")
        self.change.setAccessibleName(self.tr("Change: {}").format(question.short))
        edge = round((self.change.sizeHint().height() - 1.3 * self.fontMetrics().height()) / 2)
        words.setContentsMargins(0, edge, 0, edge)
        top = Qt.AlignmentFlag.AlignTop
        words.add(Prose(question.short, tone="text2"))
        words.add(self._answer(answer))
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, top)

    def _answer(self, answer: Answer | None) -> QVBoxLayout:
        one = unit(self)
        column = QVBoxLayout()
        column.setSpacing(round(3 * one))
        lines = self._lines(answer)
        for text, unsure in lines:
            if unsure:
                column.addWidget(BulletLine(escape(text), "question", "caution_text", weight=600))
            else:
                column.addWidget(Prose(escape(text), weight=600))
        return column

    def _lines(self, answer: Answer | None) -> list[tuple[str, bool]]:
        if answer is None:
            return [(self.tr("Not answered yet"), True)]
        lines = answer_lines(self.question, answer)
        last = len(lines) - 1
        return [(text, n == last and holds_not_sure(answer)) for n, text in enumerate(lines)]
