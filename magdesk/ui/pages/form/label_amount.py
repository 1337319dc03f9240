"""How much magnesium an amount of compound on a label holds."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QLocale

MOST_MG = 100_000.0
"""No serving of a compound is larger than 100 g."""


class LabelAmount(msgspec.Struct, frozen=True):
    """An amount of compound in mg and the part of it that is magnesium, 0 to 1."""

    compound_mg: float
    fraction: float

    @property
    def magnesium_mg(self) -> float:
        """Elemental magnesium in mg."""
        return self.compound_mg * self.fraction


def typed_amount(text: str, locale: QLocale) -> float | None:
    """The mg that were typed, in the user's locale, with or without ``mg``; None for no amount."""
    number = text.strip().casefold().removesuffix("mg").strip()
    value, valid = locale.toDouble(number)
    return value if valid and 0 < value <= MOST_MG else None


def shown_amount(milligrams: float, locale: QLocale) -> str:
    """Whole milligrams, below 10 with one decimal: no label is more exact than that."""
    return locale.toString(milligrams, "f", 0 if milligrams >= 10 else 1)
