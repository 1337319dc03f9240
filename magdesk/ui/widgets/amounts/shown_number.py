"""Numbers as they are shown: the decimal sign of the language, and no signs between thousands."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_MOST_DECIMALS = 6


def counted(count: int, one: str, many: str) -> str:
    """Return the singular or the plural, with the count filled in for ``{count}``."""
    return (one if count == 1 else many).format(count=shown_number(count))


def shown_number(value: float) -> str:
    """Return the number with no more decimals than it has, six at most."""
    whole, _, decimals = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(f"{whole}.{decimals or 0}"), "f", len(decimals))
