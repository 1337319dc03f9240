"""What the comparison remembers from day to day."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Qt

from magdesk.ui.compare.columns import COLUMNS
from magdesk.ui.settings import ColumnState, PaneState, Settings, SortOrder

_ORDERS = {False: Qt.SortOrder.AscendingOrder, True: Qt.SortOrder.DescendingOrder}


class CompareMemory(msgspec.Struct, frozen=True):
    """Order, columns and pane; widths are in u, so that they fit any font size."""

    sort_key: str = COLUMNS[0].key
    order: Qt.SortOrder = COLUMNS[0].first_order
    pane_width_u: float = 300.0
    pane_open: bool = True
    widths: Mapping[str, float] = msgspec.field(default_factory=dict)
    chosen: Mapping[str, bool] = msgspec.field(default_factory=dict)


def read_memory(settings: Settings) -> CompareMemory:
    """What was remembered; what is missing or no longer known has its default."""
    values, plain = settings.values, CompareMemory()
    sort = values.sort
    known = sort is not None and any(column.key == sort.key for column in COLUMNS)
    pane = values.pane or PaneState(width_u=plain.pane_width_u)
    return CompareMemory(
        sort_key=sort.key if sort is not None and known else plain.sort_key,
        order=_ORDERS[sort.descending] if sort is not None and known else plain.order,
        pane_width_u=pane.width_u,
        pane_open=pane.open,
        widths={row.key: row.width_u for row in values.columns if row.width_u is not None},
        chosen={row.key: row.visible for row in values.columns if row.visible is not None},
    )


def write_memory(settings: Settings, memory: CompareMemory) -> None:
    """Keep it; columns by key, and only where the user chose."""
    keys = [column.key for column in COLUMNS]
    settings.change(
        sort=SortOrder(key=memory.sort_key, descending=memory.order == _ORDERS[True]),
        pane=PaneState(width_u=round(memory.pane_width_u, 1), open=memory.pane_open),
        columns=tuple(
            ColumnState(
                key=key, width_u=_rounded(memory.widths.get(key)), visible=memory.chosen.get(key)
            )
            for key in keys
            if key in memory.widths or key in memory.chosen
        ),
    )


def _rounded(width: float | None) -> float | None:
    return None if width is None else round(width, 1)
