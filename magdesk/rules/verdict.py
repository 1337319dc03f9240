"""What a sheet of answers comes to: how urgent it is, and whether magnesium is discussed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Level, Region
from magdesk.rules.facts import Answers
from magdesk.rules.firing import RANK, Fired, fired, highest_level, stops
from magdesk.rules.sheet import facts_from


class Verdict(NamedTuple):
    """The two things that all rules together decide."""

    level: Level
    stop: bool

    @property
    def weight(self) -> tuple[int, bool]:
        """Higher for a more urgent level; at one level, higher with a stop."""
        return RANK[self.level], self.stop


def verdict(hits: Iterable[Fired]) -> Verdict:
    """The most urgent level of the rules that fired, and whether any of them stops."""
    told = tuple(hits)
    return Verdict(highest_level(told), stops(told))


def verdict_on(decision: Decision, answers: Answers, region: Region) -> Verdict:
    """What every rule together gives for a checked sheet of answers."""
    return verdict(fired(decision.rules, facts_from(decision, answers, region)))


def raises(before: Verdict, after: Verdict) -> bool:
    """Whether the level rises or a stop is added, while neither goes the other way."""
    kept = RANK[after.level] >= RANK[before.level] and after.stop >= before.stop
    return kept and after != before
