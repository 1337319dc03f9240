"""Which single answers would raise the level or add a stop.

It never shows how to get round one: answers that would lower the level or lift a stop are left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from magdesk.advice.advice import Change
from magdesk.advice.said import said
from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import Rule
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import Level, Region
from magdesk.rules.facts import NONE, Answer, Answers, Facts
from magdesk.rules.firing import RANK, Fired, fire, highest_level, stops
from magdesk.rules.index import conditions_of, rule_index
from magdesk.rules.sheet import facts_from

MOST_CHANGES = 5


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet that is changed by one answer, and what fired on it."""

    decision: Decision
    answers: Answers
    region: Region
    facts: Facts
    hits: Mapping[str, Fired]
    level: Level
    stop: bool


def would_change(
    decision: Decision, answers: Answers, region: Region, facts: Facts, hits: Iterable[Fired]
) -> tuple[Change, ...]:
    """The weightiest change of each question, most important first, at most five."""
    fired_rules = tuple(hits)
    sheet = _Sheet(
        decision,
        answers,
        region,
        facts,
        {hit.rule.id: hit for hit in fired_rules},
        highest_level(fired_rules),
        stops(fired_rules),
    )
    weightiest = (_weightiest(question, sheet) for question in decision.questions.values())
    changes = [change for change in weightiest if change is not None]
    changes.sort(key=_weight, reverse=True)
    return tuple(changes[:MOST_CHANGES])


def _weight(change: Change) -> tuple[int, bool]:
    return RANK[change.level], change.stop


def _weightiest(question: Question, sheet: _Sheet) -> Change | None:
    if question.id not in sheet.answers:
        return None
    match question.kind:
        case "several":
            changes = _added_choices(question, sheet)
        case "one":
            changes = _other_choices(question, sheet)
        case "number":
            changes = _passed_bounds(question, sheet)
        case _:
            return None  # nobody can change their age
    return max(changes, key=_weight, default=None)


def _added_choices(question: Question, sheet: _Sheet) -> Iterator[Change]:
    """Adding a choice touches only the rules that look at this very choice."""
    present = sheet.answers[question.id]
    kept = tuple(name for name in present if name != NONE) if isinstance(present, tuple) else ()
    by_choice = rule_index(sheet.decision).by_choice
    for choice in question.choices:
        rules = by_choice.get((question.id, choice.id), ())
        if choice.id in kept or not _may_matter(rules, sheet):
            continue
        answer = (*kept, choice.id)
        chosen = {**sheet.facts.chosen, question.id: frozenset(answer)}
        facts = replace(sheet.facts, chosen=chosen)
        yield from _change(question, answer, choice.said, rules, facts, sheet)


def _other_choices(question: Question, sheet: _Sheet) -> Iterator[Change]:
    rules = rule_index(sheet.decision).by_question.get(question.id, ())
    for choice in question.choices if _may_matter(rules, sheet) else ():
        if choice.id != sheet.answers[question.id]:
            yield from _refire(question, choice.id, choice.said, rules, sheet)


def _passed_bounds(question: Question, sheet: _Sheet) -> Iterator[Change]:
    """The smallest number beyond each bound that the rules set."""
    rules = rule_index(sheet.decision).by_question.get(question.id, ())
    for value in sorted(_bounds(question, rules, sheet)) if _may_matter(rules, sheet) else ():
        changes = tuple(_refire(question, value, said(question, value), rules, sheet))
        if changes:
            yield changes[0]
            return


def _bounds(question: Question, rules: Iterable[Rule], sheet: _Sheet) -> Iterator[int]:
    conditions = (part for rule in rules for part in conditions_of(rule))
    for atom in (atom for part in conditions for atom in atoms(part)):
        if isinstance(atom, Bounded) and atom.subject == question.id:
            limit = sheet.facts.numbers[atom.limit] if isinstance(atom.limit, str) else atom.limit
            if isinstance(limit, int | float) and atom.bound in ("above", "from"):
                yield math.floor(limit) + 1 if atom.bound == "above" else math.ceil(limit)


def _refire(
    question: Question, answer: Answer, words: str, rules: tuple[Rule, ...], sheet: _Sheet
) -> Iterator[Change]:
    changed = {**sheet.answers, question.id: answer}
    facts = facts_from(sheet.decision, changed, sheet.region)
    yield from _change(question, answer, words, rules, facts, sheet)


def _change(
    question: Question,
    answer: Answer,
    words: str,
    rules: tuple[Rule, ...],
    facts: Facts,
    sheet: _Sheet,
) -> Iterator[Change]:
    touched = {rule.id for rule in rules}
    hits = [hit for name, hit in sheet.hits.items() if name not in touched]
    hits.extend(hit for rule in rules if (hit := fire(rule, facts)) is not None)
    level, stop = highest_level(hits), stops(hits)
    lowers = RANK[level] < RANK[sheet.level] or (sheet.stop and not stop)
    if not lowers and (level, stop) != (sheet.level, sheet.stop):
        yield Change(question.id, answer, words, level, stop)


def _may_matter(rules: Iterable[Rule], sheet: _Sheet) -> bool:
    """Whether any of the rules could raise the level or add a stop at all."""
    weights = [(rule.level, rule.stop) for rule in rules]
    weights += [(rule.raised.level, rule.raised.stop) for rule in rules if rule.raised]
    weights += [(rule.if_unsure, rule.stop) for rule in rules if rule.if_unsure]
    return any(
        RANK[level] > RANK[sheet.level] or (stop and not sheet.stop) for level, stop in weights
    )
