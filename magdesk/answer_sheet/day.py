"""A person's day as it is typed: waking, meals, bed, portions, and when each medicine is taken.

Texts stay as they were typed, whether they can be read or not; ``read`` makes a day of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, DayMedicine, clock
from magdesk.planner.typed_time import read_time

WAKE, BED, MEALS = "wake", "bed", "meals"
_USUAL: Mapping[str, tuple[str, ...]] = {
    WAKE: ("07:00",),
    BED: ("23:00",),
    MEALS: ("07:30", "12:30", "19:00"),
}
"""What stands there until it is changed."""
_NO_TIME = ("",)

Problem = Literal["unreadable", "twice", "missing", "as_waking"]
Place = tuple[str, int]
"""What is timed (waking, bed, meals, or a medicine by its id), and which of its times."""


@dataclass(frozen=True, slots=True)
class ReadDay:
    """The day as far as it can be read; nothing is planned before it is whole."""

    day: Day
    """Waking and bed that cannot be read are the usual ones here; other such times are left out."""
    problems: Mapping[Place, Problem]
    waiting: tuple[str, ...]
    """Medicines with hours of which no time is known yet."""

    @property
    def whole(self) -> bool:
        """Whether every time that is needed is there and can be read."""
        return not (self.problems or self.waiting)


@dataclass
class TypedDay:
    """Texts by what is timed; a medicine goes by its id."""

    portions: int = 1
    """Of magnesium, 1 or 2."""
    _texts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether all is still as it was at first."""
        return self.portions == 1 and not self._texts

    def texts(self, what: str) -> tuple[str, ...]:
        """What stands in the fields of this; an empty text is a field without a time."""
        return self._texts.get(what, _USUAL.get(what, _NO_TIME))

    def write(self, what: str, place: int, text: str) -> None:
        """Put a text into a field; the one after the last is a new one."""
        texts = list(self.texts(what))
        texts[place : place + 1] = [text]
        if tuple(texts) != self.texts(what):
            self._texts[what] = tuple(texts)

    def take(self, day: Day) -> None:
        """Let this day stand in the fields, as one that was kept in a file."""
        self.portions = day.portions
        timed = {WAKE: (day.wake,), BED: (day.bed,), MEALS: day.meals}
        timed |= {taken.id: taken.times for taken in day.medicines}
        self._texts = {
            what: tuple(map(clock, minutes)) or _NO_TIME for what, minutes in timed.items()
        }

    def read(self, rows: Sequence[str], medicines: Mapping[str, Medicine]) -> ReadDay:
        """Return the day of somebody who takes these; rows without hours are there without times.

        An empty field is no fault where another time is there, and meals may have none at all.
        """
        problems: dict[Place, Problem] = {}
        wake, bed = self._only(WAKE, problems), self._only(BED, problems)
        if wake == bed and not problems:
            problems[BED, 0] = "as_waking"
        taken = tuple(
            DayMedicine(row, self._times(row, problems) if has_hours(medicines[row]) else ())
            for row in rows
        )
        faulty = {what for what, _ in problems}
        return ReadDay(
            day=Day(wake, bed, self._times(MEALS, problems), self.portions, taken),
            problems=problems,
            waiting=tuple(
                each.id
                for each in taken
                if has_hours(medicines[each.id]) and not each.times and each.id not in faulty
            ),
        )

    def _only(self, what: str, problems: dict[Place, Problem]) -> int:
        times = self._times(what, problems)
        if times:
            return times[0]
        problems.setdefault((what, 0), "missing")
        usual = read_time(_USUAL[what][0])
        assert usual is not None
        return usual

    def _times(self, what: str, problems: dict[Place, Problem]) -> tuple[int, ...]:
        return tuple(self._each_time(what, problems))

    def _each_time(self, what: str, problems: dict[Place, Problem]) -> Iterator[int]:
        known: set[int] = set()
        for place, text in enumerate(self.texts(what)):
            if not text.strip():
                continue
            minute = read_time(text)
            if minute is None:
                problems[what, place] = "unreadable"
            elif minute in known:
                problems[what, place] = "twice"
            else:
                known.add(minute)
                yield minute


def has_hours(medicine: Medicine) -> bool:
    """Whether magnesium has to keep hours to it."""
    return medicine.before_h is not None or medicine.after_h is not None
