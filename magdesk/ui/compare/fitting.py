"""Which columns are shown in a given width: what the user chose wins, then the least needed go."""

from __future__ import annotations

from collections.abc import Mapping

from magdesk.ui.compare.columns import COLUMNS, DROP_ORDER


def shown_columns(
    needed: Mapping[str, float], available: float, chosen: Mapping[str, bool]
) -> tuple[str, ...]:
    """Keys of the columns that are shown, in their order.

    ``needed`` is the width of each column and ``available`` that of the table, in pixels;
    ``chosen`` holds what the user has shown or hidden. What the user asked for is never dropped.
    """
    shown = [column.key for column in COLUMNS if chosen.get(column.key, True)]
    for key in DROP_ORDER:
        if sum(needed[shown_key] for shown_key in shown) <= available:
            break
        if key in shown and not chosen.get(key, False):
            shown.remove(key)
    return tuple(shown)
