"""One wrong turn in a decision at a time: what the mutants are made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

import msgspec

from magdesk.knowledge.conditions import AllOf, AnyOf, Condition, parse_condition
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Record, Region
from magdesk.knowledge.records.decision_records import Rule

Key = TypeVar("Key", bound=str)
Row = TypeVar("Row", bound=Record)


def with_rule(decision: Decision, name: str, **changes: object) -> Decision:
    """One rule changed; ``KeyError`` where there is none of that name."""
    rule = _rule(decision, name)
    changed = msgspec.structs.replace(rule, **changes)
    return replace(decision, rules=tuple(changed if x is rule else x for x in decision.rules))


def fires_if(decision: Decision, name: str, **table: object) -> Decision:
    """One rule with another condition, written as in the data."""
    return with_rule(decision, name, when=parse_condition(table))


def without_rule(decision: Decision, name: str) -> Decision:
    """One rule dropped."""
    rule = _rule(decision, name)
    return replace(decision, rules=tuple(each for each in decision.rules if each is not rule))


def _rule(decision: Decision, name: str) -> Rule:
    return {rule.id: rule for rule in decision.rules}[name]


def _swapped(condition: Condition) -> Condition:
    """``any`` for ``all`` and the other way round, at every node."""
    match condition:
        case AllOf(parts):
            return AnyOf(tuple(map(_swapped, parts)))
        case AnyOf(parts):
            return AllOf(tuple(map(_swapped, parts)))
    return condition


def swapped_rule(decision: Decision, name: str) -> Decision:
    return with_rule(decision, name, when=_swapped(_rule(decision, name).when))


def untested_from(decision: Decision, age: int) -> Decision:
    """Untested kidneys count from another age."""
    risks = [{"age": {"from": age}}, {"medicines": ["nsaid", "ace_arb", "ace_spaced"]}]
    risks += [{"conditions": ["diabetes", "high_blood_pressure", "heart_failure", "kidney_family"]}]
    return fires_if(decision, "kidney_untested", kidney=["no_known_problem"], any=risks)


def with_every_risk(decision: Decision, name: str) -> Decision:
    """Only the inner ``any`` of a rule becomes ``all``."""
    when = _rule(decision, name).when
    assert isinstance(when, AllOf)
    parts = (AllOf(part.parts) if isinstance(part, AnyOf) else part for part in when.parts)
    return with_rule(decision, name, when=AllOf(tuple(parts)))


def _put(rows: Mapping[Key, Row], key: Key, **changes: object) -> Mapping[Key, Row]:
    """A table with one row changed; ``KeyError`` where there is none."""
    changed = msgspec.structs.replace(rows[key], **changes)
    return MappingProxyType({**rows, key: changed})


def with_question(decision: Decision, name: str, **changes: object) -> Decision:
    return replace(decision, questions=_put(decision.questions, name, **changes))


def asked_of(decision: Decision, name: str, **table: object) -> Decision:
    """One question that other people are asked."""
    return with_question(decision, name, asked_if=parse_condition(table))


def asked_first(decision: Decision, name: str) -> Decision:
    """One question asked before all others."""
    order = [name, *(each for each in decision.questions if each != name)]
    questions = {each: decision.questions[each] for each in order}
    return replace(decision, questions=MappingProxyType(questions))


def asked_last(decision: Decision, name: str) -> Decision:
    """One question asked after all others."""
    order = [*(each for each in decision.questions if each != name), name]
    questions = {each: decision.questions[each] for each in order}
    return replace(decision, questions=MappingProxyType(questions))


def on_its_own_page(decision: Decision, name: str) -> Decision:
    """One question on a page of its own, the last."""
    page = msgspec.structs.replace(decision.pages[0], id="own")
    changed = with_question(decision, name, page=page.id)
    return replace(changed, pages=(*decision.pages, page))


def with_medicine(decision: Decision, name: str, **changes: object) -> Decision:
    return replace(decision, medicines=_put(decision.medicines, name, **changes))


def with_candidate(decision: Decision, name: str, **changes: object) -> Decision:
    return replace(decision, candidates=_put(decision.candidates, name, **changes))


def with_oxide(decision: Decision) -> Decision:
    oxide = msgspec.structs.replace(decision.candidates["citrate"], form="oxide")
    points = msgspec.structs.replace(decision.points[0], points={"oxide": 5})
    candidates = MappingProxyType({**decision.candidates, "oxide": oxide})
    return replace(decision, candidates=candidates, points=(*decision.points, points))


def with_points(decision: Decision, question: str, choice: str, **changes: object) -> Decision:
    """The row of points that waits for this one choice, changed."""
    when = parse_condition({question: [choice]})
    assert any(row.when == when for row in decision.points)
    rows = (
        msgspec.structs.replace(row, **changes) if row.when == when else row
        for row in decision.points
    )
    return replace(decision, points=tuple(rows))


def without_points_for(decision: Decision, form: str) -> Decision:
    rows = (
        msgspec.structs.replace(row, points={k: v for k, v in row.points.items() if k != form})
        for row in decision.points
    )
    return replace(decision, points=tuple(rows))


def with_amount(decision: Decision, **changes: object) -> Decision:
    return replace(decision, amount=msgspec.structs.replace(decision.amount, **changes))


def with_region(decision: Decision, name: Region, **changes: object) -> Decision:
    regions = _put(decision.limits.regions, name, **changes)
    return replace(decision, limits=replace(decision.limits, regions=regions))


def without_step(decision: Decision, name: str) -> Decision:
    steps = tuple(x for x in decision.first_steps if x.id != name)
    assert len(steps) + 1 == len(decision.first_steps)
    return replace(decision, first_steps=steps)


def only_told(decision: Decision, question: str, choice: str) -> Decision:
    choices = tuple(
        msgspec.structs.replace(each, informational=each.id == choice)
        for each in decision.questions[question].choices
    )
    return with_question(decision, question, choices=choices)


def without_words(decision: Decision, name: str) -> Decision:
    levels = {level: text for level, text in decision.levels.items() if level != name}
    return replace(decision, levels=MappingProxyType(levels))
