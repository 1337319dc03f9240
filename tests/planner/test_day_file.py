"""A day is read as strictly as a sheet of answers: a slip never passes for a time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.planner.day import Day, clock, minute_of
from magdesk.planner.day_file import DayError, day_object, parse_day
from tests.planner.days import KNOWN, known_days

SOUND: dict[str, Any] = {
    "wake": "07:00",
    "bed": "23:00",
    "meals": ["07:30"],
    "portions": 2,
    "medicines": [{"id": "levothyroxine", "times": ["06:30"]}],
}


def refused(sheet: dict[str, Any]) -> DayError:
    with pytest.raises(DayError) as error:
        parse_day(sheet, KNOWN)
    assert "\n" not in str(error.value)
    assert str(error.value).isascii()
    return error.value


@given(known_days())
def test_a_day_that_is_written_is_read_as_it_was(planned: Day) -> None:
    assert parse_day(day_object(planned), KNOWN) == planned


def test_meals_and_medicines_may_be_empty() -> None:
    parsed = parse_day(SOUND | {"meals": [], "medicines": []}, KNOWN)
    assert (parsed.meals, parsed.medicines) == ((), ())


@pytest.mark.parametrize("key", SOUND)
def test_every_key_is_needed(key: str) -> None:
    error = refused({name: value for name, value in SOUND.items() if name != key})
    assert (error.key, str(error)) == (key, f'"{key}": is missing')


@pytest.mark.parametrize("key", SOUND)
@pytest.mark.parametrize("value", [None, True, 7, 7.5, {}, [[]], "", "noon"], ids=repr)
def test_another_type_is_refused_by_the_key(key: str, value: object) -> None:
    assert f'"{key}"' in str(refused(SOUND | {key: value}))


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"lunch": "12:00"}, "lunch"),
        ({"wake": "7:00"}, "wake"),
        ({"wake": "07:00\n"}, "wake"),
        ({"wake": "\uff107:00"}, "wake"),
        ({"bed": "24:00"}, "bed"),
        ({"bed": "22:60"}, "bed"),
        ({"bed": "07:00"}, "bed"),
        ({"meals": ["07:30", "12:00", "07:30"]}, "meals"),
        ({"meals": "07:30"}, "meals"),
        ({"meals": ["soon"]}, "meals"),
        ({"portions": 0}, "portions"),
        ({"portions": 3}, "portions"),
        ({"portions": 2.0}, "portions"),
        ({"portions": True}, "portions"),
        ({"portions": "2"}, "portions"),
        ({"medicines": {}}, "medicines"),
        ({"medicines": ["iron"]}, "medicines"),
    ],
    ids=repr,
)
def test_what_cannot_be_right_is_refused_by_its_key(changed: dict[str, Any], key: str) -> None:
    assert refused(SOUND | changed).key == key


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ({"id": "iron"}, "times"),
        ({"times": ["08:00"]}, "id"),
        ({"id": "iron", "times": []}, "times"),
        ({"id": "iron", "times": "08:00"}, "times"),
        ({"id": "iron", "times": ["08:00", "08:00"]}, "times"),
        ({"id": "iron", "times": [8]}, "times"),
        ({"id": "iron", "times": ["08:00"], "dose": 1}, "dose"),
        ({"id": 1, "times": ["08:00"]}, "id"),
        ({"id": "levothyroxine", "times": ["08:00"]}, "id"),
    ],
    ids=repr,
)
def test_a_fault_in_a_medicine_is_named_with_its_place(entry: dict[str, Any], key: str) -> None:
    error = refused(SOUND | {"medicines": [*SOUND["medicines"], entry]})
    assert error.key == key
    assert str(error).startswith(f'"medicines", entry 2, "{key}": ')


def test_a_medicine_that_nobody_knows_is_refused_by_name() -> None:
    error = refused(SOUND | {"medicines": [{"id": "moonshine\n", "times": ["08:00"]}]})
    assert '"moonshine\\n"' in str(error)


@given(st.integers(0, 1439))
def test_a_time_is_shown_as_it_is_read(minute: int) -> None:
    assert minute_of(clock(minute)) == minute


@given(st.text(max_size=6))
def test_no_other_text_is_a_time(text: str) -> None:
    try:
        minute = minute_of(text)
    except ValueError:
        return
    assert clock(minute) == text
