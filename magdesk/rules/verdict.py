"""What a sheet of answers comes to: how urgent it is, and whether magnesium is discussed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import LEVELS, Level, Region
from magdesk.rules.facts import Answers
from magdesk.rules.firing import RANK, Fired, fire, highest_level, stops
from magdesk.rules.index import rule_index
from magdesk.rules.sheet import facts_from


class Verdict(NamedTuple):
    """The two things that all rules together decide."""

    level: Level
    stop: bool


def verdict(hits: Iterable[Fired]) -> Verdict:
    """The most urgent level of the rules that fired, and whether any of them stops."""
    told = tuple(hits)
    return Verdict(highest_level(told), stops(told))


def joint(one: Verdict, other: Verdict) -> Verdict:
    """The verdict of the rules behind both."""
    level = one.level if RANK[one.level] >= RANK[other.level] else other.level
    return Verdict(level, one.stop or other.stop)


def verdict_on(decision: Decision, answers: Answers, region: Region) -> Verdict:
    """What every rule together gives for a checked sheet of answers.

    Heavy rules come first. A rule that could add nothing to what was found by then, even at its
    heaviest, is not looked at: at a hundred times the rules that is most of the work.
    """
    facts = facts_from(decision, answers, region)
    found = verdict(())
    for (rank, stop), rules in rule_index(decision).by_weight.items():
        heaviest = Verdict(LEVELS[rank], stop)
        hits = (hit for rule in rules if (hit := fire(rule, facts)) is not None)
        while joint(found, heaviest) != found and (hit := next(hits, None)) is not None:
            found = joint(found, verdict((hit,)))
    return found


def raises(before: Verdict, after: Verdict) -> bool:
    """Whether the level rises or a stop is added, while neither goes the other way."""
    kept = RANK[after.level] >= RANK[before.level] and after.stop >= before.stop
    return kept and after != before
