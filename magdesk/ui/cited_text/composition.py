"""What a form is made of: formula, molar mass, share of magnesium, for each of its variants."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.formula import elemental_fraction, molar_mass
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.cited_text.passages import Entry, Passage
from magdesk.ui.widgets.amounts.shown_number import decimal_number, whole_number


class Compound(msgspec.Struct, frozen=True):
    """A form in one hydration."""

    name: str
    formula: str

    @property
    def fraction(self) -> float:
        """The part of its mass that is magnesium, 0 to 1."""
        return elemental_fraction(self.formula)

    @property
    def mass(self) -> float:
        """Molar mass in g/mol."""
        return molar_mass(self.formula)


def compounds(form: Form) -> tuple[Compound, ...]:
    """The usual compound first, then its variants; empty where none is defined."""
    usual = () if form.formula is None else (Compound(form.hydration, form.formula),)
    return (*usual, *(Compound(variant.name, variant.formula) for variant in form.variants))


def composition_passage(form: Form) -> Passage:
    """Every compound of a form in words, and how real products differ."""
    entries = [_described(compound) for compound in compounds(form)]
    if not entries:
        entries = [Entry(form.hydration.capitalize() + ".")]
    if form.assay_note:
        entries.append(Entry(form.assay_note))
    return Passage(QCoreApplication.translate("Composition", "What is in it"), tuple(entries))


def _described(compound: Compound) -> Entry:
    text = QCoreApplication.translate(
        "Composition",
        "{mass} g/mol, {percent} % magnesium. {salt} mg of it hold 100 mg of magnesium.",
    )
    return Entry(
        text.format(
            mass=decimal_number(compound.mass, 1),
            percent=decimal_number(100 * compound.fraction, 1),
            salt=whole_number(round(100 / compound.fraction)),
        ),
        lead=f"{compound.name[:1].upper()}{compound.name[1:]}:",
        formula=compound.formula,
    )
