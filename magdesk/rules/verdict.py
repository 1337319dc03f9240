"""What a sheet of answers comes to: how urgent it is, and whether magnesium is discussed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from magdesk.knowledge.records import Level
from magdesk.rules.firing import RANK, Fired, highest_level, stops


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


def raises(before: Verdict, after: Verdict) -> bool:
    """Whether the level rises or a stop is added, while neither goes the other way."""
    kept = RANK[after.level] >= RANK[before.level] and after.stop >= before.stop
    return kept and after != before
