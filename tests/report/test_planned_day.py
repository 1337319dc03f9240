"""The plan of a person's day: nothing is planned before it is known what is taken and when."""

from __future__ import annotations

import pytest

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.planner.day import clock
from magdesk.report.planned_day import planned_day
from tests.planner.brute_force import best


@pytest.fixture
def sheet(library: Library) -> AnswerSheet:
    return AnswerSheet(library.decision, "eu")


@pytest.fixture(scope="module")
def index() -> MedicineIndex:
    library = Library()
    return MedicineIndex(library.medicine_names, library.decision.medicines)


def test_nothing_is_planned_before_the_medicines_are_told(
    sheet: AnswerSheet, library: Library
) -> None:
    assert planned_day(sheet, library).words is None
    sheet.set_answer("medicines", ("none",))
    assert planned_day(sheet, library).has_times


def test_nothing_is_planned_before_each_medicine_has_its_time(
    sheet: AnswerSheet, library: Library
) -> None:
    sheet.set_answer("medicines", ("levothyroxine", "iron"))
    sheet.day.write("levothyroxine", 0, "06:30")
    assert planned_day(sheet, library).plan is None
    sheet.day.write("iron", 0, "16:00")
    planned = planned_day(sheet, library)
    expected = best(planned.read.day, dict(library.decision.medicines))
    assert planned.plan is not None
    assert expected is not None
    assert planned.plan.times == expected.times
    assert planned.words is not None
    assert all(clock(time) in planned.words.title for time in expected.times)


def test_a_name_that_asks_something_first_is_waited_for(
    sheet: AnswerSheet, library: Library, index: MedicineIndex
) -> None:
    sheet.medicines.add([find(index, "antibiotic")])
    sheet.medicines_changed()
    assert sheet.medicines.open
    assert planned_day(sheet, library).plan is None


def test_a_medicine_that_stops_needs_no_times(sheet: AnswerSheet, library: Library) -> None:
    sheet.set_answer("medicines", ("digoxin", "iron"))
    words = planned_day(sheet, library).words
    assert words is not None
    assert words.kind == "stopped"
    assert words.lines == ()
    assert library.decision.medicines["digoxin"].because in " ".join(words.words)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("danger_now", ("stroke_signs",)), ("medicines", ("iron", "not_sure"))],
)
def test_another_stop_of_the_answers_stands_instead_of_times(
    sheet: AnswerSheet, library: Library, question: str, answer: tuple[str, ...]
) -> None:
    sheet.set_answer("medicines", ("iron",))
    sheet.day.write("iron", 0, "16:00")
    sheet.set_answer(question, answer)
    planned = planned_day(sheet, library)
    assert planned.words is not None
    assert planned.words.kind == "stopped"
    assert not planned.has_times
    because = {rule.because for rule in sheet.advice().rules if rule.stop}
    assert because == {note.text for note in planned.words.notes}


def test_a_medicine_without_hours_is_told_and_never_called_safe(
    sheet: AnswerSheet, library: Library
) -> None:
    sheet.set_answer("medicines", ("inhaler",))
    words = planned_day(sheet, library).words
    assert words is not None
    told = " ".join(note.words for note in words.notes)
    assert library.decision.medicines["inhaler"].label in told
    assert "does not mean that it is safe" in told


def test_a_medicine_is_called_as_the_person_calls_it(
    sheet: AnswerSheet, library: Library, index: MedicineIndex
) -> None:
    sheet.medicines.add([find(index, "levothyroxine 75 mcg"), find(index, "zzqqy")])
    sheet.medicines_changed()
    names = planned_day(sheet, library).names
    assert names["levothyroxine"].casefold().startswith("levothyroxine")
    assert names["other"] == "Zzqqy"


@pytest.mark.parametrize("from_labels", [True, False])
@pytest.mark.parametrize(("mg", "urgent"), [(251, False), (1000, False), (2000, True)])
def test_more_than_the_limit_gets_no_times_and_is_said_first(
    sheet: AnswerSheet, library: Library, mg: int, urgent: bool, from_labels: bool
) -> None:
    sheet.set_answer("medicines", ("magnesium_product",))
    if from_labels:
        sheet.set_products((Product("Bottle", mg / 2), Product("Sachet", mg / 2)))
    else:
        sheet.set_answer("supplement_mg", mg)
    planned = planned_day(sheet, library)
    assert not planned.has_times
    assert planned.words is not None
    assert planned.words.kind == "stopped"
    assert planned.words.text.startswith(f"You take {mg} mg a day")
    assert planned.urgent is urgent


def test_labels_within_the_limit_or_another_amount_that_was_answered_leave_times(
    sheet: AnswerSheet, library: Library
) -> None:
    sheet.set_answer("medicines", ("none",))
    sheet.set_products((Product("Bottle", 100),))
    assert planned_day(sheet, library).has_times
    sheet.set_products((Product("Bottle", 1000),))
    assert not planned_day(sheet, library).has_times
    sheet.set_answer("supplement_mg", 100)
    assert planned_day(sheet, library).has_times


def test_a_name_of_thousands_of_letters_leaves_the_day_readable(
    sheet: AnswerSheet, library: Library, index: MedicineIndex
) -> None:
    sheet.medicines.add([find(index, "x" * 5000)])
    sheet.medicines_changed()
    (name,) = planned_day(sheet, library).names.values()
    assert len(name) <= 100
