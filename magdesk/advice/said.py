"""The person's own answers, told back in words."""

from __future__ import annotations

from collections.abc import Iterator

from magdesk.advice.advice import Said
from magdesk.advice.places import fill, plain_number
from magdesk.knowledge.conditions import Bounded, Chosen, Condition, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import QUANTITY_NEEDS
from magdesk.knowledge.records.decision_records import Rule
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NOT_SURE, Answer, Answers


def said(question: Question, answer: Answer) -> str:
    """An answer as it stands after *You said:*."""
    if isinstance(answer, int | float):
        return fill(question.said, {"number": plain_number(answer)})
    names = answer if isinstance(answer, tuple) else (answer,)
    return ", ".join(_choice_said(question, name) for name in names)


def answers_behind(rule: Rule, decision: Decision, answers: Answers) -> tuple[Said, ...]:
    """The answers that a fired rule looked at, each once."""
    return tuple(dict.fromkeys(_behind(rule.when, decision, answers)))


def _behind(condition: Condition, decision: Decision, answers: Answers) -> Iterator[Said]:
    for atom in atoms(condition):
        if isinstance(atom, Chosen):
            yield from _chosen(atom, decision, answers)
        elif isinstance(atom, Bounded):
            for name in QUANTITY_NEEDS.get(atom.subject, (atom.subject,)):
                if name in answers:
                    yield Said(name, said(decision.questions[name], answers[name]))


def _chosen(atom: Chosen, decision: Decision, answers: Answers) -> Iterator[Said]:
    question = decision.questions[atom.question]
    answer = answers.get(atom.question, ())
    names = answer if isinstance(answer, tuple) else (answer,)
    matching = tuple(str(name) for name in names if name in atom.choices)
    if matching:
        yield Said(question.id, said(question, matching))
    elif NOT_SURE in names:
        yield Said(question.id, said(question, NOT_SURE))


def _choice_said(question: Question, name: str) -> str:
    if name == NOT_SURE:
        return question.unsure_said
    return next((choice.said for choice in question.choices if choice.id == name), name)
