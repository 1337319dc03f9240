"""What a person's food holds of magnesium, estimated from how often they eat everyday foods.

Food is held against a reference intake only: no limit applies to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from magdesk.knowledge.foods import FoodKnowledge, Serving

DAYS_A_WEEK = 7
MOST_PORTIONS = 3
"""Nobody eats more of one food a day to close a gap."""
MOST_CLOSING = 6
ROUNDED_TO = 10
"""An estimate is told no finer than this, mg."""


class Milligrams(NamedTuple):
    """From the least to the most, mg of magnesium."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FoodEstimate:
    """Magnesium from the foods of the checklist, mg a day."""

    low: float
    likely: float
    high: float
    parts: Mapping[str, Milligrams]
    """By the id of the line, for each line that was answered with more than never."""

    @property
    def told(self) -> Milligrams:
        """The range as it is told: its ends rounded outwards to 10 mg."""
        return Milligrams(
            math.floor(self.low / ROUNDED_TO) * ROUNDED_TO,
            math.ceil(self.high / ROUNDED_TO) * ROUNDED_TO,
        )


@dataclass(frozen=True, slots=True)
class ClosingFood:
    """So many servings a day of one food hold what is missing."""

    food: str
    portions: int
    serving: Serving

    @property
    def mg(self) -> float:
        """What the portions hold together."""
        return self.portions * self.serving.mg


def serving_range(check: str, knowledge: FoodKnowledge) -> Milligrams:
    """The magnesium in one serving of a line, from its poorest to its richest food."""
    amounts = [knowledge.serving(number).mg for number in knowledge.checks[check].foods]
    return Milligrams(min(amounts), max(amounts))


def estimate(answers: Mapping[str, str], knowledge: FoodKnowledge) -> FoodEstimate:
    """Return what the answered lines hold; ``answers`` are ids of *how often*, by line.

    A line without an answer counts as not eaten. Raise ``KeyError`` for an id that is not known.
    """
    parts: dict[str, Milligrams] = {}
    likely = 0.0
    for check, answer in answers.items():
        often = knowledge.often[answer]
        mg = serving_range(check, knowledge)
        low, high = often.low * mg.low / DAYS_A_WEEK, often.high * mg.high / DAYS_A_WEEK
        if high > 0:
            parts[check] = Milligrams(low, high)
        likely += _middle(often.low, often.high) * _usual(check, knowledge) / DAYS_A_WEEK
    return FoodEstimate(
        low=sum(part.low for part in parts.values()),
        likely=likely,
        high=sum(part.high for part in parts.values()),
        parts=parts,
    )


def closing_foods(gap_mg: float, knowledge: FoodKnowledge) -> tuple[ClosingFood, ...]:
    """The foods of the checklist that close a gap in at most three portions a day.

    Of each group it is the one that needs the fewest; of as many portions, the one that holds
    most comes first. No food is named where nothing is missing.
    """
    if gap_mg <= 0:
        return ()
    of_group: dict[str, ClosingFood] = {}
    for number in _nameable(knowledge):
        serving = knowledge.serving(number)
        if serving.mg * MOST_PORTIONS < gap_mg:
            continue
        closing = ClosingFood(number, math.ceil(gap_mg / serving.mg), serving)
        group = knowledge.everyday[number].group
        known = of_group.get(group)
        if known is None or _ease(closing) < _ease(known):
            of_group[group] = closing
    return tuple(sorted(of_group.values(), key=_ease)[:MOST_CLOSING])


def _nameable(knowledge: FoodKnowledge) -> Iterator[str]:
    for check in knowledge.checks.values():
        if check.closes_gap:
            yield from check.foods


def _ease(closing: ClosingFood) -> tuple[int, float, str]:
    return closing.portions, -closing.serving.mg, closing.food


def _usual(check: str, knowledge: FoodKnowledge) -> float:
    foods = knowledge.checks[check].foods
    return sum(knowledge.serving(number).mg for number in foods) / len(foods)


def _middle(low: float, high: float) -> float:
    return (low + high) / 2
