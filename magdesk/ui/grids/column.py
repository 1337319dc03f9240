"""One column of the comparison: what it shows, says aloud and is sorted by."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec
from PySide6.QtCore import QCollator, QCollatorSortKey, QCoreApplication, QLocale, Qt

from magdesk.knowledge.form_records import Form
from magdesk.ui.grids.form_rows import Evidence, FormRow
from magdesk.ui.grids.row_order import SortKey

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
    said_of: Callable[[FormRow], str] | None = None
    """The cell in words after the column's name, where they differ from what is shown."""
    evidence: Callable[[FormRow], Evidence | None] = lambda row: None
    """For a mark: the evidence it tells of; None where it was never studied."""
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
        return translated(self.subheading) if self.subheading else ""

    @property
    def whole_title(self) -> str:
        """Both lines of the heading in one, as menus and lists need it: ``Evidence for cramps``."""
        return " ".join(filter(None, (self.title, self.subtitle)))

    @property
    def spoken_title(self) -> str:
        """The column's name in a sentence."""
        return translated(self.said)

    @property
    def first_order(self) -> Qt.SortOrder:
        """The order that the first click gives."""
        falling, rising = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        return falling if self.best_first else rising

    def order_words(self, order: Qt.SortOrder) -> str:
        """What comes first in this order, for instance ``highest first``."""
        ascending = order == Qt.SortOrder.AscendingOrder
        return translated(self.rising if ascending else self.falling)

    def sort_key(self, row: FormRow) -> SortKey:
        """``(missing, value)``; rows without a value go last in both directions."""
        value = self.value(row)
        return (value is None, value)

    def spoken(self, row: FormRow) -> str:
        """The cell in words that need no other: ``Citrate, elemental magnesium 16.2 percent``."""
        if self.kind == "name":
            avoid = row.form.avoid
            return f"{row.form.name}, {avoid_word()}: {avoid}" if avoid else row.form.name
        if self.said_of is not None:
            return f"{row.form.name}, {self.spoken_title} {self.said_of(row)}"
        return f"{row.form.name}, {self.spoken_title}: {self.text(row)}"


def avoid_word() -> str:
    """The tag of a form that is better avoided."""
    return QCoreApplication.translate("Columns", "Avoid")


def named_with_tag(form: Form) -> str:
    """The form's name, with the tag where there is one: ``Hydroxide (Avoid)``."""
    return f"{form.name} ({avoid_word()})" if form.avoid else form.name


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
