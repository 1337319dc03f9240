"""One column of the comparison: what it shows, says aloud and is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec
from PySide6.QtCore import QCollator, QCollatorSortKey, QCoreApplication, QLocale, Qt

from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.row_order import SortKey

CellKind = Literal["name", "number", "word", "opinion", "trials", "note"]

_RISING = Qt.SortOrder.AscendingOrder


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
    said_of: Callable[[FormRow], str] | None = None
    """The cell in words after the column's name, where they differ from what is shown."""
    trials: Callable[[FormRow], Cell | None] = lambda row: None
    """What trials found, for a column that tells of that."""
    about: str = ""
    """What ``{outcome}`` in heading and name stands for."""
    falling_value: Callable[[FormRow], object | None] | None = None
    """What it is sorted by the other way round, where that is not the same turned round."""
    best_first: bool = False
    """Whether the first click puts the highest value on top."""
    usual: bool = True
    """Whether it is shown until the user chooses otherwise."""

    @property
    def title(self) -> str:
        """The heading's first line."""
        return translated(self.heading)

    @property
    def subtitle(self) -> str:
        """The heading's second line; may be empty."""
        words = translated(self.subheading) if self.subheading else ""
        return words.format(outcome=self.about)

    @property
    def whole_title(self) -> str:
        """Both lines of the heading in one, as menus and lists need it: ``Trials for cramps``."""
        return " ".join(filter(None, (self.title, self.subtitle)))

    @property
    def spoken_title(self) -> str:
        """The column's name in a sentence."""
        return translated(self.said).format(outcome=self.about)

    @property
    def first_order(self) -> Qt.SortOrder:
        """The order that the first click gives."""
        falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        return falling if self.best_first else rising

    def order_words(self, order: Qt.SortOrder) -> str:
        """What comes first in this order, for instance ``highest first``."""
        ascending = order == Qt.SortOrder.AscendingOrder
        return translated(self.rising if ascending else self.falling)

    def sort_key(self, row: FormRow, order: Qt.SortOrder = _RISING) -> SortKey:
        """``(missing, value)``; rows without a value go last in both directions."""
        falling = self.falling_value is not None and order == Qt.SortOrder.DescendingOrder
        value = self.falling_value(row) if falling and self.falling_value else self.value(row)
        return (value is None, value)

    def spoken(self, row: FormRow) -> str:
        """The cell in words: ``elemental magnesium: 16.2 percent``; the name with its tag."""
        if self.kind == "name":
            return named_with_reason(row.form)
        words = self.text(row) if self.said_of is None else self.said_of(row)
        return f"{self.spoken_title}: {words}"


def is_avoided(form: Form) -> bool:
    """Whether the article says to avoid the form."""
    return form.article is not None and bool(form.article.avoid)


def tag_of(form: Form) -> str:
    """The tag against a form, of the article or of the program; empty for most."""
    if is_avoided(form):
        return QCoreApplication.translate("Columns", "Article: avoid")
    return form.why_never.tag if form.why_never else ""


def tag_reason(form: Form) -> str:
    """Why the tag stands there; empty for most."""
    if form.article is not None and form.article.avoid:
        return form.article.avoid
    return form.why_never.plain if form.why_never else ""


def named_with_tag(form: Form) -> str:
    """The form's name, with the tag where there is one: ``Oxide (Article: avoid)``."""
    tag = tag_of(form)
    return f"{form.name} ({tag})" if tag else form.name


def named_with_reason(form: Form) -> str:
    """The form's name, with the tag and its reason where there is one."""
    tag = tag_of(form)
    return f"{form.name}, {tag}: {tag_reason(form)}" if tag else form.name


def alphabetical(text: str) -> QCollatorSortKey:
    """Where a text stands in the order of the user's language."""
    return _collator(QLocale().name()).sortKey(text)


def translated(text: str) -> str:
    """A text that was declared with a column, in the user's language."""
    return QCoreApplication.translate("Columns", text)


@cache
def _collator(locale: str) -> QCollator:
    collator = QCollator(QLocale(locale))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return collator
