"""The columns of the comparison, declared: what each shows, says aloud and is sorted by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCollatorSortKey, QCoreApplication

from magdesk.knowledge.records.evidence_records import Outcome
from magdesk.ui.grids.column import Column, alphabetical
from magdesk.ui.grids.evidence_columns import more_evidence, trials_column
from magdesk.ui.grids.form_rows import CRAMPS, FormRow
from magdesk.ui.grids.more_columns import CAUTIONS, MORE_COLUMNS
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import (
    ABSORPTION,
    RATING,
    STOMACH,
    absorption_word,
    rank,
    stomach_word,
)
from magdesk.ui.widgets.amounts.shown_number import decimal_number, range_of, shown_number
from magdesk.ui.widgets.signs.meter import rating_word


def name_key(row: FormRow) -> QCollatorSortKey:
    """The form's name in the order of the user's language."""
    return alphabetical(row.form.name)


def percent_text(row: FormRow) -> str:
    """One decimal in the user's locale, without a sign; a dash where it is not known."""
    if row.percent is not None:
        return decimal_number(row.percent, 1)
    return range_of(_label_percent(row)) or "–"


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
    return tuple(shown_number(end) for end in row.form.label_percent or ())


def _percent(row: FormRow) -> float | None:
    """What the share is sorted by: computed, or the middle of what labels give."""
    if row.percent is None and row.form.label_percent is not None:
        return sum(row.form.label_percent) / 2
    return row.percent


def _rating(row: FormRow) -> str | None:
    return None if row.form.article is None else row.form.article.rating


def _article_then_name(row: FormRow) -> tuple[bool, int, QCollatorSortKey]:
    """The article's forms in its order, then the others by name."""
    article = row.form.article
    return (article is None, article.order if article else 0, name_key(row))


FORM = Column(
    key="form",
    kind="name",
    heading=QT_TRANSLATE_NOOP("Columns", "Form"),
    subheading="",
    said=QT_TRANSLATE_NOOP("Columns", "form"),
    rising=QT_TRANSLATE_NOOP("Columns", "article’s first, then A to Z"),
    falling=QT_TRANSLATE_NOOP("Columns", "Z to A"),
    text=lambda row: row.form.name,
    value=_article_then_name,
    falling_value=name_key,
)

FACTS: tuple[Column, ...] = (
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
        key="article",
        kind="opinion",
        heading=QT_TRANSLATE_NOOP("Columns", "Article"),
        subheading=QT_TRANSLATE_NOOP("Columns", "one opinion"),
        said=QT_TRANSLATE_NOOP("Columns", "the article’s rating for twitches, one opinion"),
        rising=QT_TRANSLATE_NOOP("Columns", "lowest first"),
        falling=QT_TRANSLATE_NOOP("Columns", "highest first"),
        text=lambda row: rating_word(_rating(row)),
        value=lambda row: rank(RATING, _rating(row)),
        unknown=lambda row: row.form.article is None,
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

DROP_ORDER = ("key_point", "main_use", "article", "stomach", "absorption", "percent")
"""Which columns go first where the table is narrow."""


class Columns:
    """All columns of the table by place and by key; trials are those for one ``complaint``."""

    def __init__(self, outcomes: Mapping[str, Outcome], complaint: str = CRAMPS) -> None:
        self.complaint = complaint
        self._outcomes = outcomes
        trials = (trials_column(outcomes[complaint]),) if complaint in outcomes else ()
        self._all: tuple[Column, ...] = (
            FORM,
            *trials,
            *FACTS,
            *more_evidence(outcomes.values()),
            CAUTIONS,
        )
        self._places = {column.key: place for place, column in enumerate(self._all)}

    def about(self, complaint: str) -> Columns:
        """The same, with trials for another complaint; one that is no outcome changes nothing."""
        return Columns(self._outcomes, complaint) if complaint in self._outcomes else self

    def __iter__(self) -> Iterator[Column]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: int) -> Column:
        return self._all[place]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the usual order."""
        return tuple(self._places)

    def place_of(self, key: str) -> int:
        """The place of a column; KeyError for an unknown key."""
        return self._places[key]

    def named(self, key: str) -> Column:
        """The column with this key; KeyError for an unknown one."""
        return self._all[self._places[key]]


def fact_column(key: str) -> Column:
    """A column that tells of the form itself, not of trials; KeyError for an unknown key."""
    return _FACTS_BY_KEY[key]


_FACTS_BY_KEY: dict[str, Column] = {column.key: column for column in (FORM, *FACTS, CAUTIONS)}
