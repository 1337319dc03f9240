"""What to ask next, from the answers alone; no function here remembers or changes anything."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answer, Answers
from magdesk.rules.firing import ends_at, fired
from magdesk.rules.index import rule_index
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
    asked = applicable(decision, answers)
    end = end_question(decision, answers, region)
    if end is not None:
        order = list(decision.questions)
        asked = tuple(item for item in asked if order.index(item.id) <= order.index(end))
    missing = tuple(question.id for question in asked if question.id not in answers)
    return Path(asked, end, missing)


def applicable(decision: Decision, answers: Answers) -> tuple[Question, ...]:
    """The questions that apply to this person, in order."""
    facts = facts_from(decision, answers, decision.limits.default_region)
    return tuple(question for question in decision.questions.values() if applies(question, facts))


def end_question(decision: Decision, answers: Answers, region: Region) -> str | None:
    """The first question at which a rule fires that stops at ``soon`` or above, if any.

    The rules are judged on the answers given up to that question.
    """
    ending = rule_index(decision).ending
    so_far: dict[str, Answer] = {}
    for question in decision.questions:
        if question not in answers:
            continue
        so_far[question] = answers[question]
        rules = ending.get(question)
        if not rules:
            continue
        hits = fired(rules, facts_from(decision, so_far, region))
        if any(hit.stop and ends_at(hit.level) for hit in hits):
            return question
    return None


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
