"""The reading of a label as JSON, the answer of ``magdesk label``."""

from __future__ import annotations

import json

from magdesk.intake.label.label_reading import LabelReading, Span
from magdesk.intake.shown_figures import rounded


def label_json(reading: LabelReading) -> str:
    """One JSON object with the keys of the contract, in their order."""
    low, likely, high = _figures(reading.serving)
    day_low, _, day_high = _figures(reading.day)
    exact = reading.elemental_mg
    told = {
        "understood": reading.understood,
        "forms": list(reading.forms),
        "compound_mg": _stated(reading.compound_mg),
        "elemental_mg": _stated(exact),
        "percent": _stated(reading.percent),
        "tablets_per_serving": _stated(reading.tablets_per_serving),
        "servings_per_day": _stated(reading.servings_per_day),
        "low_mg": _mg(low, exact),
        "high_mg": _mg(high, exact),
        "likely_mg": _mg(likely, exact),
        "day_low_mg": _mg(day_low, exact, low),
        "day_high_mg": _mg(day_high, exact, high),
        "contradictions": [{"id": one.id, "text": one.text} for one in reading.contradictions],
        "ask": list(reading.ask),
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def _figures(span: Span | None) -> tuple[float, float, float] | tuple[None, None, None]:
    return (None, None, None) if span is None else (span.low_mg, span.likely_mg, span.high_mg)


def _stated(value: float | None) -> float | int | None:
    """A figure of the label, without digits that only a conversion brought."""
    return None if value is None else _whole(round(value, 3 if abs(value) < 1 else 1))


def _mg(value: float | None, exact: float | None, one: float | None = None) -> float | int | None:
    """A computed amount, rounded as no label is more exact; what the label states as it is.

    ``one`` is the amount of one serving, where ``value`` is that of several.
    """
    if value is None:
        return None
    stated = exact is not None and exact in (value, one)
    return _stated(value) if stated else _whole(rounded(value))


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
