"""One sum in words: each region's limit, what is assumed, and food beside it."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.intake.one_sum import OneSum, RegionSum
from magdesk.intake.shown_figures import milligrams, number
from magdesk.knowledge.records.label_records import SumWords


@dataclass(frozen=True)
class SumLine:
    """What a sum means against the limit of one region."""

    region: str
    text: str
    over: bool
    """Whether the likely sum is over the limit."""


def region_line(held: RegionSum, words: SumWords) -> SumLine:
    """The sum against one limit, in a sentence."""
    limit = number(held.limit_mg)
    if round(held.over_mg) > 0:
        text = words.over.format(over=milligrams(held.over_mg), limit=limit)
        return SumLine(held.region, text, over=True)
    if round(held.may_be_over_mg) > 0:
        over = milligrams(held.may_be_over_mg)
        return SumLine(held.region, words.may_be_over.format(over=over, limit=limit), over=False)
    if round(held.room_mg) == 0:
        return SumLine(held.region, words.at_limit.format(limit=limit), over=False)
    room = milligrams(held.room_mg)
    return SumLine(held.region, words.room.format(room=room, limit=limit), over=False)


def sum_notes(total: OneSum, words: SumWords) -> tuple[str, ...]:
    """What holds for every region."""
    return (*((words.assumed,) if total.assumed else ()), words.limits_of_what)
