"""Times are read as people write them, and nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.planner.day import clock
from magdesk.planner.typed_time import read_time

MINUTES = st.integers(0, 1439)


@pytest.mark.parametrize(
    "typed",
    [
        "7:30",
        "07:30",
        "7.30",
        "0730",
        "730",
        "7h30",
        " 7:30 am",
        "7.30 a.m.",
        "0730AM",
        "\uff17\uff1a\uff13\uff10",
    ],
)
def test_half_past_seven_is_read_however_it_is_written(typed: str) -> None:
    assert read_time(typed) == 7 * 60 + 30


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("7", 420), ("19", 1140), ("7 pm", 1140), ("7.30 p.m.", 1170), ("12 am", 0),
        ("12:15 am", 15), ("12 pm", 720), ("noon", 720), ("Midnight", 0), ("0:00", 0),
        ("23:59", 1439), ("\u0667:\u0663\u0660", 450),
    ],
)  # fmt: skip
def test_hours_and_halves_of_the_day(typed: str, minute: int) -> None:
    assert read_time(typed) == minute


@pytest.mark.parametrize(
    "typed",
    ["", " ", "24:00", "7:60", "7:5", "75", "7:30:00", "-7", "+7", "13 pm", "0 am", "7:30 or 8",
     "7-8", "07:300", "morning", "7;30", "7 30 0"],
)  # fmt: skip
def test_what_is_not_plainly_one_time_is_none(typed: str) -> None:
    assert read_time(typed) is None


@given(MINUTES)
def test_every_minute_of_the_day_is_read_back_as_the_clock_shows_it(minute: int) -> None:
    shown = clock(minute)
    assert read_time(shown) == read_time(shown.replace(":", "")) == minute


@given(MINUTES)
def test_both_clocks_say_the_same(minute: int) -> None:
    hour, rest = divmod(minute, 60)
    half = "pm" if hour >= 12 else "am"
    assert read_time(f"{hour % 12 or 12}:{rest:02} {half}") == minute


@given(st.text(max_size=8))
def test_no_text_breaks_it(typed: str) -> None:
    minute = read_time(typed)
    assert minute is None or 0 <= minute < 1440
