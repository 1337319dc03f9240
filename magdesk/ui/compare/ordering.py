"""Putting rows in order by meaning: unknown values last both ways, equal values by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

SortKey = tuple[bool, Any]
"""``(missing, value)``; values of one column compare with one another."""


def arranged(keys: Sequence[SortKey], *, descending: bool) -> list[int]:
    """The places of the keys in their order, those without a value at the end.

    Places with equal keys stay as they are in both directions, so give the keys A to Z by name.
    """
    known = [place for place, (missing, _) in enumerate(keys) if not missing]
    known.sort(key=lambda place: keys[place][1], reverse=descending)
    return known + [place for place, (missing, _) in enumerate(keys) if missing]
