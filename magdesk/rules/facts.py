"""Answers, and the form in which conditions are evaluated on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

NOT_SURE: Literal["not_sure"] = "not_sure"
NONE: Literal["none"] = "none"

Answer = str | int | float | tuple[str, ...]
"""A choice or ``not_sure``; a number; or the choices of a question that takes several."""
Answers = Mapping[str, Answer]
"""Checked answers by question id; a missing key is a question not answered (yet)."""

Number = float | Fraction | Literal["not_sure"] | None
"""A number, *not sure*, or None where an answer that it needs is missing.

Differences are fractions: a float would round the last trace of a milligram away.
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """Answers with the quantities that follow from them in one region."""

    chosen: Mapping[str, frozenset[str]]
    """By question: the choices, among them perhaps ``not_sure``."""
    numbers: Mapping[str, Number]
    """Answered numbers and computed quantities: mg elemental magnesium a day, or years."""
    not_asked: frozenset[str] = frozenset()
    """Questions that do not apply and were not answered either."""
