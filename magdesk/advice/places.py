"""The named places of sentences, filled with the person's own numbers and those of the region."""

from __future__ import annotations

from collections.abc import Mapping

from magdesk.knowledge.limits import Lines
from magdesk.knowledge.question_ids import REFERENCE_INTAKE, SUPPLEMENT_MG, UPPER_LIMIT
from magdesk.rules.facts import Facts

Places = Mapping[str, str]
"""What stands in each place: ``limit`` for {limit}."""

NUMBERS = {"limit": UPPER_LIMIT, "intake": REFERENCE_INTAKE, "taken": SUPPLEMENT_MG}
"""Places that hold milligrams of elemental magnesium a day."""


def places_of(facts: Facts, lines: Lines) -> Places:
    """All places of a rule's or level's text; a number that is not known has none."""
    places = called(lines)
    for name, quantity in NUMBERS.items():
        value = facts.numbers.get(quantity)
        if isinstance(value, int | float):
            places[name] = plain_number(value)
    return places


def called(lines: Lines) -> dict[str, str]:
    """The places of whom to call."""
    return {
        "emergency_number": lines.emergency_number,
        "urgent_line": lines.urgent_line,
        "poison_line": lines.poison_line,
    }


def fill(text: str, places: Places) -> str:
    """The text with its places filled; one that has no value stays as it is."""
    if "{" in text:
        for name, value in places.items():
            text = text.replace(f"{{{name}}}", value)
    return text


def plain_number(value: float) -> str:
    """A number as people write it: whole where it is, else with one decimal."""
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"
