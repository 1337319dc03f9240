"""The sentences that a report is told with (``report.toml``): whole, with named places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from magdesk.knowledge.records import Record
from magdesk.knowledge.tables import Reader, Table, by_id

_PLACE = re.compile(r"\{(\w+)\}")
COUNT = "count"
"""The place whose number chooses between ``one`` and ``text``."""


class ReportText(Record, frozen=True, kw_only=True):
    """One sentence; ``one`` is its form for a count of one."""

    id: str
    text: str
    one: str = ""


@dataclass(frozen=True)
class ReportWords:
    """Every sentence of the reports, by its id."""

    texts: Mapping[str, ReportText]

    def __call__(self, name: str, **places: object) -> str:
        """Return the sentence with its places filled; ``count`` chooses the form for one."""
        row = self.texts[name]
        text = row.one if row.one and places.get(COUNT) == 1 else row.text
        return _PLACE.sub(lambda place: str(places[place[1]]), text)


PLACES: Mapping[str, str] = MappingProxyType(
    {
        # an advice
        "not_answered": "questions",
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
        "reasons.not_sure": "question",
        "ask": "",
        "ask.tests": "",
        "ask.values": "",
        "ask.persons": "",
        "ask.questions": "",
        "steps": "",
        "options": "",
        "options.none": "",
        "options.later": "level",
        "options.may_not_help": "count",
        "amount": "",
        "amount.start": "start",
        "amount.most": "most",
        "amount.portions": "portion",
        "amount.limit": "limit region already",
        "amount.room": "",
        "amount.review": "count",
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
        "page.name": "name",
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
        "page.magnesium_part": "mg product",
        "page.none": "",
        "page.not_sure": "",
        "page.result": "",
        "page.check": "",
        "page.reasons": "",
        "page.reason": "",
        "page.level": "",
        "page.rests_on": "",
        "page.source": "",
        "page.level_stops": "level",
        "page.hours": "",
        "page.hours_line": "medicine before after",
        "page.hours_before": "medicine before",
        "page.day": "",
        "page.watch": "",
        "page.notes": "",
        "page.method": "",
        "page.method_text": "version",
        "page.self_reported": "",
        "page.private": "",
        "page.of": "page pages",
    }
)
"""Every sentence that the reports need, and the places each of them fills."""


def read_report_words(reader: Reader) -> ReportWords:
    """Read ``report.toml``; a missing or unknown sentence or place is a fault."""
    table = reader.table("report.toml")
    texts = by_id(table.rows("text", ReportText))
    table.finish()
    if texts:
        _hold_against_needs(table, texts)
    return ReportWords(texts)


def _hold_against_needs(table: Table, texts: Mapping[str, ReportText]) -> None:
    for name in PLACES.keys() - texts.keys():
        table.fault(name, "", "missing sentence")
    for name, row in texts.items():
        if name not in PLACES:
            table.fault(name, "", "no report says this")
            continue
        for key, text in (("text", row.text), ("one", row.one)):
            unknown = set(_PLACE.findall(text)) - set(PLACES[name].split())
            if unknown:
                table.fault(name, key, f"unknown place {', '.join(sorted(unknown))}")
