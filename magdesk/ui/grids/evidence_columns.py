"""Columns that show what trials found for one outcome, as a mark and a few words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from magdesk.ui.grids.column import Column
from magdesk.ui.grids.form_rows import CRAMPS, Evidence, FormRow
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import GRADE, rank


def evidence_column(
    outcome: str, subheading: str, said: str, *, key: str = "", usual: bool = False
) -> Column:
    """The column of one outcome; the texts are marked for translation by the caller."""
    return Column(
        key=key or f"evidence_{outcome}",
        kind="mark",
        heading=QT_TRANSLATE_NOOP("Columns", "Evidence"),
        subheading=subheading,
        said=said,
        rising=QT_TRANSLATE_NOOP("Columns", "no benefit first"),
        falling=QT_TRANSLATE_NOOP("Columns", "strongest first"),
        text=partial(_text, outcome),
        value=partial(_grade, outcome),
        unknown=lambda row: _grade(outcome, row) is None,
        evidence=partial(_evidence, outcome),
        best_first=True,
        usual=usual,
    )


def _evidence(outcome: str, row: FormRow) -> Evidence | None:
    return row.evidence.get(outcome)


def _text(outcome: str, row: FormRow) -> str:
    found = row.evidence.get(outcome)
    if found is not None:
        return found.finding.label
    return QCoreApplication.translate("Columns", "No trial")


def _grade(outcome: str, row: FormRow) -> int | None:
    found = row.evidence.get(outcome)
    return None if found is None else rank(GRADE, found.finding.grade)


CRAMPS_COLUMN = evidence_column(
    CRAMPS,
    QT_TRANSLATE_NOOP("Columns", "for cramps"),
    QT_TRANSLATE_NOOP("Columns", "evidence for cramps"),
    key=CRAMPS,
    usual=True,
)

MORE_EVIDENCE: tuple[Column, ...] = (
    evidence_column(
        "twitches",
        QT_TRANSLATE_NOOP("Columns", "for twitches"),
        QT_TRANSLATE_NOOP("Columns", "evidence for twitches"),
    ),
    evidence_column(
        "absorption",
        QT_TRANSLATE_NOOP("Columns", "on absorption"),
        QT_TRANSLATE_NOOP("Columns", "evidence on absorption, against another form"),
    ),
    evidence_column(
        "bowel",
        QT_TRANSLATE_NOOP("Columns", "on the bowel"),
        QT_TRANSLATE_NOOP("Columns", "evidence on being easy on the bowel"),
    ),
    evidence_column(
        "sleep",
        QT_TRANSLATE_NOOP("Columns", "for sleep"),
        QT_TRANSLATE_NOOP("Columns", "evidence for sleep"),
    ),
    evidence_column(
        "stress",
        QT_TRANSLATE_NOOP("Columns", "for stress"),
        QT_TRANSLATE_NOOP("Columns", "evidence for stress"),
    ),
)
