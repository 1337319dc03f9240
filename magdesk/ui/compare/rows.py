"""One row of the comparison: a form with the two things its record does not hold itself."""

from __future__ import annotations

import msgspec

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.formula import elemental_fraction
from magdesk.knowledge.records import Finding, Form

CRAMPS = "cramps"
"""The outcome whose evidence the table shows."""


class FormRow(msgspec.Struct, frozen=True):
    """A form, its share of magnesium in percent by mass, and what trials for cramps found."""

    form: Form
    percent: float | None
    """Computed from the formula; None where no compound is defined."""
    cramps: Finding | None
    """None where the form was never studied for cramps."""
    animals_only: bool
    """Whether every study behind the finding was made in animals."""


def form_rows(catalogue: Catalogue) -> tuple[FormRow, ...]:
    """One row for each form, in the catalogue's order."""
    return tuple(_row(catalogue, form) for form in catalogue.forms.values())


def elemental_percent(form: Form) -> float | None:
    """Elemental magnesium, percent of the compound's mass; None without a defined compound."""
    return None if form.formula is None else 100 * elemental_fraction(form.formula)


def only_in_animals(catalogue: Catalogue, finding: Finding) -> bool:
    """Whether the finding rests on studies, and every one of them was made in animals."""
    subjects = {catalogue.trials[trial].subjects for trial in finding.trials}
    return subjects == {"animals"}


def _row(catalogue: Catalogue, form: Form) -> FormRow:
    finding = catalogue.findings.get((form.id, CRAMPS))
    return FormRow(
        form=form,
        percent=elemental_percent(form),
        cramps=finding,
        animals_only=finding is not None and only_in_animals(catalogue, finding),
    )
