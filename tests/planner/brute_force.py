"""The day plan's contract, said a second time in the plainest way: every slot is tried.

Time runs on through the days in minutes, every dose is written out day by day, and nothing here is
taken from the planner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, Dose

DAY = 1440
DAYS = range(-2, 4)


@dataclass(frozen=True)
class Best:
    """The plan that wins when all are tried."""

    times: tuple[int, ...]
    with_meal: tuple[bool, ...]
    margins: tuple[int | None, ...]


def moments(day: Day) -> list[int]:
    """The quarter hours from waking to bed, in minutes since the first midnight."""
    bed = day.bed if day.bed > day.wake else day.bed + DAY
    return [minute for minute in range(day.wake, bed + 1) if minute % 15 == 0]


def margin(moment: int, dose: Dose, medicine: Medicine) -> int | None:
    """The minutes to spare, or None where the gap is not kept."""
    spare: list[int] = []
    for number in DAYS:
        taken = number * DAY + dose.minute
        if taken <= moment and medicine.before_h is not None:
            spare.append(moment - taken - 60 * medicine.before_h)
        if taken >= moment and medicine.after_h is not None:
            spare.append(taken - moment - 60 * medicine.after_h)
        if medicine.after_h is None and number * DAY <= moment < taken < (number + 1) * DAY:
            spare.append(-1)
    return min(spare) if min(spare) >= 0 else None


def fit(moments_chosen: tuple[int, ...]) -> bool:
    """Whether two portions stay four hours apart, day after day."""
    if len(moments_chosen) == 1:
        return True
    first, second = moments_chosen
    return all(abs(second + number * DAY - first) >= 240 for number in DAYS)


def with_hours(doses: Iterable[Dose], medicines: Mapping[str, Medicine]) -> list[Dose]:
    """The doses that keep magnesium at a distance."""
    return [
        dose
        for dose in doses
        if medicines[dose.medicine].before_h or medicines[dose.medicine].after_h
    ]


def best(day: Day, medicines: Mapping[str, Medicine]) -> Best | None:
    """The best plan by the contract, or None where no time is left."""
    doses = with_hours(day.doses, medicines)
    found: list[tuple[tuple[int, int, list[int]], tuple[int, ...], tuple[int | None, ...]]] = []
    margins: dict[int, int | None] = {}
    for moment in moments(day):
        spare = [margin(moment, dose, medicines[dose.medicine]) for dose in doses]
        if None not in spare:
            margins[moment] = min((value for value in spare if value is not None), default=None)
    for chosen in combinations(margins, day.portions):
        if not fit(chosen):
            continue
        meals = sum(moment % DAY in day.meals for moment in chosen)
        tightest = min(margins[moment] or 0 for moment in chosen)
        rank = (-meals, -tightest, [moment - day.wake for moment in chosen])
        found.append((rank, chosen, tuple(margins[moment] for moment in chosen)))
    if not found:
        return None
    _, chosen, spare_of_each = min(found)
    return Best(
        times=tuple(moment % DAY for moment in chosen),
        with_meal=tuple(moment % DAY in day.meals for moment in chosen),
        margins=spare_of_each,
    )


class Blocking:
    """Which doses leave a time, asked for many sets of doses of one day."""

    def __init__(self, day: Day, medicines: Mapping[str, Medicine]) -> None:
        self._plans = [chosen for chosen in combinations(moments(day), day.portions) if fit(chosen)]
        self._against = {
            dose: frozenset(
                moment
                for moment in moments(day)
                if margin(moment, dose, medicines[dose.medicine]) is None
            )
            for dose in with_hours(day.doses, medicines)
        }
        self.doses = tuple(self._against)

    def leaves_a_time(self, doses: Iterable[Dose]) -> bool:
        """Whether some plan keeps the gaps of these doses."""
        taken = frozenset[int]().union(*(self._against[dose] for dose in doses))
        return any(taken.isdisjoint(plan) for plan in self._plans)

    def smallest(self) -> int:
        """How many doses the smallest set has that leaves no time."""
        for count in range(len(self.doses) + 1):
            if not all(self.leaves_a_time(some) for some in combinations(self.doses, count)):
                return count
        raise AssertionError("all doses together leave a time")
