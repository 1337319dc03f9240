"""The one owner of the filter: what was typed, the chips, and the forms of a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from magdesk.knowledge.names.name_hits import Hits, Marks
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.pages.compare.filter.filters import BY_KEY, FILTERS

if TYPE_CHECKING:
    from magdesk.knowledge.names.name_index import NameIndex

TYPED, ONLY = "typed", "only"
"""Keys of the filters that are no chips: the text, and the forms that were asked for."""


class Narrowing(msgspec.Struct, frozen=True):
    """All filters in force; a row has to pass each of them."""

    typed: str = ""
    """As it was typed."""
    only: frozenset[str] | None = None
    """Ids of the forms that were asked for; None for all."""
    chips: frozenset[str] = frozenset()
    """Keys of the chips that are on."""


class RowFilter(QObject):
    """Toolbar and page change it, table and toolbar follow ``changed``; typing changes it at once.

    The index of names is asked for with the first letter that is typed.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, names: Callable[[], NameIndex], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.state = Narrowing()
        self.keys: tuple[str, ...] = ()
        """The filters in force: the text, what was asked for, then the chips in their order."""
        self.hits = Hits()
        """What the typed text names; its near misses are offered, never applied."""
        self._found: frozenset[str] = frozenset()
        self._marks: dict[str, Marks] = {}
        self._are_names_read = False

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered out on purpose."""
        return bool(self.keys)

    def set_typed(self, text: str) -> None:
        """Keep the rows that the text names."""
        self._take(replace(self.state, typed=text))

    def set_chips(self, keys: Iterable[str]) -> None:
        """Keep the rows that every one of these chips keeps."""
        self._take(replace(self.state, chips=frozenset(keys)))

    def set_only(self, ids: Iterable[str] | None) -> None:
        """Keep only these forms; None lifts that."""
        self._take(replace(self.state, only=None if ids is None else frozenset(ids)))

    def lift(self, key: str) -> None:
        if key == TYPED:
            self.set_typed("")
        elif key == ONLY:
            self.set_only(None)
        else:
            self.set_chips(self.state.chips - {key})

    def lift_all(self) -> None:
        """Lift every filter, as one change."""
        self._take(Narrowing())

    def keeps(self, row: FormRow) -> bool:
        """Whether a row passes every filter."""
        return all(self._passes(key, row) for key in self.keys)

    def to_blame(self, rows: Sequence[FormRow]) -> Iterable[tuple[str, int]]:
        """Filters that give rows back if only they are lifted, with how many; the most first."""
        given = {
            key: sum(
                all(self._passes(other, row) for other in self.keys if other != key) for row in rows
            )
            for key in self.keys
        }
        back = [(key, count) for key, count in given.items() if count]
        return sorted(back, key=lambda pair: -pair[1])

    def marks(self, form: Form) -> Marks | None:
        """Where the form holds what was typed; None while nothing is."""
        if not self.hits.words:
            return None
        if form.id not in self._marks:
            self._marks[form.id] = self._names().marks(form.id, self.hits)
        return self._marks[form.id]

    def read_names(self) -> None:
        """Make the index of names now, so that the first letter typed finds it ready."""
        if not self._are_names_read:
            self._are_names_read = True
            self._names().find("magnesium")

    def _passes(self, key: str, row: FormRow) -> bool:
        if key == TYPED:
            return row.form.id in self._found
        if key == ONLY:
            return row.form.id in (self.state.only or ())
        return BY_KEY[key].keeps(row)

    def _take(self, state: Narrowing) -> None:
        if state == self.state:
            return
        hits = self._names().find(state.typed) if state.typed.strip() else Hits()
        self.about_to_change.emit()
        self.state, self.hits = state, hits
        self._found = frozenset(hits.forms)
        self.keys = tuple(self._keys_in_force())
        self._marks.clear()
        self.changed.emit()

    def _keys_in_force(self) -> Iterator[str]:
        if self.hits.words:
            yield TYPED
        if self.state.only is not None:
            yield ONLY
        yield from (row.key for row in FILTERS if row.key in self.state.chips)
