"""Answers in, advice out: the whole decision, without memory, clock or disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdesk.advice.advice import Advice, Edition, FiredRule, StepAdvice
from magdesk.advice.amount import amount
from magdesk.advice.changes import would_change
from magdesk.advice.options import options
from magdesk.advice.said import answers_behind
from magdesk.advice.spacing import spacing
from magdesk.interview.navigation import path
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import RANK, Fired, fired, questions_left_open
from magdesk.rules.sheet import facts_from
from magdesk.rules.truth import truth
from magdesk.rules.verdict import verdict


def advise(decision: Decision, answers: Answers, region: Region) -> Advice:
    """The advice for a checked sheet of answers, complete or not."""
    facts = facts_from(decision, answers, region)
    hits = fired(decision.rules, facts)
    level, stop = verdict(hits)
    missing = path(decision, answers, region).missing
    names = tuple(hit.rule.id for hit in hits)
    forms = () if missing or stop else options(decision, facts, names)
    calm = RANK[level] < RANK["today"]
    return Advice(
        complete=not missing,
        missing=missing,
        level=level,
        stop=stop,
        rules=tuple(_told(hit, decision, answers, facts) for hit in hits),
        options=forms,
        amount=amount(decision, answers, facts, region, forms, names),
        spacing=spacing(decision, facts) if calm else (),
        first_steps=tuple(_first_steps(decision, facts)) if calm else (),
        ask=tuple(_ask(decision, hits, facts)),
        would_change=would_change(decision, answers, region, facts, hits),
        region=region,
        content=Edition(decision.content.version, decision.content.reviewed),
    )


def _told(hit: Fired, decision: Decision, answers: Answers, facts: Facts) -> FiredRule:
    rule = hit.rule
    return FiredRule(
        id=rule.id,
        level=hit.level,
        stop=hit.stop,
        because=_filled(hit.because, facts),
        detail=_filled(rule.detail, facts),
        sources=rule.sources,
        unknown=hit.unknown,
        answers=answers_behind(rule, decision, answers),
    )


def _filled(text: str, facts: Facts) -> str:
    """The text with the numbers of the person's region, mg a day."""
    for mark, quantity in (("{limit}", "upper_limit"), ("{intake}", "reference_intake")):
        value = facts.numbers.get(quantity)
        if mark in text and isinstance(value, int | float):
            text = text.replace(mark, f"{value:g}")
    return text


def _first_steps(decision: Decision, facts: Facts) -> Iterator[StepAdvice]:
    for step in decision.first_steps:
        if step.when is None or truth(step.when, facts):
            yield StepAdvice(step.id, step.title, step.text, step.sources)


def _ask(decision: Decision, hits: Iterable[Fired], facts: Facts) -> Iterator[str]:
    open_questions = {name for hit in hits for name in questions_left_open(hit, facts)}
    for question in decision.questions.values():
        if question.id in open_questions:
            yield question.take_along
