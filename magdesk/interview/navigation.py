"""What to ask next, from the answers alone; no function here remembers or changes anything."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.interview.walk import walk
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import Answers
from magdesk.rules.sheet import applies, facts_from


@dataclass(frozen=True, slots=True)
class Path:
    """Which questions a sheet of answers leads through."""

    asked: tuple[Question, ...]
    """In order, up to the end of the interview."""
    end: str | None
    """The question after which the interview ends early, if it does."""
    missing: tuple[str, ...]
    """The asked questions that have no answer yet."""


def path(decision: Decision, answers: Answers, region: Region) -> Path:
    """The way through the interview that these answers give."""
    return path_to(decision, answers, walk(decision, answers, region).end)


def path_to(decision: Decision, answers: Answers, end: str | None) -> Path:
    """The way through the interview up to where it ends early, if it does."""
    asked = applicable(decision, answers)
    if end is not None:
        order = list(decision.questions)
        asked = tuple(item for item in asked if order.index(item.id) <= order.index(end))
    missing = tuple(question.id for question in asked if question.id not in answers)
    return Path(asked, end, missing)


def applicable(decision: Decision, answers: Answers) -> tuple[Question, ...]:
    """The questions that apply to this person, in order.

    One that was answered with more than its first choice stays: a pregnancy counts whenever it is
    told, and what counts can be seen and changed.
    """
    facts = facts_from(decision, answers, decision.limits.default_region)
    return tuple(
        question
        for question in decision.questions.values()
        if applies(question, facts) or _tells_more(question, answers)
    )


def _tells_more(question: Question, answers: Answers) -> bool:
    answer = answers.get(question.id)
    return answer is not None and bool(question.choices) and answer != question.choices[0].id
