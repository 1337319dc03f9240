"""Checks a day that was written as JSON: what is wrong is refused by its key, never guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from magdesk.interview.answers import quoted
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, DayMedicine, clock, minute_of

DAY_KEYS = ("wake", "bed", "meals", "portions", "medicines")
MEDICINE_KEYS = ("id", "times")
MOST_PORTIONS = 2


class DayError(ValueError):
    """A part of a day that is refused; ``key`` names the part."""

    def __init__(self, key: str, message: str, within: str = "") -> None:
        self.key = key
        super().__init__(f"{within}{quoted(key)}: {message}")


def parse_day(sheet: Mapping[str, object], medicines: Mapping[str, Medicine]) -> Day:
    """Return the day that a JSON object describes; raise ``DayError`` for the first fault."""
    _refuse_other_keys(sheet, DAY_KEYS)
    wake, bed = _time(sheet["wake"], "wake"), _time(sheet["bed"], "bed")
    if wake == bed:
        raise DayError("bed", "is the time of waking")
    return Day(
        wake=wake,
        bed=bed,
        meals=_times(sheet["meals"], "meals"),
        portions=_portions(sheet["portions"]),
        medicines=_medicines(sheet["medicines"], medicines),
    )


def day_object(day: Day) -> dict[str, object]:
    """The day as plain JSON values; ``parse_day`` gives the same day again."""
    return {
        "wake": clock(day.wake),
        "bed": clock(day.bed),
        "meals": [clock(meal) for meal in day.meals],
        "portions": day.portions,
        "medicines": [
            {"id": taken.id, "times": [clock(minute) for minute in taken.times]}
            for taken in day.medicines
        ],
    }


def _refuse_other_keys(sheet: Mapping[str, object], keys: Sequence[str], within: str = "") -> None:
    for key in sheet:
        if key not in keys:
            raise DayError(key, "there is no such key", within)
    for key in keys:
        if key not in sheet:
            raise DayError(key, "is missing", within)


def _time(value: object, key: str, within: str = "") -> int:
    if not isinstance(value, str):
        raise DayError(key, "takes a time as text, written HH:MM", within)
    try:
        return minute_of(value)
    except ValueError as error:
        raise DayError(key, f"{error}, not {quoted(value)}", within) from error


def _times(value: object, key: str, within: str = "") -> tuple[int, ...]:
    if not isinstance(value, list):
        raise DayError(key, "takes a list of times", within)
    times: list[int] = []
    for item in value:
        time = _time(item, key, within)
        if time in times:
            raise DayError(key, f"{clock(time)} stands twice", within)
        times.append(time)
    return tuple(times)


def _portions(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PORTIONS:
        raise DayError("portions", f"takes a whole number from 1 to {MOST_PORTIONS}")
    return value


def _medicines(value: object, medicines: Mapping[str, Medicine]) -> tuple[DayMedicine, ...]:
    if not isinstance(value, list):
        raise DayError("medicines", "takes a list of medicines with their times")
    taken: dict[str, DayMedicine] = {}
    for number, entry in enumerate(value, start=1):
        within = f'"medicines", entry {number}, '
        medicine = _medicine(entry, medicines, within)
        if medicine.id in taken:
            raise DayError("id", f"{quoted(medicine.id)} stands twice", within)
        taken[medicine.id] = medicine
    return tuple(taken.values())


def _medicine(entry: object, medicines: Mapping[str, Medicine], within: str) -> DayMedicine:
    if not isinstance(entry, dict):
        raise DayError("medicines", 'takes objects with "id" and "times"')
    _refuse_other_keys(entry, MEDICINE_KEYS, within)
    name = entry["id"]
    if not isinstance(name, str):
        raise DayError("id", "takes the id of a medicine as text", within)
    if name not in medicines:
        raise DayError("id", f"there is no medicine {quoted(name)}", within)
    times = _times(entry["times"], "times", within)
    if not times:
        raise DayError("times", "the list is empty", within)
    return DayMedicine(name, times)
