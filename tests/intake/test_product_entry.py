"""A product as a person enters it: what is corrected, chosen, assumed, and questioned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.intake.label.corrected_label import CorrectedLabels, with_number_read_as
from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.label.label_reader import LabelReader
from magdesk.intake.label.label_reading import LabelReading
from magdesk.intake.product_entry import Entry, ProductReader
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale

BUFFERED = (
    "MAGNESIUM BISGLYCINATE 2,000 mg\nServing size: 2 capsules\n"
    "of which magnesium 440 mg (117 % NRV)"
)
LIBRARY = Library()
READER = LabelReader(LIBRARY.catalogue.forms, LIBRARY.names, LIBRARY.labels)
FORMS = tuple(LIBRARY.catalogue.forms)
CORRECTED = CorrectedLabels(
    LIBRARY.catalogue.forms, LIBRARY.labels, lambda text: LIBRARY.names.find(text).forms
)


def locale(name: str) -> NumberLocale:
    found = LIBRARY.number_table.locale(name)
    assert found is not None
    return found


PRODUCTS = ProductReader(
    lambda text: READER.read(text, locale("en_GB")),
    CORRECTED,
    LIBRARY.catalogue.forms,
    LIBRARY.labels,
)


def fields_of(reading: LabelReading) -> LabelFields:
    """The fields as the label was understood."""
    return LabelFields(
        forms=reading.forms,
        compound_mg=reading.compound_mg,
        elemental_mg=reading.elemental_mg,
        percent=reading.percent,
        tablets_per_serving=reading.tablets_per_serving or 1,
    )


def ids(entry: Entry) -> set[str]:
    return {one.id for one in PRODUCTS.read(entry).contradictions}


# --- fields -------------------------------------------------------------------------------------


mg = st.none() | st.floats(0.1, 50_000).map(lambda value: round(value, 2))


@given(
    st.builds(
        LabelFields,
        st.just(()) | st.lists(st.sampled_from(FORMS), min_size=1, max_size=1).map(tuple),
        mg,
        mg,
        st.none() | st.integers(1, 500),
        st.sampled_from([1.0, 2.0, 3.0, 12.0]),
    ),
    st.sampled_from(["en_GB", "de_DE", "fr_FR", "de_CH", "hi_IN", "ar_EG", "C"]),
)
def test_corrected_fields_are_read_as_they_were_corrected(fields: LabelFields, name: str) -> None:
    if fields.compound_mg is fields.elemental_mg is fields.percent is None:
        return
    assert fields_of(READER.read(CORRECTED.text(fields, ""), locale(name))) == fields


def test_a_corrected_form_gives_another_amount() -> None:
    entry = Entry("magnesium citrate 1000 mg")
    fields = fields_of(READER.read(entry.text, locale("en_GB")))
    oxide = replace(entry, fields=replace(fields, forms=("oxide",)))
    read = PRODUCTS.read(oxide)
    assert read.serving is not None
    assert round(read.serving.likely_mg) == 603


def test_what_stands_in_no_field_is_not_lost() -> None:
    entry = Entry("buffered magnesium bisglycinate 1000 mg, of which magnesium 180 mg")
    fields = fields_of(READER.read(entry.text, locale("en_GB")))
    assert not ids(entry)
    assert not ids(replace(entry, fields=replace(fields, elemental_mg=190.0)))


@pytest.mark.parametrize(("value", "expected"), [(1500, 1500), (1.5, 1.5)])
def test_a_number_in_two_readings_becomes_the_one_that_is_chosen(
    value: float, expected: float
) -> None:
    text = "Magnesiumcitrat 1,500 mg"
    (doubtful,) = READER.read(text, locale("en_GB")).doubtful
    assert value in doubtful.readings
    read = READER.read(with_number_read_as(text, doubtful.text, value), locale("en_GB"))
    assert (read.compound_mg, read.doubtful) == (expected, ())


# --- readings -----------------------------------------------------------------------------------


def test_a_contradiction_offers_every_way_to_read_it() -> None:
    read = PRODUCTS.read(Entry(BUFFERED))
    amounts = [round(reading.serving.likely_mg) for reading in read.readings]
    assert amounts == [440, 282, 880]


@pytest.mark.parametrize("chosen", [1, 2])
def test_what_was_chosen_is_read_again_from_its_text(chosen: int) -> None:
    read = PRODUCTS.read(Entry(BUFFERED, chosen=chosen))
    again = PRODUCTS.read(Entry(read.text))
    assert read.serving is not None
    assert again.serving is not None
    assert again.serving.likely_mg == pytest.approx(read.serving.likely_mg, rel=0.01)
    assert not again.contradictions


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("magnesium 200 mg elemental, 100 % NRV", {200, 375}),
        ("2 tablets contain 500 mg elemental, each tablet 200 mg elemental magnesium", {500, 400}),
    ],
)
def test_two_figures_are_both_offered(text: str, figures: set[int]) -> None:
    read = PRODUCTS.read(Entry(text))
    assert {round(reading.serving.likely_mg) for reading in read.readings} == figures


def test_a_plain_label_offers_no_choice() -> None:
    assert PRODUCTS.read(Entry("magnesium 200 mg elemental")).readings == ()


# --- a day --------------------------------------------------------------------------------------


def test_servings_a_day_are_the_persons() -> None:
    day = PRODUCTS.read(Entry("magnesium 200 mg elemental", a_day=3)).day
    assert day is not None
    assert day.likely_mg == 600


def test_what_is_for_the_skin_counts_nothing_however_often() -> None:
    day = PRODUCTS.read(Entry("magnesium chloride flakes for the bath 500 g", a_day=3)).day
    assert day is not None
    assert day.high_mg == 0


@pytest.mark.parametrize(
    "entry",
    [
        Entry("magnesium 100 mg elemental", a_day=40),
        Entry("magnesium 100 mg elemental", a_day=0),
        Entry("magnesium 100 mg elemental", a_day=-1),
        Entry("magnesium 1500 mg elemental", a_day=2),
        Entry("magnesium 5 g elemental"),
        Entry("magnesium -5 mg elemental"),
        Entry(usual="effervescent", a_day=9),
        Entry(usual="effervescent", a_day=-1),
        Entry(usual="effervescent", dose_mg=0),
    ],
)
def test_what_cannot_be_right_is_questioned(entry: Entry) -> None:
    assert ids(entry) == {"absurd"}
    assert PRODUCTS.read(entry).ask


def test_a_usual_day_of_an_antacid_is_not_questioned() -> None:
    for product in LIBRARY.labels.usual:
        assert not ids(Entry(usual=product.id, a_day=product.most_a_day))


# --- antacids and laxatives ---------------------------------------------------------------------


def test_an_antacid_counts_by_its_usual_content_until_it_is_changed() -> None:
    usual = PRODUCTS.read(Entry(usual="effervescent", a_day=2))
    known = PRODUCTS.read(Entry(usual="effervescent", a_day=2, dose_mg=300))
    assert usual.taken is not None
    assert known.taken is not None
    assert (usual.taken.assumed, usual.taken.day.likely_mg) == (True, 486)
    assert (known.taken.assumed, known.taken.day.likely_mg) == (False, 600)


@pytest.mark.parametrize("dose_mg", [None, 300.0, 12.5])
def test_an_antacid_is_opened_as_it_was_saved(dose_mg: float | None) -> None:
    for product in LIBRARY.labels.usual:
        entry = Entry(usual=product.id, a_day=2, dose_mg=dose_mg)
        assert PRODUCTS.entry_of(PRODUCTS.read(entry).text, 2) == entry
