"""When to take magnesium on a day that keeps every gap, or what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.blocking import fewest_that_block
from magdesk.planner.day import MINUTES_A_DAY, Day, Dose, passed
from magdesk.planner.gaps import Gap, gaps_of

PORTIONS_APART = 4 * 60
"""Minutes between two portions of magnesium, over midnight too."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The best times of a day, in the order they are lived, or why there are none."""

    possible: bool
    times: tuple[int, ...] = ()
    with_meal: tuple[bool, ...] = ()
    margins: tuple[int | None, ...] = ()
    """By how many minutes the tightest gap exceeds what is needed; None without any gap."""
    blocked_by: tuple[Dose, ...] = ()
    """The fewest doses that by themselves leave no time."""
    ask: tuple[str, ...] = ()
    """Medicines that stop: whom to ask before any magnesium."""


@dataclass(frozen=True, slots=True)
class _Portion:
    """A time at which magnesium keeps every gap."""

    time: int
    with_meal: bool
    margin: int | None


def plan_day(day: Day, medicines: Mapping[str, Medicine]) -> Plan:
    """Return the times for magnesium; no medicine is ever moved or left out.

    The best plan has the most portions with a meal, then the largest smallest margin, then the
    earliest times, counted from waking.
    """
    stopping = tuple(taken.id for taken in day.medicines if medicines[taken.id].stop)
    if stopping:
        return Plan(possible=False, ask=stopping)
    gaps = gaps_of(day, medicines)
    # The earliest come first, and of equals max takes the first.
    best = max(_choices(_free(day, gaps), day.portions), key=_worth, default=None)
    if best is None:
        blocking = fewest_that_block(day.slots, gaps, day.portions, PORTIONS_APART)
        return Plan(possible=False, blocked_by=blocking)
    return Plan(
        possible=True,
        times=tuple(portion.time for portion in best),
        with_meal=tuple(portion.with_meal for portion in best),
        margins=tuple(portion.margin for portion in best),
    )


def free_slots(day: Day, medicines: Mapping[str, Medicine]) -> tuple[int, ...]:
    """The quarter hours between waking and bed at which magnesium keeps every gap."""
    return tuple(portion.time for portion in _free(day, gaps_of(day, medicines)))


def _free(day: Day, gaps: Sequence[Gap]) -> tuple[_Portion, ...]:
    free: list[_Portion] = []
    for slot in day.slots:
        spares = [gap.spare(slot) for gap in gaps]
        kept = [spare for spare in spares if spare is not None]
        if len(kept) == len(spares):
            free.append(_Portion(slot, slot in day.meals, min(kept, default=None)))
    return tuple(free)


def _choices(free: Sequence[_Portion], portions: int) -> Iterator[tuple[_Portion, ...]]:
    for chosen in combinations(free, portions):
        if all(_apart(first.time, second.time) for first, second in combinations(chosen, 2)):
            yield chosen


def _apart(first: int, second: int) -> bool:
    return PORTIONS_APART <= passed(first, second) <= MINUTES_A_DAY - PORTIONS_APART


def _worth(chosen: Sequence[_Portion]) -> tuple[int, int]:
    meals = sum(portion.with_meal for portion in chosen)
    return meals, min(portion.margin or 0 for portion in chosen)
