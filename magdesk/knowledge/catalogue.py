"""What the comparison shows: the forms and what trials found. Read before the first window."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

import msgspec

from magdesk.knowledge.records import Content, Direction, Grade
from magdesk.knowledge.records.evidence_records import (
    DirectionMeaning,
    Finding,
    GradeMeaning,
    Outcome,
    Trial,
)
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.tables import Reader, Table, by_id


class Catalogue(msgspec.Struct, frozen=True):
    """The forms, what trials found, and what the article claims."""

    content: Content
    forms: Mapping[str, Form]
    """By id, the article's first in its order, then by name."""
    outcomes: Mapping[str, Outcome]
    grades: tuple[GradeMeaning, ...]
    directions: Mapping[Direction, DirectionMeaning]
    findings: Mapping[tuple[str, str], Finding]
    """By form id and outcome id; a pair that is missing was never studied."""
    trials: Mapping[str, Trial]

    def paid_by(self, finding: Finding) -> tuple[str, ...]:
        """Who paid for the trials of a finding, each name once; empty where nothing is known."""
        names = (self.trials[trial].paid_by for trial in finding.trials)
        return tuple(dict.fromkeys(name for name in names if name))


def grade_for(
    catalogue: Catalogue, form: str, outcome: str, *, outside_pregnancy: bool = False
) -> Grade:
    """Return the grade of a form for an outcome; ``G0`` for a pair that was never studied.

    With ``outside_pregnancy``, trials in pregnant women do not count. An unknown form or outcome
    raises ``KeyError``.
    """
    pair = (catalogue.forms[form].id, catalogue.outcomes[outcome].id)
    finding = catalogue.findings.get(pair)
    if finding is None:
        return "G0"
    elsewhere = finding.outside_pregnancy if outside_pregnancy else None
    return elsewhere or finding.grade


def read_content(reader: Reader) -> Content:
    """Read ``content.toml``."""
    row = reader.table("content.toml").row("", Content)
    return cast("Content", row)


def read_catalogue(reader: Reader) -> Catalogue:
    """Read ``forms.toml`` and ``evidence.toml``."""
    forms = reader.table("forms.toml")
    evidence = reader.table("evidence.toml")
    catalogue = Catalogue(
        content=read_content(reader),
        forms=by_id(sorted(forms.rows("form", Form), key=_article_then_name)),
        outcomes=by_id(evidence.rows("outcome", Outcome)),
        grades=tuple(evidence.rows("grade", GradeMeaning, named_by="grade")),
        directions=MappingProxyType({row.direction: row for row in _directions(evidence)}),
        findings=_findings(evidence),
        trials=by_id(evidence.rows("trial", Trial)),
    )
    forms.finish()
    evidence.finish()
    return catalogue


def _article_then_name(form: Form) -> tuple[bool, int, str]:
    order = form.article.order if form.article else 0
    return form.article is None, order, form.name.casefold()


def _directions(evidence: Table) -> list[DirectionMeaning]:
    return evidence.rows("direction", DirectionMeaning, named_by="direction")


def _findings(evidence: Table) -> Mapping[tuple[str, str], Finding]:
    findings: dict[tuple[str, str], Finding] = {}
    for finding in evidence.rows("finding", Finding, named_by=""):
        pair = (finding.form, finding.outcome)
        if pair in findings:
            evidence.fault("finding " + " ".join(pair), "outcome", "duplicate: stands twice")
        findings[pair] = finding
    return MappingProxyType(findings)
