"""What a label was understood to say, as values that never change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ContradictionId = Literal[
    "more_than_salt_holds",
    "percent_against_mg",
    "tablet_against_serving",
    "two_readings",
    "absurd",
]


@dataclass(frozen=True)
class Contradiction:
    """Two things on a label that do not fit together, or one that cannot be."""

    id: ContradictionId
    text: str


@dataclass(frozen=True)
class Step:
    """One line of arithmetic, what its result means, and whether it fits; None for neither."""

    sum: str
    meaning: str
    fits: bool | None = None


@dataclass(frozen=True)
class Span:
    """Elemental magnesium in mg, from the lowest to the highest, and the likely figure."""

    low_mg: float
    likely_mg: float
    high_mg: float

    def times(self, factor: float) -> Span:
        """The span of so many."""
        return Span(self.low_mg * factor, self.likely_mg * factor, self.high_mg * factor)

    def with_figure(self, mg: float) -> Span:
        """The span that holds this figure too."""
        return Span(min(self.low_mg, mg), self.likely_mg, max(self.high_mg, mg))


@dataclass(frozen=True)
class OtherReading:
    """Another way to read the same label."""

    text: str
    serving: Span


@dataclass(frozen=True)
class DoubtfulNumber:
    """A number that can be read in several ways, with the readings in the unit that is printed."""

    text: str
    readings: tuple[float, ...]


@dataclass(frozen=True)
class LabelReading:
    """What a label says, and what it leaves open.

    Amounts are mg a serving. ``serving`` is elemental magnesium; it is None where no amount can be
    told, and ``day`` with it. What a label does not state is None.
    """

    understood: bool
    forms: tuple[str, ...] = ()
    compound_mg: float | None = None
    elemental_mg: float | None = None
    percent: float | None = None
    """Of the reference value for labels."""
    tablets_per_serving: float | None = None
    servings_per_day: float | None = None
    serving: Span | None = None
    day: Span | None = None
    compound: Span | None = None
    """The salt, mg a serving, that the stated magnesium needs, where the label names no amount."""
    contradictions: tuple[Contradiction, ...] = ()
    ask: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    why_range: str = ""
    """Why there are two figures; empty where there is one."""
    others: tuple[OtherReading, ...] = ()
    said: tuple[str, ...] = ()
    """What names on the label are that are no form of ours."""
    on_the_skin: bool = False
    """Whether it is for the skin or the bath, so that a day counts as 0 mg."""
    doubtful: tuple[DoubtfulNumber, ...] = ()
    """Numbers that have to be asked back before an amount can be told."""
    near: tuple[str, ...] = ()
    """Texts with one letter changed that would name a form."""


def cost_of_100_mg(
    price: float, pieces: float, serving_mg: float, pieces_a_serving: float
) -> float:
    """The price of 100 mg of elemental magnesium, in the currency of ``price``.

    ``pieces`` is how many tablets the price buys. Raises ``ValueError`` where a figure is not above
    0.
    """
    if min(price, pieces, serving_mg, pieces_a_serving) <= 0:
        raise ValueError("a price, a count and an amount are above 0")
    return price / (pieces / pieces_a_serving * serving_mg) * 100
