"""Which rows are left under all filters at once, and which filter is to blame if none is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.pages.compare.filter.filters import BY_KEY, FILTERS
from magdesk.ui.pages.compare.filter.typed_text import Finder

TYPED, ONLY = "typed", "only"
"""Keys of the filters that are no chips: the text, and the forms that were asked for."""


class Narrowing(msgspec.Struct, frozen=True):
    """All filters in force; a row has to pass each of them."""

    typed: str = ""
    """Folded, as the finder has it."""
    only: frozenset[str] | None = None
    """Ids of the forms that were asked for; None for all."""
    chips: frozenset[str] = frozenset()
    """Keys of the chips that are on."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The filters in force: the text, what was asked for, then the chips in their order."""
        chips = (filter_.key for filter_ in FILTERS if filter_.key in self.chips)
        asked = (ONLY,) if self.only is not None else ()
        return (*((TYPED,) if self.typed else ()), *asked, *chips)

    def without(self, key: str) -> Narrowing:
        """The same without one filter."""
        if key == TYPED:
            return replace(self, typed="")
        if key == ONLY:
            return replace(self, only=None)
        return replace(self, chips=self.chips - {key})

    def keeps(self, row: FormRow, finder: Finder) -> bool:
        """Whether a row is left."""
        if self.only is not None and row.form.id not in self.only:
            return False
        if self.typed and not finder.holds(row.form):
            return False
        return all(BY_KEY[key].keeps(row) for key in self.chips)


def to_blame(
    narrowing: Narrowing, rows: Sequence[FormRow], finder: Finder
) -> Iterable[tuple[str, int]]:
    """Filters that give rows back if only they are lifted, with how many; the most first."""
    given = {}
    for key in narrowing.keys:
        rest = narrowing.without(key)
        given[key] = sum(rest.keeps(row, finder) for row in rows)
    back = [(key, count) for key, count in given.items() if count]
    return sorted(back, key=lambda pair: -pair[1])
