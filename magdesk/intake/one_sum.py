"""All that a person takes as one sum, held against the limit of every region.

Products count by their labels, antacids and laxatives by their usual content, which a person may
change. Food is never held against a limit, only against the reference intake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from magdesk.intake.label.label_reading import Span
from magdesk.intake.shown_figures import rounded
from magdesk.knowledge.limits import Limits
from magdesk.knowledge.records import Region, Sex


@dataclass(frozen=True)
class TakenProduct:
    """One product, and the elemental magnesium that a day of it gives, mg."""

    name: str
    day: Span
    assumed: bool = False
    """Whether its content is a usual one and not from its label."""


@dataclass(frozen=True)
class RegionSum:
    """The sum against the limit of one region, mg a day."""

    region: Region
    limit_mg: float
    taken: Span

    @property
    def over_mg(self) -> float:
        """How far the likely sum is over the limit; 0 where it is not."""
        return max(0.0, self.taken.likely_mg - self.limit_mg)

    @property
    def may_be_over_mg(self) -> float:
        """How far the highest sum is over the limit; 0 where it is not."""
        return max(0.0, self.taken.high_mg - self.limit_mg)

    @property
    def room_mg(self) -> float:
        """What is left below the limit, by the likely sum; 0 where nothing is."""
        return max(0.0, self.limit_mg - self.taken.likely_mg)


@dataclass(frozen=True)
class OneSum:
    """Everything that is taken in a day."""

    products: tuple[TakenProduct, ...]
    total: Span
    regions: Mapping[Region, RegionSum]

    @property
    def assumed(self) -> bool:
        """Whether something in it was counted by its usual content."""
        return any(product.assumed for product in self.products)

    @property
    def supplement_mg(self) -> float:
        """The sum as the wizard's ``supplement_mg`` takes it: the likely one, in whole mg."""
        return rounded(self.total.likely_mg)


def one_sum(products: Iterable[TakenProduct], limits: Limits) -> OneSum:
    """All products together, against the limit of each region."""
    taken = tuple(products)
    total = Span(
        sum(product.day.low_mg for product in taken),
        sum(product.day.likely_mg for product in taken),
        sum(product.day.high_mg for product in taken),
    )
    regions: dict[Region, RegionSum] = {
        region: RegionSum(region, row.upper_mg, total) for region, row in limits.regions.items()
    }
    return OneSum(taken, total, regions)


def reference_intake(limits: Limits, region: Region, age: float, sex: Sex) -> float | None:
    """The adult's reference intake, mg a day from all food and drink; None under 19 years."""
    rows = [row for row in limits.regions[region].intake if row.from_age <= age]
    if not rows:
        return None
    row = max(rows, key=lambda row: row.from_age)
    return row.male_mg if sex == "male" else row.female_mg
