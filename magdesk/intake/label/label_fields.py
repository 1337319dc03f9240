"""A label as fields that a person may correct."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LabelFields:
    """What a label says, field by field; None for what it does not say. mg a serving."""

    forms: tuple[str, ...] = ()
    compound_mg: float | None = None
    elemental_mg: float | None = None
    percent: float | None = None
    tablets_per_serving: float = 1
