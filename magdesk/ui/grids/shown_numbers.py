"""Numbers as the grids show them: the locale's decimal sign, Latin digits, no thousands signs."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt

from magdesk.knowledge.number_signs import NumberLocale, NumberTable

_ARABIC_DECIMAL = "\u066b"
_LEFT_TO_RIGHT = "\u2066"
_END_OF_IT = "\u2069"


def whole_number(value: int) -> str:
    """A whole number; without signs between thousands, which are decimal signs elsewhere."""
    return str(value)


def decimal_number(value: float, decimals: int) -> str:
    """A number with so many decimals."""
    return f"{value:.{decimals}f}".replace(".", decimal_sign())


def short_number(value: float) -> str:
    """A number as short as it can be, with at most eight figures."""
    shown = f"{value:.8f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:.8g}"
    return (shown if "e" not in shown else f"{value:.0f}").replace(".", decimal_sign())


def decimal_sign() -> str:
    """The sign of the person's locale; a point where that is an Arabic one."""
    sign = QLocale().decimalPoint()
    return "." if sign == _ARABIC_DECIMAL else sign


def number_locale(table: NumberTable) -> NumberLocale:
    """How the person's locale writes numbers; plain where nobody knows that locale."""
    found = table.locale(QLocale().name()) or table.locale("C")
    assert found is not None  # C is always there
    return found


def range_of(ends: tuple[str, ...]) -> str:
    """``50–90``; kept in this order where the text runs from right to left."""
    shown = "–".join(ends)
    if len(ends) < 2 or QLocale().textDirection() == Qt.LayoutDirection.LeftToRight:
        return shown
    return f"{_LEFT_TO_RIGHT}{shown}{_END_OF_IT}"
