"""Names to choose from while one types: from three letters on, and nothing is ticked by it."""

from __future__ import annotations

import pytest

from magdesk.medicines.completion import complete
from magdesk.medicines.medicine_index import MedicineIndex


@pytest.mark.parametrize("part", ["", "o", "om", " o "])
def test_under_three_letters_nothing_is_offered(index: MedicineIndex, part: str) -> None:
    assert complete(index, part) == ()


def test_names_that_begin_so_come_before_names_that_hold_it(index: MedicineIndex) -> None:
    names = [each.name for each in complete(index, "omepr")]
    assert names[0] == "omeprazole"
    assert "esomeprazole" in names


def test_what_is_offered_says_where_it_belongs(index: MedicineIndex) -> None:
    assert complete(index, "zestor")[0].ids == ("ace_arb", "water_tablet")


def test_no_more_is_offered_than_asked_for(index: MedicineIndex) -> None:
    assert len(complete(index, "pri", most=4)) == 4


@pytest.mark.parametrize("part", ["schilddrü", "schilddrue", "SCHILDDRU"])
def test_an_umlaut_may_be_typed_in_any_way(index: MedicineIndex, part: str) -> None:
    assert complete(index, part)[0].ids == ("levothyroxine",)
