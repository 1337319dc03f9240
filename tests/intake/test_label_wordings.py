"""Real wordings of labels, with what they must give (``labels.toml``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import tomli

from magdesk.intake.label.label_reader import LabelReader
from magdesk.knowledge.loader import Library
from magdesk.report.label_json import label_json

LIBRARY = Library()
READER = LabelReader(LIBRARY.catalogue.forms, LIBRARY.names, LIBRARY.labels)
WORDINGS: list[dict[str, Any]] = tomli.loads(
    (Path(__file__).parent / "labels.toml").read_text("utf-8")
)["label"]


def read(text: str, locale: str = "en_US") -> dict[str, Any]:
    place = LIBRARY.number_table.locale(locale)
    assert place is not None
    answer: dict[str, Any] = json.loads(label_json(READER.read(text, place)))
    return answer


def test_there_are_enough_wordings_and_none_stands_twice() -> None:
    assert len(WORDINGS) >= 120
    asked = [(wording["text"], wording.get("locale")) for wording in WORDINGS]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["text"][:60])
def test_a_wording_gives_what_it_says(wording: dict[str, Any]) -> None:
    told = read(wording["text"], wording.get("locale", "en_US"))
    if not wording.get("understood", True):
        assert told["understood"] is False
        assert told["ask"]
        assert told["forms"] == told["contradictions"] == []
        assert all(told[key] is None for key in told if key.endswith(("_mg", "_serving", "_day")))
        return
    assert told["understood"] is True
    assert told["forms"] == wording["forms"]
    assert sorted({one["id"] for one in told["contradictions"]}) == wording.get(
        "contradictions", []
    )
    assert told["tablets_per_serving"] == wording.get("tablets", 1)
    assert told["servings_per_day"] == wording.get("servings", 1)
    close(told["compound_mg"], wording.get("compound"))
    close(told["elemental_mg"], wording.get("elemental"))
    if "percent" in wording:
        assert told["percent"] == (None if wording["percent"] == "none" else wording["percent"])
    low, high = wording.get("low"), wording.get("high")
    close(told["low_mg"], low)
    close(told["high_mg"], high)
    close(told["day_low_mg"], wording.get("day_low", low))
    close(told["day_high_mg"], wording.get("day_high", high))
    if "likely" in wording:
        close(told["likely_mg"], wording["likely"])
    if low is None:
        assert told["likely_mg"] is None
    else:
        assert told["low_mg"] <= told["likely_mg"] <= told["high_mg"]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["text"][:60])
def test_what_tells_no_amount_is_asked_back(wording: dict[str, Any]) -> None:
    told = read(wording["text"], wording.get("locale", "en_US"))
    if told["low_mg"] is None and "stearate" not in wording["text"]:  # which holds next to nothing
        assert told["ask"]


def close(told: float | None, wanted: float | None) -> None:
    """Equal, but for rounding to whole mg from 10 on."""
    if wanted is None:
        assert told is None
    else:
        assert told == pytest.approx(wanted, abs=0.75 if abs(wanted) >= 10 else 0.06)


def test_two_amounts_at_two_times_of_day_are_asked_about() -> None:
    assert read("magnesium 100 mg am, 200 mg pm")["ask"]
    assert not read("magnesium 100 mg am")["ask"]
