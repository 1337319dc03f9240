"""Which columns are shown in a given width: what the user chose wins, then the least needed go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from magdesk.ui.grids.declared_columns import DROP_ORDER, Columns


def shown_columns(
    needed: Mapping[str, float],
    available: float,
    chosen: Mapping[str, bool],
    sorted_by: str = "",
) -> tuple[str, ...]:
    """Keys of the columns that are shown, in the order in which they are given.

    ``needed`` is the width of each column and ``available`` that of the table, in pixels;
    ``chosen`` holds what the user has shown or hidden. What the user asked for is never dropped,
    and neither is the column that the rows are sorted by.
    """
    shown = [key for key in needed if chosen.get(key, True)]
    for key in DROP_ORDER:
        if sum(needed[shown_key] for shown_key in shown) <= available:
            break
        if key in shown and key != sorted_by and not chosen.get(key, False):
            shown.remove(key)
    return tuple(shown)


def whole_order(kept: Iterable[str], columns: Columns) -> tuple[str, ...]:
    """All columns in the order that was kept; what it does not know follows its usual forerunner.

    So a column that came with a later version is there, and one that is gone is passed over.
    """
    usual = columns.keys
    order = [key for key in dict.fromkeys(kept) if key in usual and key != usual[0]]
    order.insert(0, usual[0])
    for before, key in pairwise(usual):
        if key not in order:
            order.insert(order.index(before) + 1, key)
    return tuple(order)
