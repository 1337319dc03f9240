"""Every name of the data finds its rows, alone and with what stands around it on a box."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.found import NO_RULE, OTHER
from magdesk.medicines.medicine_index import MedicineIndex

LIBRARY = Library()
INDEX = MedicineIndex(LIBRARY.medicine_names, LIBRARY.decision.medicines)
GROUPS = LIBRARY.medicine_names.groups
OFTEN = tomllib.loads((Path(__file__).parent / "prescribed_often.toml").read_text("utf-8"))
ALIKE = ("Hexal", "AL", "Teva", "Sandoz", "1A Pharma", "ratiopharm", "Heumann", "Accord")


def test_every_name_finds_its_rows() -> None:
    for group in GROUPS:
        for name in group.names:
            found = find(INDEX, name)
            assert found.ids == group.ids, name
            assert found.kind == ("no_rule" if group.ids == (NO_RULE,) else "recognised"), name


def test_every_word_of_several_meanings_offers_them_all() -> None:
    for meaning in LIBRARY.medicine_names.meanings:
        for name in meaning.names:
            found = find(INDEX, name)
            assert (found.kind, found.ids) == ("choose", meaning.ids), name


def test_every_row_but_the_open_ones_has_a_name() -> None:
    named = {row for group in GROUPS for row in group.ids}
    assert named == set(LIBRARY.decision.medicines)


def test_a_row_says_in_its_line_the_name_of_a_medicine_that_leads_to_it() -> None:
    for medicine in LIBRARY.decision.medicines.values():
        for line in filter(None, (medicine.because, medicine.because_harm)):
            said = line.casefold()
            assert any(name.casefold() in said for name in medicine.names), medicine.id


names = st.sampled_from([(name, group.ids) for group in GROUPS for name in group.names])
strengths = st.sampled_from(
    ("", "20mg", "12,5 mg", "0.25 mg", "25/100", "20-12.5 mg", "400 I.E.", "5 µg", "1 %", "10 mmol")
)
doses = st.sampled_from(("", "once daily", "1-0-1", "bd", "zweimal täglich", "at night", "prn"))
makers = st.sampled_from(("", *ALIKE))
packs = st.sampled_from(("", "N3", "100 Stück", "(my)", "for the", "x 30"))


@given(names, strengths, makers, packs, doses)
def test_a_name_finds_the_same_with_strength_maker_pack_and_dose(
    name: tuple[str, tuple[str, ...]], strength: str, maker: str, pack: str, dose: str
) -> None:
    typed = " ".join(filter(None, (name[0], strength, maker, pack, dose)))
    assert find(INDEX, typed).ids == name[1], typed


@given(names, strengths, st.sampled_from(("capsules", "Kapseln", "SR", "XL", "retard", "HKP")))
def test_a_name_finds_at_least_the_same_with_a_form(
    name: tuple[str, tuple[str, ...]], strength: str, form: str
) -> None:
    """A form may make it more exact (*Ritalin LA*), and never less."""
    found = find(INDEX, f"{name[0]} {strength} {form}")
    assert set(name[1]) <= set(found.ids)


@pytest.mark.parametrize("country", OFTEN)
def test_what_is_prescribed_often_is_known(country: str) -> None:
    found = [find(INDEX, typed) for typed in OFTEN[country]]
    assert [each.typed for each in found if each.kind == "unknown"] == []
    asked = [each.typed for each in found if OTHER in each.ids]
    assert len(asked) <= len(found) / 10  # where every tenth is "ask first", people skip it
