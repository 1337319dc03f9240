"""An estimate of a person's food in words: a range, what it is held against, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from magdesk.intake.food_checklist import FoodEstimate, closing_foods
from magdesk.knowledge.foods import FoodKnowledge


@dataclass(frozen=True, slots=True)
class FoodWords:
    """The estimate first, then foods that close a gap, then what to know."""

    estimate: str
    against_intake: str
    """Empty where the reference intake is not known, for children for instance."""
    closing: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of it, a line each."""
        return tuple(filter(None, (self.estimate, self.against_intake, *self.closing, *self.notes)))


def food_words(
    eaten: FoodEstimate, reference_mg: float | None, knowledge: FoodKnowledge
) -> FoodWords:
    """Return an estimate in words, against a reference intake where one is known."""
    low, high = eaten.told
    say = knowledge.say
    same = low == high
    return FoodWords(
        estimate=say("estimate.same", low=f"{low:g}") if same else _range(low, high, knowledge),
        against_intake="" if reference_mg is None else _against(low, high, reference_mg, knowledge),
        closing=() if reference_mg is None else _closing(reference_mg - eaten.likely, knowledge),
        notes=tuple(_notes(reference_mg is not None and low < reference_mg, knowledge)),
    )


def _range(low: float, high: float, knowledge: FoodKnowledge) -> str:
    return knowledge.say("estimate", low=f"{low:g}", high=f"{high:g}")


def _against(low: float, high: float, reference: float, knowledge: FoodKnowledge) -> str:
    intake, gap, least = f"{reference:g}", f"{reference - low:g}", f"{reference - high:g}"
    if low >= reference:
        return knowledge.say("intake.covers", intake=intake)
    if high >= reference:
        return knowledge.say("intake.may_cover", intake=intake, gap=gap)
    if gap == least:
        return knowledge.say("intake.short_same", intake=intake, gap=gap)
    return knowledge.say("intake.short", intake=intake, gap=gap, least=least)


def _closing(gap: float, knowledge: FoodKnowledge) -> tuple[str, ...]:
    if gap <= 0:
        return ()
    lines = tuple(
        knowledge.say(
            "closes",
            food=knowledge.name(closing.food),
            count=closing.portions,
            serving=closing.serving.measure,
            grams=f"{closing.serving.grams:.0f}",
            mg=f"{closing.mg:.0f}",
        )
        for closing in closing_foods(gap, knowledge)
    )
    return lines or (knowledge.say("closes.none"),)


def _notes(below: bool, knowledge: FoodKnowledge) -> Iterator[str]:
    say, share = knowledge.say, knowledge.absorbed
    yield say("estimate.rest")
    if below:
        yield say("intake.not_short_of_magnesium")
    yield say("no_limit")
    yield say("absorbed", low=f"{share.low_percent:g}", high=f"{share.high_percent:g}")
