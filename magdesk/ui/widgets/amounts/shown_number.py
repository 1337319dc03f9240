"""Numbers and days as they are shown: Latin digits, the locale's decimal sign, no thousands signs.

The window speaks English, so digits and months are English ones wherever it runs.
"""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale, Qt

from magdesk.intake.shown_figures import rounded
from magdesk.knowledge.number_signs import C_SIGNS, NumberLocale, NumberTable

_ARABIC_DECIMAL = "\u066b"
_LEFT_TO_RIGHT = "\u2066"
_END_OF_IT = "\u2069"
_MOST_DECIMALS = 6


def whole_number(value: int) -> str:
    """Return a whole number; without signs between thousands, which are decimal signs elsewhere."""
    return str(value)


def decimal_number(value: float, decimals: int) -> str:
    """Return the number with so many decimals."""
    return f"{value:.{decimals}f}".replace(".", decimal_sign())


def shown_number(value: float) -> str:
    """Return the number with no more decimals than it has, six at most."""
    shown = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    return ("0" if shown == "-0" else shown).replace(".", decimal_sign())


def decimal_sign() -> str:
    """Return the decimal sign of the person's locale; a point where that is an Arabic one."""
    sign = QLocale().decimalPoint()
    return "." if sign == _ARABIC_DECIMAL else sign


def range_of(ends: tuple[str, ...]) -> str:
    """Return ``50–90``; kept in this order where the text runs from right to left."""
    shown = "–".join(ends)
    if len(ends) < 2 or QLocale().textDirection() == Qt.LayoutDirection.LeftToRight:
        return shown
    return f"{_LEFT_TO_RIGHT}{shown}{_END_OF_IT}"


def shown_day(date: datetime.date) -> str:
    """Return ``5 March 2026``: day, month and year, without the day of the week."""
    english = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return english.toString(QDate(date.year, date.month, date.day), "d MMMM yyyy")


def number_locale(table: NumberTable) -> NumberLocale:
    """Return how the person's locale writes numbers; as programs do where nobody knows it."""
    return table.locale(QLocale().name()) or NumberLocale("C", C_SIGNS)


def shown_mg(value: float) -> str:
    """Computed mg as they are told: whole from 10 on, below with one decimal."""
    return shown_number(rounded(value))
