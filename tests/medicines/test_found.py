"""What a line ticks, once what it asks is answered."""

from __future__ import annotations

from magdesk.medicines.find import find
from magdesk.medicines.found import Found, ticks
from magdesk.medicines.medicine_index import MedicineIndex


def test_an_unknown_line_counts_as_another_medicine() -> None:
    assert ticks(Found("foo", "unknown", did_you_mean=("Floxin",))) == ("other",)


def test_a_recognised_line_ticks_its_rows(index: MedicineIndex) -> None:
    assert ticks(find(index, "Zestoretic")) == ("ace_arb", "water_tablet")


def test_a_line_to_choose_ticks_nothing_but_the_choice(index: MedicineIndex) -> None:
    found = find(index, "blood pressure pill")
    assert ticks(found) == ()
    assert ticks(found, ["ace_arb"]) == ("ace_arb",)
    assert ticks(found, ["raltegravir"]) == ()


def test_only_a_condition_that_is_met_ticks_its_row(index: MedicineIndex) -> None:
    found = find(index, "omeprazole 20 mg")
    assert ticks(found, ["ppi"]) == ("ppi",)
    assert ticks(found) == ("no_rule",)


def test_a_condition_that_is_not_met_leaves_the_other_rows(index: MedicineIndex) -> None:
    found = find(index, "lansoprazole")
    assert ticks(found) == ("antacid_spaced",)
    assert ticks(found, ["ppi"]) == ("ppi", "antacid_spaced")
