"""Columns that show where trials point for one outcome, as a mark and a word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from magdesk.knowledge.records import Direction
from magdesk.knowledge.records.evidence_records import Outcome
from magdesk.ui.grids.column import Column
from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.evidence_words import label_of, trial_word, trials_word, within
from magdesk.ui.grids.form_rows import CRAMPS, FormRow
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import GRADE, rank
from magdesk.ui.widgets.signs.evidence_marks import mark_word

DIRECTION: tuple[Direction, ...] = ("worse", "no_difference", "mixed", "better")
"""Worst first; ``no_trial`` is unknown and not a low place."""
TRIALS = "trials"
"""The key of the column that follows the person's complaint."""


def trials_column(outcome: Outcome) -> Column:
    """The column that is always shown: trials for cramps, or for the person's complaint."""
    return _column(outcome, TRIALS, usual=True)


def more_evidence(outcomes: Iterable[Outcome]) -> tuple[Column, ...]:
    """One column for each other outcome, there for the choosing."""
    others = (outcome for outcome in outcomes if outcome.id != CRAMPS)
    return tuple(_column(outcome, f"evidence_{outcome.id}", usual=False) for outcome in others)


def _column(outcome: Outcome, key: str, *, usual: bool) -> Column:
    return Column(
        key=key,
        kind="trials",
        heading=QT_TRANSLATE_NOOP("Columns", "Trials"),
        subheading=QT_TRANSLATE_NOOP("Columns", "for {outcome}"),
        said=QT_TRANSLATE_NOOP("Columns", "trials for {outcome}"),
        about=within(outcome.short),
        rising=QT_TRANSLATE_NOOP("Columns", "worst first"),
        falling=QT_TRANSLATE_NOOP("Columns", "best first"),
        text=partial(_text, outcome.id),
        value=partial(_value, outcome.id),
        unknown=lambda row: _value(outcome.id, row) is None,
        said_of=partial(_said, outcome.id),
        trials=partial(_cell, outcome.id),
        best_first=True,
        usual=usual,
    )


def _cell(outcome: str, row: FormRow) -> Cell | None:
    return row.evidence.get(outcome)


def _text(outcome: str, row: FormRow) -> str:
    cell = _cell(outcome, row)
    return mark_word("no_trial") if cell is None else trial_word(cell)


def _said(outcome: str, row: FormRow) -> str:
    cell = _cell(outcome, row)
    if cell is None or cell.direction == "no_trial":
        return within(_text(outcome, row))
    word, label = within(trial_word(cell)), within(label_of(cell))
    found = (word,) if label.endswith(word) else (word, label)
    return ", ".join((*found, trials_word(cell.trial_count)))


def _value(outcome: str, row: FormRow) -> tuple[int, int] | None:
    """The direction first, then how sure one can be."""
    cell = _cell(outcome, row)
    place = None if cell is None else rank(DIRECTION, cell.direction)
    return None if cell is None or place is None else (place, rank(GRADE, cell.grade) or 0)
