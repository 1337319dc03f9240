"""The columns of the comparison, declared: what each shows, says aloud and is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QCollatorSortKey, QCoreApplication, QLocale

from magdesk.ui.grids.column import Column, alphabetical
from magdesk.ui.grids.evidence_columns import CRAMPS_COLUMN
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.more_columns import MORE_COLUMNS
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import (
    ABSORPTION,
    RATING,
    STOMACH,
    absorption_word,
    rank,
    stomach_word,
)
from magdesk.ui.widgets.meter import rating_word


def name_key(row: FormRow) -> QCollatorSortKey:
    """The form's name in the order of the user's language."""
    return alphabetical(row.form.name)


def percent_text(row: FormRow) -> str:
    """One decimal in the user's locale, without a sign; a dash where it is not known."""
    if row.percent is not None:
        return QLocale().toString(row.percent, "f", 1)
    return "–".join(_label_percent(row)) or "–"


def percent_spoken(row: FormRow) -> str:
    """The share of magnesium in words."""
    if row.percent is not None:
        words = QCoreApplication.translate("Columns", "{number} percent")
        return words.format(number=percent_text(row))
    if row.form.label_percent is not None:
        words = QCoreApplication.translate("Columns", "{low} to {high} percent on labels")
        low, high = _label_percent(row)
        return words.format(low=low, high=high)
    return QCoreApplication.translate("Columns", "unknown")


def _label_percent(row: FormRow) -> tuple[str, ...]:
    return tuple(QLocale().toString(end, "g", 3) for end in row.form.label_percent or ())


def _percent(row: FormRow) -> float | None:
    """What the share is sorted by: computed, or the middle of what labels give."""
    if row.percent is None and row.form.label_percent is not None:
        return sum(row.form.label_percent) / 2
    return row.percent


def _rating(row: FormRow) -> str | None:
    return None if row.form.guide is None else row.form.guide.rating


COLUMNS: tuple[Column, ...] = (
    Column(
        key="form",
        kind="name",
        heading=QT_TRANSLATE_NOOP("Columns", "Form"),
        subheading="",
        said=QT_TRANSLATE_NOOP("Columns", "form"),
        rising=QT_TRANSLATE_NOOP("Columns", "A to Z"),
        falling=QT_TRANSLATE_NOOP("Columns", "Z to A"),
        text=lambda row: row.form.name,
        value=name_key,
    ),
    Column(
        key="percent",
        kind="number",
        heading=QT_TRANSLATE_NOOP("Columns", "Mg %"),
        subheading=QT_TRANSLATE_NOOP("Columns", "elemental"),
        said=QT_TRANSLATE_NOOP("Columns", "elemental magnesium"),
        rising=QT_TRANSLATE_NOOP("Columns", "lowest first"),
        falling=QT_TRANSLATE_NOOP("Columns", "highest first"),
        text=percent_text,
        value=_percent,
        unknown=lambda row: _percent(row) is None,
        said_of=percent_spoken,
        best_first=True,
    ),
    Column(
        key="absorption",
        kind="word",
        heading=QT_TRANSLATE_NOOP("Columns", "Absorption"),
        subheading=QT_TRANSLATE_NOOP("Columns", "in people"),
        said=QT_TRANSLATE_NOOP("Columns", "absorption in people"),
        rising=QT_TRANSLATE_NOOP("Columns", "least first"),
        falling=QT_TRANSLATE_NOOP("Columns", "best first"),
        text=lambda row: absorption_word(row.form.absorption),
        value=lambda row: rank(ABSORPTION, row.form.absorption),
        unknown=lambda row: row.form.absorption == "unclear",
        best_first=True,
    ),
    Column(
        key="rating",
        kind="rating",
        heading=QT_TRANSLATE_NOOP("Columns", "Guide’s rating"),
        subheading=QT_TRANSLATE_NOOP("Columns", "for twitches"),
        said=QT_TRANSLATE_NOOP("Columns", "guide’s rating for twitches, an opinion"),
        rising=QT_TRANSLATE_NOOP("Columns", "lowest first"),
        falling=QT_TRANSLATE_NOOP("Columns", "highest first"),
        text=lambda row: rating_word(_rating(row)),
        value=lambda row: rank(RATING, _rating(row)),
        unknown=lambda row: row.form.guide is None,
        best_first=True,
    ),
    CRAMPS_COLUMN,
    Column(
        key="stomach",
        kind="word",
        heading=QT_TRANSLATE_NOOP("Columns", "Stomach"),
        subheading="",
        said=QT_TRANSLATE_NOOP("Columns", "stomach"),
        rising=QT_TRANSLATE_NOOP("Columns", "most laxative first"),
        falling=QT_TRANSLATE_NOOP("Columns", "gentlest first"),
        text=lambda row: stomach_word(row.form.stomach),
        value=lambda row: rank(STOMACH, row.form.stomach),
        unknown=lambda row: row.form.stomach == "unclear",
        best_first=True,
    ),
    Column(
        key="main_use",
        kind="word",
        heading=QT_TRANSLATE_NOOP("Columns", "Main use"),
        subheading=QT_TRANSLATE_NOOP("Columns", "as sold"),
        said=QT_TRANSLATE_NOOP("Columns", "main use, as sold"),
        rising=QT_TRANSLATE_NOOP("Columns", "A to Z"),
        falling=QT_TRANSLATE_NOOP("Columns", "Z to A"),
        text=lambda row: row.form.main_use,
        value=lambda row: alphabetical(row.form.main_use),
    ),
    Column(
        key="key_point",
        kind="note",
        heading=QT_TRANSLATE_NOOP("Columns", "Key point"),
        subheading="",
        said=QT_TRANSLATE_NOOP("Columns", "key point"),
        rising=QT_TRANSLATE_NOOP("Columns", "A to Z"),
        falling=QT_TRANSLATE_NOOP("Columns", "Z to A"),
        text=lambda row: row.form.key_point,
        value=lambda row: alphabetical(row.form.key_point),
    ),
    *MORE_COLUMNS,
)

DROP_ORDER = ("key_point", "main_use", "stomach", "absorption", "percent")
"""Which columns go first where the table is narrow."""


PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
"""The place of each column in the model, by key."""


def place_of(key: str) -> int:
    """The place of a column in the model; KeyError for an unknown key."""
    return PLACES[key]
