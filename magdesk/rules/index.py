"""Finds the few rules that a single changed answer can touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from magdesk.knowledge.conditions import Bounded, Chosen, Condition, NotAsked, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import Rule
from magdesk.knowledge.records import Level
from magdesk.rules.firing import RANK, ends_at

QUANTITY_NEEDS: Mapping[str, tuple[str, ...]] = {
    "upper_limit": (),
    "reference_intake": ("age", "sex"),
    "room": ("supplement_mg", "age"),
}
"""The questions that a computed quantity follows from."""


@dataclass(frozen=True)
class RuleIndex:
    """Rules by what they look at."""

    by_question: Mapping[str, tuple[Rule, ...]]
    by_choice: Mapping[tuple[str, str], tuple[Rule, ...]]
    ending: Mapping[str, tuple[Rule, ...]]
    """By question, those rules that can end the interview."""
    heaviest: Mapping[str, tuple[int, bool]]
    """By rule id, the rank of its highest level, and whether it can stop."""


@lru_cache(maxsize=8)
def rule_index(decision: Decision) -> RuleIndex:
    """The index of all rules of a decision."""
    by_question: dict[str, list[Rule]] = {}
    by_choice: dict[tuple[str, str], list[Rule]] = {}
    for rule in decision.rules:
        for question in sorted(questions_of(rule, decision)):
            by_question.setdefault(question, []).append(rule)
        for pair in sorted(_choices_of(rule)):
            by_choice.setdefault(pair, []).append(rule)
    return RuleIndex(
        {question: tuple(rules) for question, rules in by_question.items()},
        {pair: tuple(rules) for pair, rules in by_choice.items()},
        {question: tuple(filter(can_end, rules)) for question, rules in by_question.items()},
        {rule.id: _heaviest(rule) for rule in decision.rules},
    )


def can_end(rule: Rule) -> bool:
    """Whether a rule may stop at ``soon`` or above, and so end the interview."""
    return any(stop and ends_at(level) for level, stop in _weights(rule))


def _heaviest(rule: Rule) -> tuple[int, bool]:
    weights = tuple(_weights(rule))
    return max(RANK[level] for level, _ in weights), any(stop for _, stop in weights)


def _weights(rule: Rule) -> Iterator[tuple[Level, bool]]:
    """Every level at which a rule can fire, and whether it then stops."""
    yield rule.level, rule.stop
    if rule.if_unsure is not None:
        yield rule.if_unsure, rule.stop
    if rule.raised is not None:
        yield rule.raised.level, rule.raised.stop
        yield rule.raised.if_unsure, rule.raised.stop


def questions_of(rule: Rule, decision: Decision) -> frozenset[str]:
    """The questions whose answers decide whether a rule fires and how much it weighs."""
    conditions = conditions_of(rule)
    return frozenset(name for part in conditions for name in _questions_in(part, decision))


def conditions_of(rule: Rule) -> tuple[Condition, ...]:
    """The conditions of a rule: its own, and the one under which it weighs more."""
    return (rule.when,) if rule.raised is None else (rule.when, rule.raised.when)


def _questions_in(condition: Condition, decision: Decision) -> Iterator[str]:
    for atom in atoms(condition):
        if isinstance(atom, Chosen):
            yield atom.question
        elif isinstance(atom, Bounded):
            yield from QUANTITY_NEEDS.get(atom.subject, (atom.subject,))
            yield from QUANTITY_NEEDS.get(str(atom.limit), ())
        elif isinstance(atom, NotAsked):
            yield atom.question
            asked_if = decision.questions[atom.question].asked_if
            if asked_if is not None:
                yield from _questions_in(asked_if, decision)


def _choices_of(rule: Rule) -> frozenset[tuple[str, str]]:
    return frozenset(
        (atom.question, choice)
        for condition in conditions_of(rule)
        for atom in atoms(condition)
        if isinstance(atom, Chosen)
        for choice in atom.choices
    )
