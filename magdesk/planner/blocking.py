"""The fewest doses that by themselves leave no time for magnesium, found exactly.

A set of slots is a number with a bit for each slot. One portion has no time where every slot is
covered by a gap. Two portions have none where the slots that stay free lie all within less than
the time between portions: all slots but those of one such window have to be covered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from magdesk.planner.day import Dose, passed
from magdesk.planner.gaps import Gap


def fewest_that_block(
    slots: Sequence[int], gaps: Sequence[Gap], portions: int, apart: int
) -> tuple[Dose, ...]:
    """Return a smallest set of doses that leaves no time; empty where none is needed.

    The gaps together must leave none.
    """
    covers = _covers(slots, gaps)
    reach = _union(covers)
    targets = [target for target in _targets(slots, portions, apart) if not target & ~reach]
    for most in range(len(covers) + 1):
        for target in targets:
            chosen = _covering(target, covers, most)
            if chosen is not None:
                return tuple(gap.dose for gap in gaps if gap.dose in chosen)
    return ()


def _covers(slots: Sequence[int], gaps: Sequence[Gap]) -> Mapping[int, Dose]:
    """The slots that each dose takes away; a dose that another one outdoes is left out."""
    covers: dict[int, Dose] = {}
    for gap in gaps:
        taken = sum(1 << place for place, slot in enumerate(slots) if gap.spare(slot) is None)
        covers.setdefault(taken, gap.dose)
    return _widest(covers)


def _targets(slots: Sequence[int], portions: int, apart: int) -> list[int]:
    """What has to be covered: one of these sets, whichever."""
    every = (1 << len(slots)) - 1
    if portions == 1:
        return [every]
    left = {
        every & ~sum(1 << place for place, slot in enumerate(slots) if passed(start, slot) < apart)
        for start in slots
    }
    return sorted(left, key=int.bit_count) or [every]


def _covering(target: int, covers: Mapping[int, Dose], most: int) -> tuple[Dose, ...] | None:
    """At most so many doses that take away the whole target, or None."""
    if not target:
        return ()
    useful = _widest({cover & target: dose for cover, dose in covers.items()})
    if target.bit_count() > most * max((cover.bit_count() for cover in useful), default=0):
        return None
    first = target & -target
    for cover, dose in useful.items():
        if cover & first:
            rest = _covering(target & ~cover, useful, most - 1)
            if rest is not None:
                return (dose, *rest)
    return None


def _widest(covers: Mapping[int, Dose]) -> Mapping[int, Dose]:
    """The covers that lie in no other one."""
    return {
        cover: dose
        for cover, dose in covers.items()
        if not any(cover != other and cover | other == other for other in covers)
    }


def _union(covers: Iterable[int]) -> int:
    union = 0
    for cover in covers:
        union |= cover
    return union
