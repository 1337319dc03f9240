"""A plan in words says all that the drawn day shows, and never moves or drops a medicine."""

from __future__ import annotations

import re

from hypothesis import given, settings

from magdesk.knowledge.loader import Library
from magdesk.planner.day import Day, DayMedicine, clock
from magdesk.planner.plan import plan_day
from magdesk.report.day_words import DayWords, day_words, how_long
from tests.planner.days import KNOWN, known_days

SAY = Library().planner_sentences


def told(day: Day, names: dict[str, str] | None = None) -> DayWords:
    return day_words(day, plan_day(day, KNOWN), KNOWN, SAY, names)


def day(*taken: DayMedicine, portions: int = 2, wake: int = 420, bed: int = 1380) -> Day:
    return Day(wake, bed, (450, 750, 1140), portions, taken)


@settings(deadline=None, derandomize=True)
@given(known_days())
def test_every_time_of_the_day_is_told_once_and_in_order(planned: Day) -> None:
    plan, words = plan_day(planned, KNOWN), told(planned)
    expected = sorted([*(dose.minute for dose in planned.doses), *plan.times])
    assert sorted(line.minute for line in words.lines) == expected
    asleep = (planned.wake - planned.bed) % 1440
    night = planned.bed + asleep // 2
    lived = [(line.minute - night) % 1440 for line in words.lines]
    assert lived == sorted(lived)
    assert [line.minute for line in words.lines if line.medicine is None] == sorted(
        plan.times, key=lambda time: (time - planned.wake) % 1440
    )


@settings(deadline=None, derandomize=True)
@given(known_days())
def test_the_verdict_names_the_times_or_how_many_stand_in_the_way(planned: Day) -> None:
    plan, words = plan_day(planned, KNOWN), told(planned)
    if plan.possible:
        assert all(clock(time) in words.title for time in plan.times)
    else:
        assert words.kind == "blocked"
        assert sum(line.blocks for line in words.lines) == len(plan.blocked_by)
        asks = [note for note in words.notes if "pharmacist" in note.text]
        assert asks or not plan.blocked_by


@settings(deadline=None, derandomize=True)
@given(known_days())
def test_no_place_is_left_open_and_every_sentence_ends(planned: Day) -> None:
    for line in told(planned).words:
        assert not re.search(r"[{}]", line)
        assert line.endswith((".", "”"))


def test_the_example_of_the_contract_in_words() -> None:
    words = told(day(DayMedicine("levothyroxine", (390,))), {"levothyroxine": "Levothyroxine"})
    assert words.title == "Magnesium at 12:30 and at 19:00."
    assert words.text == (
        "Every gap to your medicines is kept. The closest has 2 hours to spare. "
        "Both are with a meal."
    )
    assert [line.words for line in words.lines] == [
        "06:30 Levothyroxine. No magnesium between 02:30 and 10:30.",
        "12:30 Magnesium. With a meal. The closest gap has 2 hours to spare.",
        "19:00 Magnesium. With a meal. The closest gap has 7 hours and 30 minutes to spare.",
    ]


def test_a_medicine_that_stops_is_told_instead_of_times() -> None:
    words = told(day(DayMedicine("raltegravir", (480,)), DayMedicine("iron", (720,))))
    assert (words.kind, words.lines) == ("stopped", ())
    assert [note.text for note in words.notes] == [KNOWN["raltegravir"].because]


def test_a_medicine_that_only_asks_is_told_beside_the_times() -> None:
    words = told(day(DayMedicine("other", (390,))))
    assert words.kind == "times"
    assert KNOWN["other"].because in [note.text for note in words.notes]


def test_a_short_course_is_told_to_end_before_magnesium_begins() -> None:
    words = told(day(DayMedicine("quinolone", (480, 1200))))
    assert any("start magnesium after the course" in note.text for note in words.notes)


def test_a_note_about_a_medicine_without_hours_is_told_at_its_time() -> None:
    words = told(day(DayMedicine("baloxavir", (480,))))
    assert KNOWN["baloxavir"].note in [line.text for line in words.lines]


def test_one_portion_is_told_as_one() -> None:
    assert "It is with a meal." in told(day(portions=1)).text


def test_no_hours_known_is_never_told_as_safe() -> None:
    words = told(day(DayMedicine("statin", (1200,))))
    line = next(line for line in words.lines if line.medicine == "statin")
    assert line.text.startswith(KNOWN["statin"].action)
    assert "does not mean that it is safe" in line.text


def test_a_bone_tablet_is_told_to_come_first() -> None:
    words = told(day(DayMedicine("bisphosphonate", (390,))))
    assert "before 08:30" in words.lines[0].text
    late = told(day(DayMedicine("bisphosphonate", (1380,))))
    assert late.lines[-1].text == SAY("dose.whole_day")


def test_a_day_that_is_too_short_names_no_medicine() -> None:
    words = told(day(DayMedicine("iron", (720,)), bed=500))
    assert words.text == SAY("short_day.two")
    assert not any(line.blocks for line in words.lines)


def test_where_two_portions_have_no_time_one_that_has_is_told() -> None:
    words = told(day(bed=500))
    assert SAY("one_portion", time="07:30") in words.words
    full = told(day(DayMedicine("bisphosphonate", (1380,))))
    assert not any("One portion" in line for line in full.words)


def test_a_length_of_time_is_told_in_hours_and_minutes() -> None:
    told_lengths = [how_long(minutes, SAY) for minutes in (1, 15, 60, 61, 135)]
    assert told_lengths == [
        "1 minute",
        "15 minutes",
        "1 hour",
        "1 hour and 1 minute",
        "2 hours and 15 minutes",
    ]


def test_sentences_are_short_enough_to_read() -> None:
    for row in SAY.rows.values():
        for text in (row.text, row.one):
            for sentence in re.split(r"(?<=[.?:])\s", text):
                assert len(sentence.split()) <= 20, sentence
