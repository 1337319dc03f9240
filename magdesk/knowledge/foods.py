"""What foods hold (``resources/foods/foods.csv``), and which are everyday (``foods.toml``)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple, cast

import msgspec

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.faults import Fault
from magdesk.knowledge.food_table import FOODS_FILE, Food, read_food_table
from magdesk.knowledge.records import Identifier, Keys, Percent, Record, Text
from magdesk.knowledge.sentences import Sentences, read_sentences
from magdesk.knowledge.tables import Reader, by_id

FILE = "foods.toml"

FoodNumber = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{5}$")]
TimesAWeek = Annotated[float, msgspec.Meta(ge=0, le=100)]


class Serving(NamedTuple):
    """A household measure, its weight, and the magnesium in it."""

    measure: str
    grams: float
    mg: float


class EverydayFood(Record, frozen=True, kw_only=True):
    """A food that many people eat, with its usual serving."""

    id: FoodNumber
    name: Text
    group: Identifier
    serving: Text
    grams: Annotated[float, msgspec.Meta(gt=0, le=2000)]


class FoodGroup(Record, frozen=True, kw_only=True):
    """A heading in the list of everyday foods."""

    id: Identifier
    title: Text


class FoodCheck(Record, frozen=True, kw_only=True):
    """A line of the checklist: everyday foods that are counted together."""

    id: Identifier
    label: Text
    serving: Text
    foods: Annotated[tuple[FoodNumber, ...], msgspec.Meta(min_length=1)]
    closes_gap: bool = True
    """Whether more of it may be named where magnesium is missing."""


class HowOften(Record, frozen=True, kw_only=True):
    """An answer of the checklist, in servings a week from the fewest to the most."""

    id: Identifier
    label: Text
    low: TimesAWeek
    high: TimesAWeek


class Absorbed(Record, frozen=True, kw_only=True):
    """The share of the magnesium in food that gets into the body."""

    low_percent: Percent
    high_percent: Percent
    sources: Keys


@dataclass(frozen=True, eq=False)
class FoodKnowledge:
    """Foods, and how a person's food is asked about and told."""

    foods: Mapping[str, Food]
    source: str
    absorbed: Absorbed
    often: Mapping[str, HowOften]
    groups: tuple[FoodGroup, ...]
    everyday: Mapping[str, EverydayFood]
    """By the number of the food, richest groups first."""
    checks: Mapping[str, FoodCheck]
    say: Sentences

    def name(self, number: str) -> str:
        """What a food is called: by its everyday name where it has one."""
        row = self.everyday.get(number)
        return row.name if row else self.foods[number].name

    def serving(self, number: str) -> Serving:
        """A usual serving of a food; 100 g where neither list names one."""
        food, row = self.foods[number], self.everyday.get(number)
        if row is not None:
            return Serving(row.serving, row.grams, food.mg_per_100_g * row.grams / 100)
        if food.grams is None:
            return Serving("100 g", 100, food.mg_per_100_g)
        return Serving(food.measure, food.grams, food.mg_per_100_g * food.grams / 100)


SENTENCES: Mapping[str, str] = {
    "estimate": "low high",
    "estimate.same": "low",
    "estimate.rest": "",
    "intake.covers": "intake",
    "intake.may_cover": "intake gap",
    "intake.short": "intake least gap",
    "intake.short_same": "intake gap",
    "intake.not_short_of_magnesium": "",
    "no_limit": "",
    "absorbed": "low high",
    "closes": "food count serving grams mg",
    "closes.none": "",
}
"""What is said of a person's food, and the places that are filled."""


def read_foods(reader: Reader) -> FoodKnowledge:
    """Read ``foods.toml`` and the table of foods."""
    words = reader.table(FILE)
    knowledge = FoodKnowledge(
        foods=read_food_table(DATA_FOLDER / "foods" / FOODS_FILE, reader.faults),
        source=words.value("source", str) or "",
        absorbed=cast("Absorbed", words.row("absorbed", Absorbed)),
        often=by_id(words.rows("often", HowOften)),
        groups=tuple(words.rows("group", FoodGroup)),
        everyday=by_id(words.rows("everyday", EverydayFood)),
        checks=by_id(words.rows("check", FoodCheck)),
        say=read_sentences(words, SENTENCES),
    )
    words.finish()
    return knowledge


def food_faults(knowledge: FoodKnowledge, keys: Container[str]) -> Iterator[Fault]:
    """What points to nothing, and ranges whose ends are the wrong way round."""
    yield from _dangling(knowledge)
    for often in knowledge.often.values():
        if often.low > often.high:
            yield Fault(FILE, often.id, "low", "is above high")
    if knowledge.source not in keys:
        yield Fault(FILE, "", "source", f"{knowledge.source!r} points to nothing")
    absorbed = knowledge.absorbed
    if absorbed is None:  # a folder with a fault here may lack it
        return
    if absorbed.low_percent > absorbed.high_percent:
        yield Fault(FILE, "absorbed", "low_percent", "is above high_percent")
    for key in absorbed.sources:
        if key not in keys:
            yield Fault(FILE, "absorbed", "sources", f"{key!r} points to nothing")


def _dangling(knowledge: FoodKnowledge) -> Iterator[Fault]:
    groups = {group.id for group in knowledge.groups}
    for row in knowledge.everyday.values():
        if row.id not in knowledge.foods:
            yield Fault(FILE, row.id, "id", f"{FOODS_FILE} has no such food")
        if row.group not in groups:
            yield Fault(FILE, row.id, "group", f"{row.group!r} points to nothing")
    for check in knowledge.checks.values():
        for number in check.foods:
            if number not in knowledge.everyday:
                yield Fault(FILE, check.id, "foods", f"{number!r} is no everyday food")
