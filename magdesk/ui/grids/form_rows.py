"""One row of the comparison: a form with the things its record does not hold itself."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.evidence_records import Finding
from magdesk.knowledge.form_records import Form
from magdesk.knowledge.formula import elemental_fraction

CRAMPS = "cramps"
"""The outcome whose evidence the table shows unless the user chooses more."""


class Evidence(msgspec.Struct, frozen=True):
    """What trials of one form found for one outcome."""

    finding: Finding
    animals_only: bool
    """Whether every study behind the finding was made in animals."""


class FormRow(msgspec.Struct, frozen=True):
    """A form, its share of magnesium in percent by mass, and what trials found."""

    form: Form
    percent: float | None
    """Computed from the formula; None where no compound is defined."""
    evidence: Mapping[str, Evidence] = msgspec.field(default_factory=dict)
    """By outcome; one that is missing was never studied with this form."""

    @property
    def cramps(self) -> Finding | None:
        """What trials for cramps found; None where there was no study."""
        found = self.evidence.get(CRAMPS)
        return None if found is None else found.finding


def form_rows(catalogue: Catalogue) -> tuple[FormRow, ...]:
    """One row for each form, in the catalogue's order."""
    found: dict[str, dict[str, Evidence]] = {form: {} for form in catalogue.forms}
    for (form, outcome), finding in catalogue.findings.items():
        animals = only_in_animals(catalogue, finding)
        found[form][outcome] = Evidence(finding=finding, animals_only=animals)
    return tuple(
        FormRow(form=form, percent=elemental_percent(form), evidence=found[form.id])
        for form in catalogue.forms.values()
    )


def elemental_percent(form: Form) -> float | None:
    """Elemental magnesium, percent of the compound's mass; None without a defined compound."""
    return None if form.formula is None else 100 * elemental_fraction(form.formula)


def only_in_animals(catalogue: Catalogue, finding: Finding) -> bool:
    """Whether the finding rests on studies, and every one of them was made in animals."""
    subjects = {catalogue.trials[trial].subjects for trial in finding.trials}
    return subjects == {"animals"}
