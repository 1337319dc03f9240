"""A food is found by its words in any order, begun or whole, one or many of it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magdesk.intake.food_search import FoodSearch, singular, words_of
from magdesk.knowledge.loader import Library
from magdesk.knowledge.names.letters import folded

FOODS = Library().foods
SEARCH = FoodSearch(FOODS)
ANY_FOOD = st.sampled_from(list(FOODS.foods.values()))
TEXT = settings(deadline=None, derandomize=True)


def names(text: str) -> list[str]:
    return [food.name for food in SEARCH.find(text).foods]


@TEXT
@given(ANY_FOOD, st.randoms(use_true_random=False))
def test_every_food_is_found_by_its_words_in_any_order(food: object, chance: random.Random) -> None:
    name = food.name  # type: ignore[attr-defined]
    words = list(words_of(name))
    chance.shuffle(words)
    found = SEARCH.find(" ".join(words))
    same = {other.name for other in found.foods}
    assert name in same or found.count > len(found.foods)


@TEXT
@given(ANY_FOOD, st.data())
def test_what_is_found_holds_every_word_that_was_typed(food: object, data: st.DataObject) -> None:
    words = words_of(food.name)  # type: ignore[attr-defined]
    typed = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=3))
    begun = [word[: data.draw(st.integers(1, len(word)))] for word in typed]
    found = SEARCH.find(" ".join(begun))
    assert found.count >= 1
    assert found.near == ()
    for other in found.foods:
        row = FOODS.everyday.get(other.id)
        own = words_of(f"{other.name} {row.name}" if row else other.name)
        for start in begun:
            assert any(w.startswith(start) or singular(w) == singular(start) for w in own)


@TEXT
@given(ANY_FOOD, st.integers(1, 12))
def test_everyday_foods_come_first(food: object, length: int) -> None:
    found = SEARCH.find(food.name[:length]).foods  # type: ignore[attr-defined]
    everyday = [other.id in FOODS.everyday for other in found]
    assert everyday == sorted(everyday, reverse=True)


@given(st.text(max_size=40))
def test_no_text_upsets_the_search(text: str) -> None:
    found = SEARCH.find(text)
    assert len(found.foods) <= found.count or found.count == 0
    assert not (found.foods and found.near)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("almond", "almonds"),
        ("potato", "potatoes"),
        ("strawberry", "strawberries"),
        ("radish", "radishes"),
        ("peach", "peaches"),
    ],
)
def test_one_and_many_find_the_same_foods(one: str, many: str) -> None:
    whole = {food.id for food in SEARCH.find(many).foods}
    assert whole
    assert singular(many) == singular(one) == one
    assert SEARCH.find(one).count >= SEARCH.find(many).count


@pytest.mark.parametrize("word", ["couscous", "asparagus", "swiss", "bass", "pea"])
def test_a_word_that_only_looks_like_many_stays(word: str) -> None:
    assert singular(word) == word


def test_an_everyday_name_finds_what_the_table_calls_otherwise() -> None:
    assert "Soymilk, original and vanilla, unfortified" in names("soya milk")


def test_a_plain_word_finds_the_everyday_food_at_once() -> None:
    assert names("almonds")[0] == "Nuts, almonds"
    assert names("black beans")[0].startswith("Beans, black")
    assert names("kale")[0] == "Kale, raw"


def test_accents_and_capitals_do_not_matter() -> None:
    assert names("ÁLMÓNDS") == names("almonds")


@pytest.mark.parametrize(
    ("typed", "near"),
    [("spinich", "spinach"), ("brocolli", "broccoli"), ("choclate dark", "chocolate dark")],
)
def test_a_near_word_is_offered_where_nothing_is_found(typed: str, near: str) -> None:
    found = SEARCH.find(typed)
    assert (found.foods, found.count) == ((), 0)
    assert found.near[0] == near
    assert SEARCH.find(near).count > 0


def test_nothing_is_offered_for_what_is_near_nothing() -> None:
    assert SEARCH.find("qwertyuiop").near == ()
    assert SEARCH.find("xq").near == ()
    assert SEARCH.find("").foods == ()


@given(st.text(st.characters(codec="ascii")))
def test_the_quick_way_to_words_folds_as_names_are_folded_everywhere(text: str) -> None:
    assert words_of(text) == tuple(dict.fromkeys(folded(text).split()))
