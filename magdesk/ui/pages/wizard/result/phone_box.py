"""What can be said on the phone, in the words of the answers: to read out or to copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from magdesk.advice.advice import Advice
from magdesk.answer_sheet.answer_sheet import holds_not_sure
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import AGE, MEDICINES, SUPPLEMENT_MG, SYMPTOM
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, Answer
from magdesk.rules.firing import RANK
from magdesk.ui.pages.wizard.check.answer_text import answer_lines
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.text import Paragraph, escape

translate = QCoreApplication.translate


def phone_words(advice: Advice, answers: Mapping[str, Answer], decision: Decision) -> str:
    """Return a few sentences: the signs that count, the complaint, the age and the medicines.

    How long the complaint has gone on is left out: who listens would take it for the sign's time.
    When the sign began was not asked, so there is a place to say it.
    """
    return " ".join(_sentences(advice, answers, decision))


def _sentences(advice: Advice, answers: Mapping[str, Answer], decision: Decision) -> Iterator[str]:
    if advice.level == "today":
        yield translate("phone", "I need to be seen today.")
    yield from _signs(advice, answers, decision)
    yield translate("phone", "It began (when?).")
    yield from _about(answers, decision)


def _signs(advice: Advice, answers: Mapping[str, Answer], decision: Decision) -> Iterator[str]:
    urgent = [rule for rule in advice.rules if RANK[rule.level] >= RANK["today"]]
    names = dict.fromkeys(said.question for rule in urgent for said in rule.answers)
    for name in names:
        answer, question = answers[name], decision.questions[name]
        chosen = answer if isinstance(answer, tuple) else ()
        for choice in chosen:
            yield from _first_person(question, choice)
        if holds_not_sure(answer):
            yield translate("phone", "I am not sure about some warning signs.")


def _about(answers: Mapping[str, Answer], decision: Decision) -> Iterator[str]:
    yield from _first_person(decision.questions[SYMPTOM], str(answers.get(SYMPTOM)))
    told = (
        (AGE, translate("phone", "My age: {}.")),
        (MEDICINES, translate("phone", "I take: {}.")),
        (SUPPLEMENT_MG, translate("phone", "Magnesium that I take a day: {}.")),
    )
    for name, sentence in told:
        answer = answers.get(name)
        if answer not in (None, 0, (NONE,)) and not holds_not_sure(answer):
            lines = answer_lines(decision.questions[name], answer)
            yield sentence.format("; ".join(lines))


def _first_person(question: Question, name: str) -> Iterator[str]:
    """The choice as the person says it; nothing for one that is told in another way."""
    yield from (row.first_person for row in question.choices if row.id == name and row.first_person)


class PhoneBox(Card):
    """Quotes the words, with *Copy* beside their title."""

    def __init__(self, words: str) -> None:
        super().__init__(fill="window")
        self._words = words
        row = QHBoxLayout()
        title = Paragraph(self.tr("To say on the phone"), "small", weight=650)
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        copy = Button(self.tr("Copy"), "ghost", "copy")
        copy.identifier("wizard.copy_phone")
        copy.setAccessibleName(self.tr("Copy what you can say on the phone"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        self.body.addLayout(row)
        self.body.addWidget(Paragraph(escape(f"“{words}”"), "lead"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        announce(self, self.tr("Copied"))
