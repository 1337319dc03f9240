"""*Did you mean …?*: for typing errors, at most three, and never for names to be kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.medicines.suggestions import MOST, distance


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sinthroid", "Synthroid"),
        ("xynthroid", "Synthroid"),  # the first letter may be the wrong one
        ("fosamx", "Fosamax"),
        ("HTC", "HCT"),
        ("omeprazloe 20 mg", "omeprazole"),
        ("metoprolool", "metoprolol"),
        ("esomeprozole magnesium", "esomeprazole"),
    ],
)
def test_a_typing_error_is_offered_and_ticks_nothing(
    index: MedicineIndex, typed: str, meant: str
) -> None:
    found = find(index, typed)
    assert (found.kind, found.ids) == ("unknown", ())
    assert meant in found.did_you_mean
    assert len(found.did_you_mean) <= MOST


@pytest.mark.parametrize(
    ("typed", "rows", "meant"),
    [
        ("ramipril hydrochlorothazide", ("ace_arb", "other"), "hydrochlorothiazide"),
        ("captopril HTC", ("ace_spaced", "other"), "captopril HCT"),
        ("glybride metformin", (), "glyburide metformin"),
        ("budesonide formotreol", (), "budesonide formoterol"),
    ],
)
def test_a_name_beside_a_typing_error_counts_as_more(
    index: MedicineIndex, typed: str, rows: tuple[str, ...], meant: str
) -> None:
    found = find(index, typed)
    assert found.ids == rows
    assert meant in found.did_you_mean


@pytest.mark.parametrize("typed", ["Mcuogel", "Choelstagel", "zRenagel"])
def test_a_typing_error_that_ends_like_a_local_form_is_none(
    index: MedicineIndex, typed: str
) -> None:
    assert find(index, typed).kind == "unknown"


@pytest.mark.parametrize("typed", ["Ramipril Xyz 5 mg", "Omeprazole Loosec", "metformin Abcdefgh"])
def test_a_word_that_means_nothing_is_passed_over(index: MedicineIndex, typed: str) -> None:
    found = find(index, typed)
    assert found.did_you_mean == ()
    assert found.ids == find(index, typed.split(maxsplit=1)[0]).ids


def test_a_known_medicine_is_never_doubted(index: MedicineIndex) -> None:
    assert [entry.name for entry in index.entries if find(index, entry.name).did_you_mean] == []


def test_names_to_be_kept_apart_are_never_offered_for_one_another(
    index: MedicineIndex, library: Library
) -> None:
    offered = [
        (name, found.did_you_mean)
        for group in library.medicine_names.apart
        for name in group.names
        for found in (find(index, name), find(index, f"{name} 20 mg tablets"))
        if {other.casefold() for other in group.names} & {n.casefold() for n in found.did_you_mean}
    ]
    assert library.medicine_names.apart
    assert offered == []


@given(st.text("abc", min_size=1, max_size=7), st.text("abc", min_size=1, max_size=7))
def test_the_distance_counts_errors_and_is_the_same_both_ways(one: str, other: str) -> None:
    errors = distance(one, other, 9)
    assert errors == distance(other, one, 9)
    assert (errors == 0) == (one == other)
    assert abs(len(one) - len(other)) <= errors <= max(len(one), len(other))
    assert min(distance(one, other, 1), 2) == min(errors, 2)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("htc", "hct", 1), ("abcd", "abxd", 1), ("abcd", "abd", 1), ("abcd", "badc", 2)],
)
def test_a_swap_is_one_error(one: str, other: str, errors: int) -> None:
    assert distance(one, other, 2) == errors
