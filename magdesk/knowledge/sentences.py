"""Sentences that are told with figures: whole, with named places, one file for each use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from magdesk.knowledge.records import Identifier, Record, Text
from magdesk.knowledge.tables import Reader, Table, by_id

COUNT = "count"
"""The place whose number chooses between ``one`` and ``text``."""
_PLACE = re.compile(r"\{(\w+)\}")


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence; a name in braces is a place, and ``one`` is the form for a count of one."""

    id: Identifier
    text: Text
    one: str = ""


@dataclass(frozen=True)
class Sentences:
    """Sentences by their id."""

    rows: Mapping[str, Sentence]

    def __call__(self, name: str, **places: object) -> str:
        """The sentence with its places filled."""
        row = self.rows[name]
        text = row.one if row.one and places.get(COUNT) == 1 else row.text
        return _PLACE.sub(lambda place: str(places[place[1]]), text)


def read_sentences(table: Table, needed: Mapping[str, str]) -> Sentences:
    """Read ``[[text]]``; a sentence that is missing, or a place nobody fills, is a fault.

    ``needed`` holds the places that are filled, with spaces between, by the id of the sentence.
    """
    rows = by_id(table.rows("text", Sentence))
    for name in needed.keys() - rows.keys() if rows else ():
        table.fault(name, "", "the sentence is missing")
    for name, row in rows.items():
        if name not in needed:
            table.fault(name, "", "nobody says this")
            continue
        for key, text in (("text", row.text), ("one", row.one)):
            unknown = set(_PLACE.findall(text)) - set(needed[name].split())
            if unknown:
                table.fault(name, key, f"unknown place {', '.join(sorted(unknown))}")
    return Sentences(rows)


PLANNER: Mapping[str, str] = {
    "times.one": "time",
    "times.two": "first second",
    "times.with_meal": "",
    "times.one_with_meal": "",
    "times.no_meal": "",
    "times.spare": "spare",
    "times.no_spare": "",
    "times.no_hours": "",
    "blocked": "",
    "blocked.by": "count",
    "blocked.ask": "",
    "short_day": "",
    "short_day.one": "",
    "short_day.two": "",
    "stopped": "",
    "stopped.ask": "count",
    "magnesium": "",
    "magnesium.with_meal": "",
    "magnesium.no_meal": "",
    "magnesium.with_meal_spare": "spare",
    "magnesium.no_meal_spare": "spare",
    "dose.band": "start end",
    "dose.first_of_day": "end",
    "dose.whole_day": "",
    "dose.no_hours": "",
    "note.course": "medicine",
    "note.never_moved": "",
    "hours": "count",
    "minutes": "count",
    "hours_and_minutes": "hours minutes",
    "calendar.title": "",
    "calendar.title_meal": "",
    "calendar.title_named": "medicines",
    "calendar.title_meal_named": "medicines",
    "calendar.description": "",
}
"""What is said of a day's plan, and the places that are filled."""


def read_planner_sentences(reader: Reader) -> Sentences:
    """Read ``planner.toml``."""
    table = reader.table("planner.toml")
    sentences = read_sentences(table, PLANNER)
    table.finish()
    return sentences
