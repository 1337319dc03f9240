"""What is told for the person's own complaint, and for no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from magdesk.advice.advice import Sign, StepAdvice
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import SYMPTOM
from magdesk.knowledge.records.decision_records import FirstStep, ForComplaint, ReasonFor
from magdesk.rules.facts import NOT_SURE, Answers, Facts
from magdesk.rules.truth import truth

MOST_STEPS = 5
_Row = TypeVar("_Row", ForComplaint, ReasonFor)


def complaint_of(answers: Answers) -> str:
    """The complaint; ``not_sure`` also where it is not answered."""
    return str(answers.get(SYMPTOM, NOT_SURE))


def first_for(rows: Iterable[_Row], complaint: str) -> _Row | None:
    """The first that is for the complaint, if one is."""
    return next((row for row in rows if not row.complaint or complaint in row.complaint), None)


def first_steps(decision: Decision, facts: Facts, complaint: str) -> tuple[StepAdvice, ...]:
    """What comes before any product: at least one step, at most five."""
    fitting = [step for step in decision.first_steps if step.when and truth(step.when, facts)]
    steps = fitting or [step for step in decision.first_steps if step.otherwise]
    return tuple(islice(_told(steps, complaint), MOST_STEPS))


def watch(decision: Decision, complaint: str) -> tuple[Sign, ...]:
    """The signs that change the matter for the complaint."""
    return tuple(
        Sign(sign.id, sign.text, sign.sources)
        for sign in decision.watch
        if complaint in sign.complaint
    )


def _told(steps: Iterable[FirstStep], complaint: str) -> Iterator[StepAdvice]:
    for step in steps:
        more = first_for(step.more, complaint)
        text = step.text if more is None else f"{step.text} {more.text}"
        yield StepAdvice(step.id, step.title, text, step.sources)
