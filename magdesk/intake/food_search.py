"""Finds foods as their name is typed: words in any order, whole or begun, one or several."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest

from magdesk.knowledge.food_table import Food
from magdesk.knowledge.foods import FoodKnowledge
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.names.one_letter_off import one_letter_off

MOST_SHOWN = 50
MOST_NEAR = 3
SHORTEST_NEAR = 4
"""A shorter word is near to too much."""
LAST_SIGN = "\U0010ffff"
"""Sorts after everything that a word can go on with."""
_QUICK_WORD = re.compile(r"[a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class FoodsFound:
    """The best of the foods that fit, and how many there are."""

    foods: tuple[Food, ...]
    count: int
    near: tuple[str, ...] = ()
    """Where nothing fits: what was typed, with a known word in place of the one that is not."""


class FoodSearch:
    """An index over all foods, made once, in which each keystroke looks."""

    def __init__(self, knowledge: FoodKnowledge) -> None:
        self._foods = tuple(sorted(knowledge.foods.values(), key=_order(knowledge)))
        self._everyday = sum(food.id in knowledge.everyday for food in self._foods)
        begun: dict[str, set[int]] = {}
        self._whole: dict[str, set[int]] = {}
        for place, food in enumerate(self._foods):
            row = knowledge.everyday.get(food.id)
            for word in words_of(f"{food.name} {row.name}" if row else food.name):
                begun.setdefault(word, set()).add(place)
                self._whole.setdefault(singular(word), set()).add(place)
        self._words = sorted(begun)
        self._places = [begun[word] for word in self._words]
        self._bare = tuple((undoubled(word), word) for word in self._words)

    def find(self, text: str) -> FoodsFound:
        """Return the foods that hold every word that was typed, everyday foods first.

        Of these, foods that hold the words whole come before those that hold them begun, and
        short names before long ones. An empty text finds nothing.
        """
        typed = words_of(text)
        if not typed:
            return FoodsFound((), 0)
        fitting = self._fitting(typed)
        if not fitting:
            return FoodsFound((), 0, self._near(typed))
        whole = self._holding(typed)
        best = nsmallest(
            MOST_SHOWN,
            fitting,
            key=lambda place: (place >= self._everyday, place not in whole, place),
        )
        return FoodsFound(tuple(self._foods[place] for place in best), len(fitting))

    def _fitting(self, typed: Iterable[str]) -> set[int]:
        sets = [self._begun(word) | self._whole.get(singular(word), set()) for word in typed]
        return set.intersection(*sets)

    def _holding(self, typed: Iterable[str]) -> set[int]:
        return set.intersection(*(self._whole.get(singular(word), set()) for word in typed))

    def _begun(self, start: str) -> set[int]:
        first = bisect_left(self._words, start)
        end = bisect_left(self._words, start + LAST_SIGN)
        return set().union(*self._places[first:end])

    def _near(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """What was typed, its unknown word replaced, where that finds something."""
        unknown = [word for word in typed if not self._fitting((word,))]
        if len(unknown) != 1:
            return ()
        texts = (
            tuple(known if word == unknown[0] else word for word in typed)
            for known in self._near_words(unknown[0])
        )
        near = [" ".join(words) for words in texts if self._fitting(words)]
        return tuple(near[:MOST_NEAR])

    def _near_words(self, typed: str) -> list[str]:
        """The known words that differ by one slip, or by letters doubled or not."""
        if len(typed) < SHORTEST_NEAR:
            return []
        bare = undoubled(typed)
        same = [word for other, word in self._bare if other == bare]
        return same + [word for other, word in self._bare if one_letter_off(bare, other)]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, each once, folded as names are everywhere."""
    quick = text.isascii() and text.isprintable()  # as nearly all names of foods are
    words = _QUICK_WORD.findall(text.lower()) if quick else folded(text).split()
    return tuple(dict.fromkeys(words))


def undoubled(word: str) -> str:
    """The word with each doubled letter once, because that is what people misspell most."""
    return _DOUBLED.sub(r"\1", word)


def singular(word: str) -> str:
    """One of what an English word names, near enough for two words to be held together."""
    if len(word) <= 3 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("oes", "ches", "shes", "xes", "sses")):
        return word[:-2]
    return f"{word[:-2]}f" if word.endswith("lves") else word[:-1]


def _order(knowledge: FoodKnowledge) -> Callable[[Food], tuple[int, int, str, str]]:
    places = {number: at for at, number in enumerate(knowledge.everyday)}
    return lambda food: (places.get(food.id, len(places)), len(food.name), food.name, food.id)
