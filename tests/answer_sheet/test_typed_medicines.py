"""Medicines as they are typed: what counts when, and what goes when a line goes."""

from __future__ import annotations

import pytest

from magdesk.answer_sheet.typed_medicines import TypedMedicines
from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex


@pytest.fixture(scope="module")
def index(library: Library) -> MedicineIndex:
    return MedicineIndex(library.medicine_names, library.decision.medicines)


@pytest.fixture
def medicines(library: Library) -> TypedMedicines:
    return TypedMedicines(tuple(library.decision.medicines))


def test_a_combination_counts_as_both_and_goes_as_one(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    (line,) = medicines.add([find(index, "Zestoretic 20/12.5")])
    assert medicines.answer == ("water_tablet", "ace_arb")
    medicines.remove(line.number)
    assert medicines.answer is None


def test_a_line_takes_only_its_own_ticks_with_it(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    medicines.tick("water_tablet", True)
    (line,) = medicines.add([find(index, "Zestoretic 20/12.5")])
    medicines.remove(line.number)
    assert medicines.answer == ("water_tablet",)


def test_a_condition_is_asked_before_its_row_counts(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    (line,) = medicines.add([find(index, "omeprazole 20mg")])
    assert medicines.open
    assert medicines.answer is None
    medicines.meet(line.number, "ppi", yes=True)
    assert not medicines.open
    assert medicines.answer == ("ppi",)
    medicines.meet(line.number, "ppi", yes=False)
    assert medicines.answer == ("no_rule",)


def test_an_unknown_name_counts_as_other_and_nothing_is_ticked_by_itself(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    (line,) = medicines.add([find(index, "simvastin 20")])
    assert medicines.answer == ("other",)
    assert line.found.did_you_mean
    medicines.read_as(line.number, find(index, line.found.did_you_mean[0]))
    assert medicines.answer == ("statin",)


def test_a_word_with_several_meanings_waits_for_a_choice(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    (line,) = medicines.add([find(index, "blood pressure tablet")])
    assert medicines.open
    assert medicines.answer is None
    medicines.choose(line.number, "ace_arb")
    assert medicines.answer == ("ace_arb",)
    medicines.do_not_know(line.number)
    assert medicines.answer == ("not_sure",)
    assert not medicines.open


def test_taking_a_chip_out_takes_it_from_lines_and_list(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    medicines.tick("statin", True)
    medicines.add(find_list(index, "Zestoretic 20/12.5\nsimvastatin 40"))
    medicines.take_out("water_tablet")
    assert medicines.answer == ("statin", "ace_arb")
    medicines.take_out("statin")
    assert medicines.rows == ("ace_arb",)
    assert [line.found.typed for line in medicines.lines] == ["Zestoretic 20/12.5"]


def test_none_stands_alone_and_goes_with_the_next_medicine(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    medicines.say_none()
    assert medicines.answer == ("none",)
    medicines.add([find(index, "ramipril")])
    assert medicines.answer == ("ace_arb",)


def test_the_same_name_twice_is_one_line(medicines: TypedMedicines, index: MedicineIndex) -> None:
    medicines.add(find_list(index, "ramipril\nRamipril"))
    assert len(medicines.lines) == 1


def test_an_answer_given_elsewhere_keeps_the_lines_that_it_covers(
    medicines: TypedMedicines, index: MedicineIndex
) -> None:
    medicines.add(find_list(index, "ramipril\nsimvastatin"))
    medicines.take(("ace_arb", "digoxin"))
    assert [line.found.typed for line in medicines.lines] == ["ramipril"]
    assert set(medicines.answer or ()) == {"ace_arb", "digoxin"}
