"""The checklist gives an honest range, and names portions that close a gap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.intake.food_checklist import (
    MOST_PORTIONS,
    closing_foods,
    estimate,
    serving_range,
)
from magdesk.knowledge.loader import Library

FOODS = Library().foods
OFTEN = sorted(FOODS.often.values(), key=lambda often: (often.high, often.low))
ANSWERS = st.dictionaries(
    st.sampled_from(list(FOODS.checks)), st.sampled_from([often.id for often in OFTEN])
)


@given(ANSWERS)
def test_the_likely_amount_lies_in_the_range(answers: dict[str, str]) -> None:
    eaten = estimate(answers, FOODS)
    assert 0 <= eaten.low <= eaten.likely + 1e-9
    assert eaten.likely <= eaten.high + 1e-9
    assert eaten.told.low <= eaten.low <= eaten.high <= eaten.told.high
    assert eaten.told.low % 10 == eaten.told.high % 10 == 0


@given(ANSWERS, st.sampled_from(list(FOODS.checks)))
def test_to_eat_something_more_often_never_gives_less(answers: dict[str, str], line: str) -> None:
    amounts = [estimate(answers | {line: often.id}, FOODS) for often in OFTEN]
    for fewer, more in pairwise(amounts):
        assert fewer.high <= more.high + 1e-9
        assert fewer.likely <= more.likely + 1e-9


@given(ANSWERS)
def test_parts_sum_to_the_whole(answers: dict[str, str]) -> None:
    eaten = estimate(answers, FOODS)
    assert sum(part.low for part in eaten.parts.values()) == pytest.approx(eaten.low)
    assert sum(part.high for part in eaten.parts.values()) == pytest.approx(eaten.high)
    assert set(eaten.parts) == {name for name, often in answers.items() if often != "never"}


def test_one_serving_a_day_is_one_serving() -> None:
    eaten = estimate({"nuts": "daily"}, FOODS)
    assert (eaten.low, eaten.high) == pytest.approx(tuple(serving_range("nuts", FOODS)))


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        estimate({"nuts": "always"}, FOODS)
    with pytest.raises(KeyError):
        estimate({"stones": "daily"}, FOODS)


@given(st.floats(0.1, 600))
def test_each_closing_food_closes_the_gap_with_no_portion_too_many(gap: float) -> None:
    for closing in closing_foods(gap, FOODS):
        assert 1 <= closing.portions <= MOST_PORTIONS
        assert closing.mg >= gap
        assert (closing.portions - 1) * closing.serving.mg < gap
        assert closing.serving == FOODS.serving(closing.food)


@given(st.floats(0.1, 600))
def test_closing_foods_are_of_different_kinds_and_the_easiest_comes_first(gap: float) -> None:
    closing = closing_foods(gap, FOODS)
    groups = [FOODS.everyday[each.food].group for each in closing]
    assert len(groups) == len(set(groups))
    portions = [each.portions for each in closing]
    assert portions == sorted(portions)


@given(st.floats(-500, 0))
def test_where_nothing_is_missing_no_food_is_named(gap: float) -> None:
    assert closing_foods(gap, FOODS) == ()


def test_coffee_is_never_named_to_close_a_gap() -> None:
    kept_back = {
        number for check in FOODS.checks.values() if not check.closes_gap for number in check.foods
    }
    assert "14210" in kept_back
    for gap in range(1, 600, 7):
        assert kept_back.isdisjoint(each.food for each in closing_foods(gap, FOODS))
