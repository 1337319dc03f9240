"""One row of the comparison: a form with the things its record does not hold itself."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.formula import elemental_fraction
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.evidence_cells import Cell, evidence_grid

CRAMPS = "cramps"
"""The outcome whose trials the table shows unless a person comes with another complaint."""


class FormRow(msgspec.Struct, frozen=True):
    """A form, its share of magnesium in percent by mass, and what trials found."""

    form: Form
    percent: float | None
    """Computed from the formula; None where no compound is defined."""
    evidence: Mapping[str, Cell] = msgspec.field(default_factory=dict)
    """By outcome."""


def form_rows(catalogue: Catalogue) -> tuple[FormRow, ...]:
    """One row for each form, in the catalogue's order."""
    return tuple(
        FormRow(form, elemental_percent(form), {cell.outcome.id: cell for cell in cells})
        for form, cells in zip(
            catalogue.forms.values(), evidence_grid(catalogue).cells, strict=True
        )
    )


def elemental_percent(form: Form) -> float | None:
    """Elemental magnesium, percent of the compound's mass; None without a defined compound."""
    return None if form.formula is None else 100 * elemental_fraction(form.formula)


def names_of(form: Form) -> str:
    """Each name that may stand on a label once, whatever its capital letters."""
    names: dict[str, str] = {}
    for name in (form.full_name, *form.aliases):
        names.setdefault(name.casefold(), name)
    return ", ".join(names.values())
