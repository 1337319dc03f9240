"""What a person can say on the phone, in the words of the answers they gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from magdesk.advice.advice import Advice
from magdesk.answer_sheet.answer_sheet import holds_not_sure
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import AGE, MEDICINES, SYMPTOM
from magdesk.rules.facts import NONE, NOT_SURE, Answer
from magdesk.rules.firing import RANK
from magdesk.ui.pages.wizard.check.answer_text import answer_lines, choice_label

translate = QCoreApplication.translate


def phone_words(advice: Advice, answers: Mapping[str, Answer], decision: Decision) -> str:
    """Return a few sentences: the signs that count, the complaint, the age and the medicines.

    How long the complaint has gone on is left out: who listens would take it for the sign's time.
    """
    return " ".join((*_signs(advice, answers, decision), *_about(answers, decision)))


def _signs(advice: Advice, answers: Mapping[str, Answer], decision: Decision) -> Iterator[str]:
    urgent = [rule for rule in advice.rules if RANK[rule.level] >= RANK["today"]]
    names = dict.fromkeys(said.question for rule in urgent for said in rule.answers)
    for name in names:
        answer, question = answers[name], decision.questions[name]
        chosen = answer if isinstance(answer, tuple) else ()
        for choice in chosen:
            if choice not in (NONE, NOT_SURE):
                yield translate("phone", "I have this warning sign: {}.").format(
                    choice_label(question, choice)
                )
        if holds_not_sure(answer):
            yield translate("phone", "I am not sure about some warning signs.")


def _about(answers: Mapping[str, Answer], decision: Decision) -> Iterator[str]:
    told = (
        (SYMPTOM, translate("phone", "My complaint: {}.")),
        (AGE, translate("phone", "My age: {}.")),
        (MEDICINES, translate("phone", "I take: {}.")),
    )
    for name, sentence in told:
        answer = answers.get(name)
        if answer is not None and not holds_not_sure(answer) and answer != (NONE,):
            lines = answer_lines(decision.questions[name], answer)
            yield sentence.format("; ".join(lines))
