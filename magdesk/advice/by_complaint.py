"""What is told for the person's own complaint, and for no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from magdesk.advice.advice import Sign, StepAdvice
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import SYMPTOM
from magdesk.knowledge.records.decision_records import FirstStep, ForComplaint
from magdesk.rules.facts import NOT_SURE, Answers, Facts
from magdesk.rules.truth import truth

MOST_STEPS = 5


def complaint_of(answers: Answers) -> str:
    """The complaint; ``not_sure`` also where it is not answered."""
    return str(answers.get(SYMPTOM, NOT_SURE))


def told_for(rows: Iterable[ForComplaint], complaint: str) -> str:
    """The first sentence that is for the complaint; empty where there is none."""
    fitting = (row.text for row in rows if not row.complaint or complaint in row.complaint)
    return next(fitting, "")


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
        text = f"{step.text} {told_for(step.more, complaint)}".rstrip()
        yield StepAdvice(step.id, step.title, text, step.sources)
