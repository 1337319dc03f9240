"""The map as data: one cell for each form and outcome, with the trials of that very form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.evidence_records import Finding, Outcome, Trial
from magdesk.knowledge.form_records import Form

Value = Literal["never", "animals", "G0", "G1", "G2", "G3", "G4"]

NO_TRIAL = "No trial"
"""How the label of a finding begins that only says that nobody has tested the form."""


@dataclass(frozen=True)
class Cell:
    """One form and one outcome; ``finding`` is None for a pair that was never studied."""

    form: Form
    outcome: Outcome
    finding: Finding | None
    trials: tuple[Trial, ...] = ()
    """Everything the finding lists, in its order: trials, reviews, studies in animals."""

    @property
    def in_people(self) -> tuple[Trial, ...]:
        """Trials of this form in people: what is counted, apart from double entries."""
        return tuple(row for row in self.trials if row.kind == "trial" and row.subjects == "people")

    @property
    def reviews(self) -> tuple[Trial, ...]:
        """Reviews that pool trials; shown, never counted."""
        return tuple(row for row in self.trials if row.kind == "review")

    @property
    def elsewhere(self) -> tuple[Trial, ...]:
        """Studies in animals and in the laboratory."""
        return tuple(row for row in self.trials if row.kind == "trial" and row.subjects != "people")

    @property
    def trial_count(self) -> int:
        """The number of trials of this form in people; two entries of one source count once."""
        return len({trial.reference for trial in self.in_people})

    @property
    def value(self) -> Value:
        """The grade, or ``animals`` or ``never`` where no study in people stands behind it."""
        if self.finding is None:
            return "never"
        if self.finding.grade != "G0" or self.in_people:
            return self.finding.grade
        if any(trial.subjects == "animals" for trial in self.trials):
            return "animals"
        nothing = not self.trials and self.finding.label.startswith(NO_TRIAL)
        return "never" if nothing else "G0"


@dataclass(frozen=True)
class EvidenceGrid:
    """Forms as rows, outcomes as columns."""

    forms: tuple[Form, ...]
    outcomes: tuple[Outcome, ...]
    cells: tuple[tuple[Cell, ...], ...]
    """By row, then by column."""

    def __iter__(self) -> Iterator[Cell]:
        return (cell for row in self.cells for cell in row)

    def column(self, place: int) -> tuple[Cell, ...]:
        """All cells of one outcome."""
        return tuple(row[place] for row in self.cells)

    def tested(self, place: int) -> int:
        """How many forms have a trial in people for this outcome."""
        return sum(cell.trial_count > 0 for cell in self.column(place))

    @property
    def never_tested(self) -> tuple[Outcome, ...]:
        """Outcomes for which no form has a trial in people."""
        places = range(len(self.outcomes))
        return tuple(self.outcomes[place] for place in places if not self.tested(place))

    def place_of(self, form: str, outcome: str) -> tuple[int, int] | None:
        """Row and column of a pair of ids; None for an unknown one."""
        for row, column_cells in enumerate(self.cells):
            for column, cell in enumerate(column_cells):
                if (cell.form.id, cell.outcome.id) == (form, outcome):
                    return row, column
        return None


def evidence_grid(catalogue: Catalogue) -> EvidenceGrid:
    """The map of a catalogue, in its order of forms and outcomes."""
    forms, outcomes = tuple(catalogue.forms.values()), tuple(catalogue.outcomes.values())
    return EvidenceGrid(
        forms, outcomes, tuple(tuple(_row(catalogue, form, outcomes)) for form in forms)
    )


def _row(catalogue: Catalogue, form: Form, outcomes: Iterable[Outcome]) -> Iterator[Cell]:
    for outcome in outcomes:
        finding = catalogue.findings.get((form.id, outcome.id))
        keys = () if finding is None else finding.trials
        yield Cell(form, outcome, finding, tuple(catalogue.trials[key] for key in keys))
