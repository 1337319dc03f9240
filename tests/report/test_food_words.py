"""An estimate of food is told as a range, against the reference intake, never against a limit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magdesk.intake.food_checklist import FoodEstimate, estimate
from magdesk.knowledge.loader import Library
from magdesk.report.food_words import food_words

FOODS = Library().foods
SAY = FOODS.say
ANSWERS = st.dictionaries(st.sampled_from(list(FOODS.checks)), st.sampled_from(list(FOODS.often)))


def eaten(low: float, high: float) -> FoodEstimate:
    return FoodEstimate(low, (low + high) / 2, high, {})


@settings(deadline=None, derandomize=True)
@given(ANSWERS, st.one_of(st.none(), st.integers(200, 450)))
def test_no_place_is_left_open(answers: dict[str, str], reference: int | None) -> None:
    for line in food_words(estimate(answers, FOODS), reference, FOODS).words:
        assert not re.search(r"[{}]", line)
        assert line.endswith(".")


@settings(deadline=None, derandomize=True)
@given(ANSWERS)
def test_every_estimate_says_that_it_is_one(answers: dict[str, str]) -> None:
    words = food_words(estimate(answers, FOODS), 350, FOODS)
    assert "This is an estimate." in words.estimate
    assert SAY("no_limit") in words.notes
    assert any("30 to 40 %" in note for note in words.notes)


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (360, 480, "That covers the reference intake of 350 mg a day."),
        (350, 350, "That covers the reference intake of 350 mg a day."),
        (250, 400, "or fall up to 100 mg short of it."),
        (200, 300, "That is 50 to 150 mg below"),
        (200, 200, "That is 150 mg below"),
    ],
)
def test_food_is_held_against_the_reference_intake(low: float, high: float, told: str) -> None:
    assert told in food_words(eaten(low, high), 350, FOODS).against_intake


def test_without_a_reference_intake_nothing_is_missing() -> None:
    words = food_words(eaten(100, 200), None, FOODS)
    assert (words.against_intake, words.closing) == ("", ())


def test_foods_close_a_gap_in_portions_and_no_gap_needs_none() -> None:
    assert any(
        "one portion a day" in line for line in food_words(eaten(200, 280), 350, FOODS).closing
    )
    assert food_words(eaten(360, 480), 350, FOODS).closing == ()
    assert food_words(eaten(0, 0), 9000, FOODS).closing == (SAY("closes.none"),)


def test_below_the_reference_is_never_called_a_shortage() -> None:
    words = food_words(eaten(100, 200), 350, FOODS)
    assert SAY("intake.not_short_of_magnesium") in words.notes
    assert SAY("intake.not_short_of_magnesium") not in food_words(eaten(360, 480), 350, FOODS).notes


def test_sentences_are_short_enough_to_read() -> None:
    for row in SAY.rows.values():
        for text in (row.text, row.one):
            for sentence in re.split(r"(?<=[.?:])\s", text):
                assert len(sentence.split()) <= 20, sentence
