"""Figures in sentences of the knowledge, as this computer writes numbers."""

from __future__ import annotations

import re

from magdesk.intake.label_words import rounded
from magdesk.ui.widgets.amounts.shown_number import decimal_sign, shown_number

_QUOTED = re.compile(r"(“[^”]*”)")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


def in_local_figures(text: str) -> str:
    """The text with the decimal sign of the language; what is quoted from a label stays."""
    sign = decimal_sign()
    if sign == ".":
        return text
    return "".join(
        part if part.startswith("“") else _DECIMAL.sub(sign, part) for part in _QUOTED.split(text)
    )


def shown_mg(value: float) -> str:
    """Computed mg as they are told: whole from 10 on, below with one decimal."""
    return shown_number(rounded(value))
