"""The map as data: one cell for each form and outcome, with the trials of that very form."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.records import Direction, Grade
from magdesk.knowledge.records.evidence_records import Finding, Outcome, Trial
from magdesk.knowledge.records.form_records import Form


class Cell(msgspec.Struct, frozen=True):
    """One form and one outcome; ``finding`` is None for a pair that was never studied."""

    form: Form
    outcome: Outcome
    finding: Finding | None
    word: str
    """What the direction is called, ``No trial`` for an empty cell."""
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
    def direction(self) -> Direction:
        """Where trials point; ``no_trial`` for a pair that was never studied."""
        return "no_trial" if self.finding is None else self.finding.direction

    @property
    def grade(self) -> Grade | None:
        """How sure one can be; None for a pair that was never studied."""
        return None if self.finding is None else self.finding.grade

    @property
    def is_empty(self) -> bool:
        """Whether no study of any kind stands behind it."""
        return self.direction == "no_trial" and not self.trials

    @property
    def only_in_animals(self) -> bool:
        """Whether every study behind it was made in animals."""
        return {trial.subjects for trial in self.trials} == {"animals"}

    @property
    def only_in_pregnancy(self) -> bool:
        """Whether it says something of pregnant women only."""
        finding = self.finding
        return (
            finding is not None
            and finding.direction != "no_trial"
            and finding.outside_pregnancy == "G0"
        )


class EvidenceGrid(msgspec.Struct, frozen=True):
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
    rows = (tuple(evidence_cell(catalogue, form, one) for one in outcomes) for form in forms)
    return EvidenceGrid(forms, outcomes, tuple(rows))


def evidence_cell(catalogue: Catalogue, form: Form, outcome: Outcome) -> Cell:
    """One cell of the map."""
    finding = catalogue.findings.get((form.id, outcome.id))
    keys = () if finding is None else finding.trials
    word = catalogue.directions["no_trial" if finding is None else finding.direction].word
    return Cell(form, outcome, finding, word, tuple(catalogue.trials[key] for key in keys))
