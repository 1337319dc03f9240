"""The day that a person types is read strictly, and lives with the answers."""

from __future__ import annotations

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.day import BED, MEALS, WAKE, TypedDay
from magdesk.knowledge.loader import Library
from magdesk.planner.day import clock
from magdesk.planner.day_file import day_object, parse_day


def sheet_with(library: Library, *rows: str) -> AnswerSheet:
    sheet = AnswerSheet(library.decision, "eu")
    sheet.set_answer("medicines", rows)
    return sheet


def test_the_usual_day_can_be_read_and_is_empty() -> None:
    day = TypedDay()
    read = day.read((), {})
    assert read.whole
    assert day.is_empty
    assert [clock(meal) for meal in read.day.meals] == ["07:30", "12:30", "19:00"]


def test_a_medicine_with_hours_waits_for_its_time(library: Library) -> None:
    sheet = sheet_with(library, "levothyroxine", "lithium")
    assert sheet.read_day().waiting == ("levothyroxine",)
    sheet.day.write("levothyroxine", 0, "6.30 am")
    read = sheet.read_day()
    assert read.whole
    times = {taken.id: taken.times for taken in read.day.medicines}
    assert times == {"levothyroxine": (6 * 60 + 30,), "lithium": ()}


def test_a_time_that_cannot_be_read_or_stands_twice_is_named_and_left_out(library: Library) -> None:
    sheet = sheet_with(library, "iron")
    for place, text in enumerate(("8", "soon", "08:00", "")):
        sheet.day.write("iron", place, text)
    read = sheet.read_day()
    assert read.problems == {("iron", 1): "unreadable", ("iron", 2): "twice"}
    assert read.day.medicines[0].times == (480,)
    assert not read.whole


def test_waking_and_bed_are_needed_and_differ() -> None:
    day = TypedDay()
    day.write(WAKE, 0, "")
    assert day.read((), {}).problems == {(WAKE, 0): "missing"}
    day.write(WAKE, 0, "11 pm")
    assert day.read((), {}).problems == {(BED, 0): "as_waking"}


def test_there_need_be_no_meal() -> None:
    day = TypedDay()
    for place in range(3):
        day.write(MEALS, place, "")
    read = day.read((), {})
    assert read.whole
    assert read.day.meals == ()


def test_another_person_begins_with_the_usual_day(library: Library) -> None:
    sheet = sheet_with(library, "iron")
    sheet.day.write("iron", 0, "8")
    sheet.day.portions = 2
    assert not sheet.is_empty
    sheet.clear()
    assert sheet.day.is_empty
    assert sheet.is_empty


def test_a_day_from_a_file_stands_in_the_fields(library: Library) -> None:
    written = {
        "wake": "06:00",
        "bed": "00:30",
        "meals": [],
        "portions": 2,
        "medicines": [{"id": "iron", "times": ["08:05", "20:00"]}],
    }
    sheet = sheet_with(library, "iron")
    sheet.day.take(parse_day(written, library.decision.medicines))
    assert sheet.day.texts("iron") == ("08:05", "20:00")
    assert day_object(sheet.read_day().day) == written
