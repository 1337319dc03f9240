"""How many of 100 get better: computed from the sources' figures, never typed in."""

from __future__ import annotations

import re

import pytest

from magdesk.knowledge.loader import Library


def test_people_are_the_share_of_one_hundred(library: Library) -> None:
    for row in library.expectations:
        assert row.on_placebo == round(row.placebo_percent)
        assert row.on_magnesium == round(row.placebo_percent * row.ratio)


def test_share_and_ratio_come_from_the_same_review(library: Library) -> None:
    for row in library.expectations:
        assert row.placebo.sources == row.magnesium.sources


def test_the_figures_are_those_of_the_newer_review(library: Library) -> None:
    (row,) = library.expectations
    assert row.placebo.sources == ("garrison2020",)
    assert row.placebo_percent == pytest.approx(64.4)
    assert (row.ratio, *row.ratio_interval) == pytest.approx((1.04, 0.84, 1.29))
    assert (row.on_magnesium, row.on_magnesium_between) == (67, (54, 83))


def test_the_words_name_the_computed_numbers(library: Library) -> None:
    for row in library.expectations:
        fewest, most = row.on_magnesium_between
        assert f"{row.on_placebo} of 100" in row.placebo.plain
        for number in (row.on_magnesium, fewest, most):
            assert str(number) in row.magnesium.plain


def test_the_older_review_is_told_with_its_own_share(library: Library) -> None:
    (row,) = library.expectations
    older = next(one for one in row.more if one.sources == ("garrison2012",))
    found = re.search(r"(\d+\.\d) % on placebo", older.detail)
    assert found is not None
    shares = [round(float(found[1]) + change) for change in (-8, -28, 12)]
    assert [str(share) in older.plain for share in shares] == [True, True, True]
