"""Which rules fire, and how much they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from magdesk.knowledge.records import LEVELS, Level
from magdesk.knowledge.records.decision_records import Rule
from magdesk.rules.facts import Facts
from magdesk.rules.truth import truth, unsure_questions

RANK: Mapping[Level, int] = {level: rank for rank, level in enumerate(LEVELS)}
"""Levels by urgency, 0 is the least."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, with the level at which it did."""

    rule: Rule
    level: Level
    unknown: bool

    @property
    def stop(self) -> bool:
        """Whether it forbids to discuss magnesium."""
        return self.rule.stop


def fire(rule: Rule, facts: Facts) -> Fired | None:
    """The rule as it fires on these facts, or None where it does not."""
    holds = truth(rule.when, facts)
    if holds:
        return Fired(rule, rule.level, unknown=False)
    if holds is None and rule.if_unsure is not None:
        return Fired(rule, rule.if_unsure, unknown=True)
    return None


def highest_level(hits: Iterable[Fired]) -> Level:
    """The most urgent level; ``self_care`` where nothing fired."""
    return max((hit.level for hit in hits), key=RANK.__getitem__, default="self_care")


def stops(hits: Iterable[Fired]) -> bool:
    """Whether any rule forbids to discuss magnesium."""
    return any(hit.stop for hit in hits)


def questions_left_open(hit: Fired, facts: Facts) -> Iterator[str]:
    """The questions whose *not sure* made this rule fire as unknown."""
    if hit.unknown:
        yield from unsure_questions(hit.rule.when, facts)
