"""A day as a person lives it: waking, meals, bed, and when each medicine is taken.

Times are minutes since midnight, from 0 to 1439; every day is taken to be like this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MINUTES_A_DAY = 24 * 60
SLOT_MINUTES = 15

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Dose:
    """One medicine at one of its times."""

    medicine: str
    minute: int


@dataclass(frozen=True, slots=True)
class DayMedicine:
    """A medicine, by its id, and every time at which it is taken."""

    id: str
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What a plan has to fit into."""

    wake: int
    bed: int
    """Before or at ``wake`` it lies after midnight."""
    meals: tuple[int, ...]
    portions: int
    """Of magnesium, 1 or 2."""
    medicines: tuple[DayMedicine, ...]

    @property
    def doses(self) -> tuple[Dose, ...]:
        """Every medicine at each of its times, in the order given."""
        return tuple(Dose(taken.id, minute) for taken in self.medicines for minute in taken.times)

    @property
    def slots(self) -> tuple[int, ...]:
        """The quarter hours of the clock from waking to bed, in the order they are lived."""
        end = self.wake + passed(self.wake, self.bed)
        first = -(-self.wake // SLOT_MINUTES) * SLOT_MINUTES
        return tuple(slot % MINUTES_A_DAY for slot in range(first, end + 1, SLOT_MINUTES))


def passed(earlier: int, later: int) -> int:
    """The minutes from one time of the clock to the next time that it shows another."""
    return (later - earlier) % MINUTES_A_DAY


def clock(minute: int) -> str:
    """A time as HH:MM; minutes before or past this day are shown as the clock shows them."""
    hours, minutes = divmod(minute % MINUTES_A_DAY, 60)
    return f"{hours:02}:{minutes:02}"


def minute_of(text: str) -> int:
    """The minutes since midnight of HH:MM from 00:00 to 23:59; raise ``ValueError`` otherwise."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError("takes a time from 00:00 to 23:59, written HH:MM")
    return 60 * int(found[1]) + int(found[2])
