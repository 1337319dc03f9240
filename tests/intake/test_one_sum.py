"""Several products as one sum against the limits of every region."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.intake.label.label_reading import Span
from magdesk.intake.one_sum import TakenProduct, one_sum, reference_intake
from magdesk.intake.product_entry import Entry, product_reader
from magdesk.knowledge.loader import Library
from magdesk.report.sum_words import region_line, sum_notes

LIBRARY = Library()
LOCALE = LIBRARY.number_table.locale("en_US")
assert LOCALE is not None
PRODUCTS = product_reader(LIBRARY, LOCALE)
WORDS = LIBRARY.labels.sum


def product(text: str = "", **entered: object) -> TakenProduct:
    taken = PRODUCTS.read(Entry(text, **entered)).taken  # type: ignore[arg-type]
    assert taken is not None
    return taken


def test_400_of_250_is_seen_at_once() -> None:
    total = one_sum([product("magnesium 400 mg")], LIBRARY.limits)
    europe = total.regions["eu"]
    assert (europe.taken.likely_mg, europe.limit_mg, europe.over_mg) == (400, 250, 150)
    assert region_line(europe, WORDS).text == "150 mg over the limit of 250 mg."
    assert region_line(europe, WORDS).over
    assert not region_line(total.regions["uk"], WORDS).over
    assert total.regions["us"].over_mg == 50


def test_products_and_antacids_are_one_sum() -> None:
    supplement = product("magnesium bisglycinate 1000 mg, of which magnesium 100 mg", a_day=2)
    antacid = product(usual="hydroxide_suspension", a_day=2)
    total = one_sum([supplement, antacid], LIBRARY.limits)
    assert total.total.likely_mg == 200 + 2 * 173
    assert total.supplement_mg == 546
    assert total.assumed
    assert WORDS.assumed in sum_notes(total, WORDS)


def test_a_usual_content_can_be_changed() -> None:
    changed = product(usual="effervescent", a_day=1, dose_mg=150)
    assert changed.day == Span(150, 150, 150)
    assert not changed.assumed
    assert not one_sum([changed], LIBRARY.limits).assumed


@pytest.mark.parametrize("usual", LIBRARY.labels.usual, ids=lambda usual: usual.id)
def test_a_usual_content_is_named_with_its_figure(usual: object) -> None:
    row = next(one for one in LIBRARY.labels.usual if one is usual)
    assert f"{row.mg:g} mg" in row.text


def test_a_range_stays_a_range() -> None:
    total = one_sum([product("bisglycinate 2000 mg")], LIBRARY.limits)
    assert (round(total.total.low_mg), round(total.total.high_mg)) == (200, 282)
    line = region_line(total.regions["eu"], WORDS)
    assert line.over
    citrate = one_sum(
        [product("magnesium oxide 400 mg"), product("bisglycinate 60 mg")], LIBRARY.limits
    )
    assert region_line(citrate.regions["eu"], WORDS).text == "Just at the limit of 250 mg."


def test_what_is_for_the_skin_counts_as_nothing() -> None:
    bath = product("Epsom salt bath 500 g", a_day=3)
    assert one_sum([bath], LIBRARY.limits).total == Span(0, 0, 0)


def test_a_label_without_an_amount_is_no_part_of_the_sum() -> None:
    assert PRODUCTS.read(Entry("magnesium citrate")).taken is None


def test_less_than_none_is_no_part_of_the_sum() -> None:
    assert PRODUCTS.read(Entry("magnesium 100 mg", a_day=-1)).taken is None
    assert PRODUCTS.read(Entry(usual="effervescent", a_day=-1)).taken is None


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 5)), max_size=5))
def test_the_sum_is_the_parts_and_never_less_than_one(parts: list[tuple[float, float]]) -> None:
    products = [TakenProduct("p", Span(mg, mg, mg).times(times)) for mg, times in parts]
    total = one_sum(products, LIBRARY.limits)
    assert total.total.likely_mg == pytest.approx(sum(mg * times for mg, times in parts))
    for held in total.regions.values():
        assert held.over_mg == 0 or held.room_mg == 0
        assert held.over_mg - held.room_mg == pytest.approx(total.total.likely_mg - held.limit_mg)


def test_the_reference_intake_is_that_of_region_age_and_sex() -> None:
    assert reference_intake(LIBRARY.limits, "us", 40, "male") == 420
    assert reference_intake(LIBRARY.limits, "us", 25, "female") == 310
    assert reference_intake(LIBRARY.limits, "eu", 40, "female") == 300
    assert reference_intake(LIBRARY.limits, "uk", 12, "male") is None
