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
    "times.with_meal": "count",
    "times.one_with_meal": "",
    "times.no_meal": "",
    "times.spare": "spare",
    "times.no_spare": "",
    "times.no_hours": "",
    "blocked": "",
    "blocked.by": "count times",
    "blocked.ask": "",
    "short_day": "",
    "short_day.one": "",
    "short_day.two": "",
    "one_portion": "time",
    "stopped": "",
    "stopped.ask": "count",
    "stopped.answers": "",
    "magnesium": "",
    "magnesium.with_meal": "",
    "magnesium.no_meal": "",
    "magnesium.with_meal_spare": "spare",
    "magnesium.no_meal_spare": "spare",
    "magnesium.with_meal_no_spare": "",
    "magnesium.no_meal_no_spare": "",
    "dose.band": "start end",
    "dose.first_of_day": "end",
    "dose.whole_day": "",
    "dose.no_hours": "action",
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


REPORT: Mapping[str, str] = {
    "not_finished": "count",
    # an advice
    "not_answered": "questions",
    "not_answered.of_page": "page questions",
    "summary": "",
    "summary.danger": "",
    "summary.do": "",
    "summary.form": "",
    "summary.amount": "",
    "summary.doctor": "",
    "do": "",
    "reasons": "",
    "reasons.said": "reason said",
    "reasons.none": "",
    "reasons.none_so_far": "",
    "reasons.not_sure": "question",
    "ask": "",
    "ask.tests": "",
    "ask.blood": "values",
    "ask.values": "",
    "ask.persons": "",
    "ask.questions": "",
    "steps": "",
    "options": "",
    "options.none": "",
    "options.later": "level",
    "options.may_not_help": "",
    "amount": "",
    "amount.start": "start",
    "amount.most": "most",
    "amount.portions": "portion",
    "amount.limit": "limit region already",
    "amount.salt": "compound form low high",
    "amount.room": "",
    "amount.review": "count",
    "care.magnesium": "",
    "spacing": "",
    "spacing.later": "",
    "spacing.before_and_after": "before after",
    "spacing.before": "before",
    "watch": "",
    "changes": "",
    "changes.if": "said",
    "changes.then": "level",
    "changes.then_stop": "level",
    "edition": "version date",
    "weight": "level",
    "weight.stops": "level",
    # the page to take along
    "page.title": "",
    "page.for": "",
    "page.name": "person",
    "page.told": "",
    "page.person": "",
    "page.age": "age",
    "page.age_and_sex": "sex age",
    "page.pregnancy": "",
    "page.kidneys": "",
    "page.complaint": "",
    "page.signs_yes": "",
    "page.signs_denied": "",
    "page.denied": "count signs",
    "page.denied_all": "count",
    "page.signs_unsure": "",
    "page.not_asked": "",
    "page.conditions": "",
    "page.medicines": "",
    "page.typed": "medicine typed",
    "page.magnesium": "",
    "page.magnesium_sum": "mg limit region",
    "page.magnesium_over": "mg over limit region",
    "page.magnesium_part": "mg product",
    "page.none": "",
    "page.not_sure": "",
    "page.check": "",
    "page.reasons": "",
    "page.level": "",
    "page.rests_on": "",
    "page.source": "",
    "page.level_stops": "level",
    "page.hours": "",
    "page.hours_line": "medicine before after",
    "page.hours_before": "medicine before",
    "page.day": "",
    "page.notes": "",
    "page.method": "",
    "page.method_text": "version",
    "page.self_reported": "",
    "page.private": "",
    "page.of": "page pages",
}
"""What reports say, and the places that are filled."""


def read_report_sentences(reader: Reader) -> Sentences:
    """Read ``report.toml``."""
    table = reader.table("report.toml")
    sentences = read_sentences(table, REPORT)
    table.finish()
    return sentences
