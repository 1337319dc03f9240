"""How many get better without and with magnesium (``expectations.toml``)."""

from __future__ import annotations

from magdesk.knowledge.records import Identifier, Percent, Ratio, Record, Text
from magdesk.knowledge.records.form_records import Statement
from magdesk.knowledge.tables import Reader


class Expectation(Record, frozen=True, kw_only=True):
    """Of 100 people, how many get better without and with magnesium (``expectations.toml``)."""

    id: Identifier
    outcome: Identifier
    question: Text
    better: Text
    """What counts as better, for instance ``At least a quarter fewer cramps``."""
    placebo_percent: Percent
    """Share that got better on placebo."""
    ratio: Ratio
    """Share on magnesium divided by the share on placebo, as a review pooled it."""
    ratio_interval: tuple[Ratio, Ratio]
    """Its 95 % confidence interval."""
    answer: Text
    placebo: Statement
    magnesium: Statement
    more: tuple[Statement, ...] = ()

    @property
    def on_placebo(self) -> int:
        """How many of 100 got better on placebo."""
        return round(self.placebo_percent)

    @property
    def on_magnesium(self) -> int:
        """How many of 100 the ratio makes of it."""
        return round(self.placebo_percent * self.ratio)

    @property
    def on_magnesium_between(self) -> tuple[int, int]:
        """The same for both ends of the interval: fewest and most of 100."""
        fewest, most = self.ratio_interval
        return round(self.placebo_percent * fewest), round(self.placebo_percent * most)


def read_expectations(reader: Reader) -> tuple[Expectation, ...]:
    """Read ``expectations.toml``."""
    table = reader.table("expectations.toml")
    expectations = tuple(table.rows("expectation", Expectation))
    table.finish()
    return expectations
