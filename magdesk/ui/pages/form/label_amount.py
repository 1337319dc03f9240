"""How much magnesium an amount of compound on a label holds."""

from __future__ import annotations

import msgspec

from magdesk.intake.numbers import Number, read_number
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.ui.widgets.amounts.shown_number import decimal_number, whole_number

MOST_MG = 100_000.0
"""No serving of a compound is larger than 100 g."""


class LabelAmount(msgspec.Struct, frozen=True):
    """An amount of compound in mg and the part of it that is magnesium, 0 to 1."""

    compound_mg: float
    fraction: float

    @property
    def magnesium_mg(self) -> float:
        return self.compound_mg * self.fraction


def typed_amounts(text: str, locale: NumberLocale) -> tuple[float, ...]:
    """The mg that were typed, with or without a unit; two where they can be read in two ways."""
    read = read_number(text, locale)
    if read is None:
        return ()
    numbers = (read,) if isinstance(read, Number) else read.readings
    return tuple(number.mg for number in numbers if 0 < number.mg <= MOST_MG)


def shown_amount(milligrams: float) -> str:
    """Whole milligrams, below 10 with one decimal: no label is more exact than that."""
    return whole_number(round(milligrams)) if milligrams >= 10 else decimal_number(milligrams, 1)
