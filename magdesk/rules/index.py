"""Finds the few rules that an answer can touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from magdesk.knowledge.conditions import Bounded, Chosen, Condition, NotAsked, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import QUANTITY_NEEDS
from magdesk.knowledge.records.decision_records import Rule
from magdesk.rules.firing import RANK, Fired, fire
from magdesk.rules.sheet import facts_from


@dataclass(frozen=True)
class RuleIndex:
    """Rules, by their place in the decision, and what they look at."""

    by_question: Mapping[str, tuple[int, ...]]
    by_choice: Mapping[tuple[str, str], tuple[int, ...]]
    """By question and choice, those rules that name the choice."""
    on_nothing: Mapping[int, Fired]
    """What fires on an empty sheet."""
    later: Mapping[str, int]
    """By question, the highest rank that a rule with a later question can reach; -1 for none."""


@lru_cache(maxsize=8)
def rule_index(decision: Decision) -> RuleIndex:
    """The index of all rules of a decision."""
    by_question: dict[str, list[int]] = {question: [] for question in decision.questions}
    by_choice: dict[tuple[str, str], list[int]] = {}
    for place, rule in enumerate(decision.rules):
        for question in questions_of(rule, decision):
            by_question[question].append(place)
        for pair in _choices_of(rule):
            by_choice.setdefault(pair, []).append(place)
    return RuleIndex(
        {question: tuple(places) for question, places in by_question.items()},
        {pair: tuple(places) for pair, places in by_choice.items()},
        _on_nothing(decision),
        _highest_later(decision, by_question),
    )


def questions_of(rule: Rule, decision: Decision) -> frozenset[str]:
    """The questions that a rule mentions, also through a computed quantity."""
    return frozenset(_questions_in(rule.when, decision))


def _on_nothing(decision: Decision) -> Mapping[int, Fired]:
    facts = facts_from(decision, {}, decision.limits.default_region)
    hits = ((place, fire(rule, facts)) for place, rule in enumerate(decision.rules))
    return {place: hit for place, hit in hits if hit is not None}


def _highest_later(decision: Decision, by_question: Mapping[str, list[int]]) -> Mapping[str, int]:
    """For each question, what the rules that mention a later one can come to at most."""
    later: dict[str, int] = {}
    highest = -1
    for question in reversed(tuple(decision.questions)):
        later[question] = highest
        rules = (decision.rules[place] for place in by_question[question])
        highest = max([highest, *(rank_at_most(rule) for rule in rules)])
    return later


def rank_at_most(rule: Rule) -> int:
    """The rank that a rule comes to at most, whether it fires for certain or not."""
    unsure = -1 if rule.if_unsure is None else RANK[rule.if_unsure]
    return max(RANK[rule.level], unsure)


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
        for atom in atoms(rule.when)
        if isinstance(atom, Chosen)
        for choice in atom.choices
    )
