"""Numbers and days as they are shown: Latin digits, the locale's decimal sign, no thousands signs.

The window speaks English, so digits and months are English ones wherever it runs.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable
from typing import TypeVar, cast

from PySide6.QtCore import QDate, QLocale, Qt

from magdesk.knowledge.number_signs import C_SIGNS, NumberLocale, NumberTable

_ARABIC_DECIMAL = "\u066b"
_LEFT_TO_RIGHT = "\u2066"
_END_OF_IT = "\u2069"
_MOST_DECIMALS = 6
_KEPT = re.compile(r"“[^”]*”|https?://\S+|\b10\.\d{4,}/\S+|\b20\d\d\.\d\d\b")
"""What is quoted, addresses, and the edition of the knowledge."""
_DECIMAL = re.compile(r"(?<![\w.])(\d+)\.(\d+)(?![\w.]*\.\d|\d|\s?[ap]m\b)")
_NO_WORDS = frozenset({"id", "kind", "link", "origin", "shares"})
"""Parts of a report that are no texts, or are put into words by who shows them."""

T = TypeVar("T")


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


def in_local_figures(text: str) -> str:
    """Return a sentence of the knowledge with the decimal sign of the person's locale.

    What is quoted stays, and so do editions, times, addresses and numbers of versions.
    """
    return _local_text(text, _KEPT, decimal_sign())


def with_local_figures(part: T, typed: Iterable[str] = ()) -> T:
    """Return a part of a report, or all of it, with ``in_local_figures`` in each of its texts.

    What a person typed stays as it was typed.
    """
    sign = decimal_sign()
    if sign == ".":
        return part
    words = sorted(filter(None, map(re.escape, typed)), key=len, reverse=True)
    return cast("T", _local(part, re.compile("|".join((_KEPT.pattern, *words))), sign))


def _local_text(text: str, kept: re.Pattern[str], sign: str) -> str:
    if sign == ".":
        return text
    told, end = "", 0
    for found in kept.finditer(text):
        told += _DECIMAL.sub(rf"\1{sign}\2", text[end : found.start()]) + found[0]
        end = found.end()
    return told + _DECIMAL.sub(rf"\1{sign}\2", text[end:])


def _local(part: object, kept: re.Pattern[str], sign: str) -> object:
    if isinstance(part, str):
        return _local_text(part, kept, sign)
    if isinstance(part, tuple):
        return tuple(_local(each, kept, sign) for each in part)
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    texts = {
        each.name: _local(getattr(part, each.name), kept, sign)
        for each in dataclasses.fields(part)
        if each.name not in _NO_WORDS
    }
    return dataclasses.replace(part, **texts)


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
