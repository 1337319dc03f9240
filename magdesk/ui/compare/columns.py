"""The columns of the comparison, declared: what each shows, says aloud and is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec
from PySide6.QtCore import QCollator, QCollatorSortKey, QCoreApplication, QLocale, Qt

from magdesk.ui.compare.marking import QT_TRANSLATE_NOOP
from magdesk.ui.compare.ordering import SortKey
from magdesk.ui.compare.rows import FormRow
from magdesk.ui.compare.scales import (
    ABSORPTION,
    GRADE,
    RATING,
    STOMACH,
    absorption_word,
    rank,
    stomach_word,
)
from magdesk.ui.widgets.meter import rating_word

CellKind = Literal["name", "number", "word", "rating", "mark", "note"]


class Column(msgspec.Struct, frozen=True):
    """One column; the texts are sources for translation, read through ``title`` and the like."""

    key: str
    kind: CellKind
    heading: str
    subheading: str
    said: str
    """How a screen reader names the column."""
    rising: str
    """What comes first in ascending order, for instance ``A to Z``."""
    falling: str
    text: Callable[[FormRow], str]
    value: Callable[[FormRow], object | None]
    """What the column is sorted by, low to high; None is unknown."""
    unknown: Callable[[FormRow], bool] = lambda row: False
    """Whether the cell tells of something not known, and is drawn more quietly."""
    best_first: bool = False
    """Whether the first click puts the highest value on top."""

    @property
    def title(self) -> str:
        """The heading's first line."""
        return _translated(self.heading)

    @property
    def subtitle(self) -> str:
        """The heading's second line; may be empty."""
        return _translated(self.subheading) if self.subheading else ""

    @property
    def spoken_title(self) -> str:
        """The column's name in a sentence."""
        return _translated(self.said)

    @property
    def first_order(self) -> Qt.SortOrder:
        """The order that the first click gives."""
        falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        return falling if self.best_first else rising

    def order_words(self, order: Qt.SortOrder) -> str:
        """What comes first in this order, for instance ``highest first``."""
        ascending = order == Qt.SortOrder.AscendingOrder
        return _translated(self.rising if ascending else self.falling)

    def sort_key(self, row: FormRow) -> SortKey:
        """``(missing, value)``; rows without a value go last in both directions."""
        value = self.value(row)
        return (value is None, value)

    def spoken(self, row: FormRow) -> str:
        """The cell in words that need no other: ``Citrate, elemental magnesium 16.2 percent``."""
        if self.kind == "name":
            avoid = row.form.avoid
            return f"{row.form.name}, {avoid_word()}: {avoid}" if avoid else row.form.name
        if self.kind == "number":
            return f"{row.form.name}, {self.spoken_title} {percent_spoken(row)}"
        return f"{row.form.name}, {self.spoken_title}: {self.text(row)}"


def avoid_word() -> str:
    """The tag of a form that is better avoided."""
    return QCoreApplication.translate("Columns", "Avoid")


def name_key(row: FormRow) -> QCollatorSortKey:
    """The form's name in the order of the user's language."""
    return _alphabetical(row.form.name)


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


def cramps_text(row: FormRow) -> str:
    """What trials for cramps found, in a few words."""
    if row.cramps is not None:
        return row.cramps.label
    return QCoreApplication.translate("Columns", "No trial")


def _translated(text: str) -> str:
    return QCoreApplication.translate("Columns", text)


def _alphabetical(text: str) -> QCollatorSortKey:
    return _collator(QLocale().name()).sortKey(text)


@cache
def _collator(locale: str) -> QCollator:
    collator = QCollator(QLocale(locale))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return collator


def _label_percent(row: FormRow) -> tuple[str, ...]:
    return tuple(QLocale().toString(end, "g", 3) for end in row.form.label_percent or ())


def _percent(row: FormRow) -> float | None:
    """What the share is sorted by: computed, or the middle of what labels give."""
    if row.percent is None and row.form.label_percent is not None:
        return sum(row.form.label_percent) / 2
    return row.percent


def _rating(row: FormRow) -> str | None:
    return None if row.form.guide is None else row.form.guide.rating


def _grade(row: FormRow) -> int | None:
    return None if row.cramps is None else rank(GRADE, row.cramps.grade)


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
    Column(
        key="cramps",
        kind="mark",
        heading=QT_TRANSLATE_NOOP("Columns", "Evidence"),
        subheading=QT_TRANSLATE_NOOP("Columns", "for cramps"),
        said=QT_TRANSLATE_NOOP("Columns", "evidence for cramps"),
        rising=QT_TRANSLATE_NOOP("Columns", "no benefit first"),
        falling=QT_TRANSLATE_NOOP("Columns", "strongest first"),
        text=cramps_text,
        value=_grade,
        unknown=lambda row: _grade(row) is None,
        best_first=True,
    ),
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
        value=lambda row: _alphabetical(row.form.main_use),
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
        value=lambda row: _alphabetical(row.form.key_point),
    ),
)

DROP_ORDER = ("key_point", "main_use", "stomach", "absorption", "percent")
"""Which columns go first where the table is narrow."""


def column_at(section: int) -> Column:
    """The column in this place of the model."""
    return COLUMNS[section]


def place_of(key: str) -> int:
    """The place of a column in the model; ValueError for an unknown key."""
    return [column.key for column in COLUMNS].index(key)
