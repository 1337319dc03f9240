"""How many of 100 get better: computed from the sources' figures, never typed in."""

from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library


def test_cramps_give_66_on_placebo_and_about_as_many_on_magnesium(library: Library) -> None:
    (row,) = library.expectations
    assert (row.outcome, row.on_placebo, row.on_magnesium) == ("cramps", 66, 69)
    assert row.on_magnesium_between == (55, 85)


def test_the_figures_are_those_of_the_two_reviews(library: Library) -> None:
    (row,) = library.expectations
    assert row.placebo_percent == pytest.approx(65.9)
    assert (row.ratio, *row.ratio_interval) == pytest.approx((1.04, 0.84, 1.29))
    assert row.placebo.sources == ("garrison2012",)
    assert set(row.magnesium.sources) == {"garrison2012", "garrison2020"}


def test_the_words_name_the_computed_numbers(library: Library) -> None:
    for row in library.expectations:
        fewest, most = row.on_magnesium_between
        assert f"{row.on_placebo} of 100" in row.placebo.plain
        for number in (row.on_magnesium, fewest, most):
            assert str(number) in row.magnesium.plain


def test_the_older_review_is_told_with_its_own_interval(library: Library) -> None:
    (row,) = library.expectations
    older = next(one for one in row.more if one.sources == ("garrison2012",))
    assert [round(row.placebo_percent + change) for change in (-8, -28, 12)] == [58, 38, 78]
    for number in ("58", "38", "78", "83"):
        assert number in older.plain
