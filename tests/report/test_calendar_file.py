"""The calendar file is what RFC 5545 asks for, and names no medicine that was not chosen."""

from __future__ import annotations

import datetime
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.planner.day import Day
from magdesk.planner.plan import Plan, plan_day
from magdesk.report.calendar_file import as_calendar, escaped, folded
from tests.planner.days import KNOWN, known_days

SAY = Library().planner_sentences
FIRST = datetime.date(2026, 11, 30)
MADE = datetime.datetime(
    2026, 11, 29, 22, 15, tzinfo=datetime.timezone(datetime.timedelta(hours=1))
)
NAMES = st.lists(st.text(min_size=1, max_size=60), max_size=3)


def calendar(planned: Day, named: list[str] | None = None) -> str:
    plan = plan_day(planned, KNOWN)
    return as_calendar(planned, plan, SAY, first_day=FIRST, made=MADE, named=named or ())


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)


@settings(deadline=None, derandomize=True)
@given(known_days(), NAMES)
def test_lines_are_short_and_end_as_the_standard_says(planned: Day, named: list[str]) -> None:
    text = calendar(planned, named)
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    for line in text.split("\r\n"):
        assert len(line.encode("utf-8")) <= 75


@settings(deadline=None, derandomize=True)
@given(known_days(), NAMES)
def test_there_is_an_event_for_each_portion_at_its_time(planned: Day, named: list[str]) -> None:
    lines = unfolded(calendar(planned, named))
    plan = plan_day(planned, KNOWN)
    starts = [line for line in lines if line.startswith("DTSTART")]
    expected = []
    for time in plan.times:
        date = FIRST + datetime.timedelta(days=time < planned.wake)
        expected.append(f"DTSTART:{date:%Y%m%d}T{time // 60:02}{time % 60:02}00")
    assert starts == expected
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(plan.times)
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(plan.times)


@settings(deadline=None, derandomize=True)
@given(known_days())
def test_no_medicine_is_named_unless_it_was_chosen(planned: Day) -> None:
    plain = {f"SUMMARY:{SAY('calendar.title')}", f"SUMMARY:{SAY('calendar.title_meal')}"}
    told = {f"DESCRIPTION:{SAY('calendar.description')}"}
    for line in unfolded(calendar(planned)):
        if line.startswith(("SUMMARY", "DESCRIPTION")):
            assert line in plain | told


def test_a_chosen_medicine_stands_in_the_title() -> None:
    planned = Day(420, 1380, (750,), 1, ())
    lines = unfolded(calendar(planned, ["Iron; mornings, L-Thyroxin"]))
    assert (
        r"SUMMARY:Magnesium with a meal\, hours apart from: Iron\; mornings\, L-Thyroxin" in lines
    )


def test_times_float_and_the_stamp_is_universal() -> None:
    lines = unfolded(calendar(Day(420, 1380, (750,), 1, ())))
    assert "DTSTART:20261130T123000" in lines
    assert "DTSTAMP:20261129T211500Z" in lines
    assert not any(line.startswith("BEGIN:VTIMEZONE") or "TZID" in line for line in lines)


def test_a_portion_after_midnight_lies_on_the_next_date() -> None:
    late = Plan(possible=True, times=(1200, 30), with_meal=(True, False), margins=(None, None))
    text = as_calendar(Day(1140, 60, (), 2, ()), late, SAY, first_day=FIRST, made=MADE)
    assert "DTSTART:20261130T200000" in text
    assert "DTSTART:20261201T003000" in text


def test_a_plan_without_times_is_a_calendar_without_events() -> None:
    text = as_calendar(
        Day(420, 1380, (), 1, ()), Plan(possible=False), SAY, first_day=FIRST, made=MADE
    )
    assert "VEVENT" not in text
    assert unfolded(text)[-1] == "END:VCALENDAR"


@given(st.text())
def test_text_comes_back_as_it_was_but_for_signs_that_cannot_stand_in_a_calendar(
    text: str,
) -> None:
    plain = re.sub(r"\r\n?", "\n", text)
    plain = re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", plain)
    assert unescaped(escaped(text)) == plain
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]|[\r\n]", escaped(text))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_folded_line_is_the_line_again(line: str) -> None:
    parts = list(folded(line))
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert all(part.startswith(" ") for part in parts[1:])
    assert all(len(part.encode("utf-8")) <= 75 for part in parts)
