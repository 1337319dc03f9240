"""What to ask next, from the answers alone; no function here remembers or changes anything."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.interview.walk import walk
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import Region
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
    return path_to(decision, answers, end_question(decision, answers, region))


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


def end_question(decision: Decision, answers: Answers, region: Region) -> str | None:
    """The question after which the interview ends early, if it does (see ``walk``)."""
    return walk(decision, answers, region).end


def asked(decision: Decision, answers: Answers, region: Region) -> tuple[Question, ...]:
    """The questions that apply, in order, cut after an early end."""
    return path(decision, answers, region).asked


def missing(decision: Decision, answers: Answers, region: Region) -> tuple[str, ...]:
    """The ids of the asked questions that have no answer yet, in order."""
    return path(decision, answers, region).missing


def next_question(
    decision: Decision, answers: Answers, region: Region, after: str | None
) -> Question | None:
    """The question that follows ``after`` (the first one for None), or None at the end."""
    return following(decision, path(decision, answers, region), after)


def remaining(decision: Decision, answers: Answers, region: Region, current: str) -> int:
    """How many questions come after the current one."""
    return len(later(decision, path(decision, answers, region), current))


def following(decision: Decision, way: Path, after: str | None) -> Question | None:
    """The question on a way that follows ``after`` (the first one for None), or None."""
    return next(iter(way.asked if after is None else later(decision, way, after)), None)


def later(decision: Decision, way: Path, current: str) -> tuple[Question, ...]:
    """The questions on a way that come after the current one, which may lie beside it."""
    order = list(decision.questions)
    here = order.index(current)
    return tuple(question for question in way.asked if order.index(question.id) > here)
