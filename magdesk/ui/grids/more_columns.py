"""Columns that are there for the choosing: amounts, solubility and cautions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from magdesk.ui.grids.column import Column
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import SOLUBILITY, rank, solubility_word
from magdesk.ui.widgets.amounts.shown_number import range_of, whole_number

_MAGNESIUM_MG = 100.0
"""The amount of magnesium that the compound's mass is given for."""


def compound_mg(row: FormRow) -> float | None:
    """The mass in mg of the pure compound that holds 100 mg of magnesium; None if unknown."""
    return 100.0 * _MAGNESIUM_MG / row.percent if row.percent else None


def _compound_text(row: FormRow) -> str:
    mass = compound_mg(row)
    return "–" if mass is None else whole_number(round(mass))


def _compound_spoken(row: FormRow) -> str:
    if compound_mg(row) is None:
        return QCoreApplication.translate("Columns", "unknown")
    words = QCoreApplication.translate("Columns", "{mass} milligrams")
    return words.format(mass=_compound_text(row))


def _serving_ends(row: FormRow) -> tuple[str, ...]:
    ends = dict.fromkeys(row.form.serving_mg or ())
    return tuple(whole_number(round(end)) for end in ends)


def _serving_text(row: FormRow) -> str:
    ends = _serving_ends(row)
    if not ends:
        return QCoreApplication.translate("Columns", "None usual")
    return QCoreApplication.translate("Columns", "{range} mg").format(range=range_of(ends))


def _serving_spoken(row: FormRow) -> str:
    ends = _serving_ends(row)
    if not ends:
        return QCoreApplication.translate("Columns", "none is usual")
    to = QCoreApplication.translate("Columns", "{low} to {high}")
    amount = to.format(low=ends[0], high=ends[-1]) if len(ends) > 1 else ends[0]
    return QCoreApplication.translate("Columns", "{amount} milligrams of magnesium").format(
        amount=amount
    )


MORE_COLUMNS: tuple[Column, ...] = (
    Column(
        key="solubility",
        kind="word",
        heading=QT_TRANSLATE_NOOP("Columns", "Dissolves"),
        subheading=QT_TRANSLATE_NOOP("Columns", "in water"),
        said=QT_TRANSLATE_NOOP("Columns", "solubility in water"),
        rising=QT_TRANSLATE_NOOP("Columns", "least first"),
        falling=QT_TRANSLATE_NOOP("Columns", "most first"),
        text=lambda row: solubility_word(row.form.solubility),
        value=lambda row: rank(SOLUBILITY, row.form.solubility),
        unknown=lambda row: row.form.solubility == "unclear",
        best_first=True,
        usual=False,
    ),
    Column(
        key="serving",
        kind="number",
        heading=QT_TRANSLATE_NOOP("Columns", "Usual serving"),
        subheading=QT_TRANSLATE_NOOP("Columns", "of magnesium"),
        said=QT_TRANSLATE_NOOP("Columns", "usual serving"),
        rising=QT_TRANSLATE_NOOP("Columns", "smallest first"),
        falling=QT_TRANSLATE_NOOP("Columns", "largest first"),
        text=_serving_text,
        value=lambda row: row.form.serving_mg,
        unknown=lambda row: row.form.serving_mg is None,
        said_of=_serving_spoken,
        usual=False,
    ),
    Column(
        key="compound_mg",
        kind="number",
        heading=QT_TRANSLATE_NOOP("Columns", "Compound, mg"),
        subheading=QT_TRANSLATE_NOOP("Columns", "for 100 mg magnesium"),
        said=QT_TRANSLATE_NOOP("Columns", "compound for 100 milligrams of magnesium"),
        rising=QT_TRANSLATE_NOOP("Columns", "smallest first"),
        falling=QT_TRANSLATE_NOOP("Columns", "largest first"),
        text=_compound_text,
        value=compound_mg,
        unknown=lambda row: compound_mg(row) is None,
        said_of=_compound_spoken,
        usual=False,
    ),
)

CAUTIONS = Column(
    key="cautions",
    kind="number",
    heading=QT_TRANSLATE_NOOP("Columns", "Cautions"),
    subheading="",
    said=QT_TRANSLATE_NOOP("Columns", "cautions"),
    rising=QT_TRANSLATE_NOOP("Columns", "fewest first"),
    falling=QT_TRANSLATE_NOOP("Columns", "most first"),
    text=lambda row: whole_number(len(row.form.cautions)),
    value=lambda row: len(row.form.cautions),
    best_first=True,
    usual=False,
)
