"""Which single answers would raise the level or add a stop.

It never shows how to get round one. Every other answer to every answered question is tried where
it touches a rule that weighs more than the verdict: the rules that it can touch are fired again,
and it is told only where the verdict of all rules raises.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from magdesk.advice.advice import Change
from magdesk.advice.said import said
from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import AGE, SEX, SYMPTOM
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE, Answer, Answers, Facts
from magdesk.rules.firing import RANK, Fired, fire
from magdesk.rules.index import RuleIndex, rank_at_most, rule_index
from magdesk.rules.sheet import with_answer
from magdesk.rules.verdict import Verdict, raises, verdict

MOST_CHANGES = 5
NOT_TRIED = (SYMPTOM, AGE, SEX)
"""Another complaint, age or sex is another sheet, not a change to look out for."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another whole answer to one question, and the rules that it can touch."""

    answer: Answer
    said: str
    fits: bool
    """Whether it is named for this complaint, and not for any."""
    touched: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A change that raises, with what orders it."""

    change: Change
    weight: tuple[int, bool]
    fits: bool


def would_change(
    decision: Decision, answers: Answers, region: Region, facts: Facts, hits: tuple[Fired, ...]
) -> tuple[Change, ...]:
    """The weightiest change of each question, most important first, at most five.

    ``facts`` and ``hits`` are those of the sheet as it is answered. Among changes of one weight
    those that belong to the complaint come first, then those that are asked first; a sign of
    another complaint is not told.
    """
    found = (
        max(changes, key=lambda each: (each.weight, each.fits), default=None)
        for changes in _changes_by_question(decision, answers, region, facts, hits)
    )
    weighty = [each for each in found if each is not None]
    weighty.sort(key=lambda each: each.weight, reverse=True)
    return tuple(each.change for each in weighty[:MOST_CHANGES])


def other_answers(
    question: Question, decision: Decision, answers: Answers, facts: Facts
) -> Iterator[Other]:
    """Every single other answer: a choice more, another choice, or a number past a bound."""
    index, symptom = rule_index(decision), answers.get(SYMPTOM)
    complaint = None if symptom == NOT_SURE else symptom
    if question.kind == "number":
        yield from _passed_bounds(question, decision, index, facts)
        return
    present = answers[question.id]
    given = present if isinstance(present, tuple) else (present,)
    for choice in question.choices:
        if choice.id in given or (choice.fits and complaint and complaint not in choice.fits):
            continue
        fits = complaint in choice.fits
        if question.kind == "several":
            kept = tuple(str(name) for name in given if name != NONE)
            touched = index.by_choice.get((question.id, choice.id), ())
            yield Other((*kept, choice.id), choice.said, fits, touched)
        else:
            yield Other(choice.id, choice.said, fits, index.by_question[question.id])


def _changes_by_question(
    decision: Decision, answers: Answers, region: Region, facts: Facts, hits: tuple[Fired, ...]
) -> Iterator[list[_Found]]:
    now = verdict(hits)
    weighty = _may_raise(decision, now)
    by_rule = {hit.rule.id: hit for hit in hits}
    for question in decision.questions.values():
        if question.id not in answers or question.id in NOT_TRIED:
            continue
        found = []
        for other in other_answers(question, decision, answers, facts):
            if weighty.isdisjoint(other.touched):
                continue
            changed = {**answers, question.id: other.answer}
            then = _verdict_after(
                decision,
                other.touched,
                with_answer(decision, changed, facts, region, question.id),
                by_rule,
            )
            if raises(now, then):
                change = Change(question.id, other.answer, other.said, then.level, then.stop)
                found.append(_Found(change, then.weight, other.fits))
        yield found[:1] if question.kind == "number" else found


def _may_raise(decision: Decision, now: Verdict) -> frozenset[int]:
    """The rules, by place, that would raise the verdict if they fired."""
    rank = RANK[now.level]
    return frozenset(
        place
        for place, rule in enumerate(decision.rules)
        if rank_at_most(rule) > rank or rule.stop > now.stop
    )


def _verdict_after(
    decision: Decision, touched: Iterable[int], facts: Facts, by_rule: dict[str, Fired]
) -> Verdict:
    """The verdict of all rules; those that are not touched stay as they fired."""
    hits = dict(by_rule)
    for place in touched:
        rule = decision.rules[place]
        hit = fire(rule, facts)
        if hit is None:
            hits.pop(rule.id, None)
        else:
            hits[rule.id] = hit
    return verdict(hits.values())


def _passed_bounds(
    question: Question, decision: Decision, index: RuleIndex, facts: Facts
) -> Iterator[Other]:
    """The smallest number past each bound of a rule, smallest first."""
    touched = index.by_question[question.id]
    for value in sorted(set(_bounds(question, decision, touched, facts))):
        yield Other(value, said(question, value), True, touched)


def _bounds(
    question: Question, decision: Decision, touched: Iterable[int], facts: Facts
) -> Iterator[int]:
    rules = (decision.rules[place] for place in touched)
    for atom in (atom for rule in rules for atom in atoms(rule.when)):
        if isinstance(atom, Bounded) and atom.subject == question.id:
            limit = facts.numbers[atom.limit] if isinstance(atom.limit, str) else atom.limit
            if isinstance(limit, int | float) and atom.bound in ("above", "from"):
                yield math.floor(limit) + 1 if atom.bound == "above" else math.ceil(limit)
