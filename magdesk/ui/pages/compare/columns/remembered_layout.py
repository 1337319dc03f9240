"""What the comparison remembers from day to day."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt

from magdesk.ui.grids.declared_columns import FORM, Columns
from magdesk.ui.grids.row_order import Order, first_only
from magdesk.ui.pages.compare.columns.column_layout import ColumnChoices
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import ColumnState, PaneState, SortOrder

_ORDERS = {False: Qt.SortOrder.AscendingOrder, True: Qt.SortOrder.DescendingOrder}
PANE_WIDTH_U = 284.0
_EARLIER = {"cramps": "trials", "rating": "article"}
"""Keys of columns that have another one today."""


class CompareMemory(msgspec.Struct, frozen=True):
    """Order of the rows, columns and pane."""

    orders: tuple[Order, ...] = first_only(0, FORM.first_order)
    pane_width_u: float = PANE_WIDTH_U
    pane_open: bool = True
    columns: ColumnChoices = msgspec.field(default_factory=ColumnChoices)


def read_memory(settings: Settings, every: Columns) -> CompareMemory:
    """What was remembered; what is missing or no longer known has its default."""
    values, plain = settings.values, CompareMemory()
    pane = values.pane or PaneState(width_u=plain.pane_width_u)
    return CompareMemory(
        orders=_known_orders(settings, every) or plain.orders,
        pane_width_u=pane.width_u,
        pane_open=pane.open,
        columns=ColumnChoices(
            widths={
                _today(row.key): row.width_u for row in values.columns if row.width_u is not None
            },
            chosen={
                _today(row.key): row.visible for row in values.columns if row.visible is not None
            },
            order=tuple(_today(row.key) for row in values.columns),
        ),
    )


def write_memory(settings: Settings, memory: CompareMemory, every: Columns) -> None:
    """Keep it; columns by key in their order, and only as much as the user chose."""
    first, *then = (
        SortOrder(key=every[place].key, descending=order == _ORDERS[True])
        for place, order in memory.orders
    )
    settings.change(
        sort=first,
        sort_then=tuple(then),
        pane=PaneState(width_u=round(memory.pane_width_u, 1), open=memory.pane_open),
        columns=_column_states(memory.columns, every),
    )


def _known_orders(settings: Settings, every: Columns) -> tuple[Order, ...]:
    values = settings.values
    kept = tuple(sort for sort in (values.sort, *values.sort_then) if sort is not None)
    known = tuple(sort for sort in kept if _today(sort.key) in every)
    if known != kept:  # a column that is no more is not remembered either
        settings.change(sort=next(iter(known), None), sort_then=known[1:])
    return tuple(
        {every.place_of(_today(sort.key)): _ORDERS[sort.descending] for sort in known}.items()
    )


def _column_states(choices: ColumnChoices, every: Columns) -> tuple[ColumnState, ...]:
    """Every column where the order was changed, else those that were chosen or widened."""
    moved = choices.order not in ((), every.keys)
    return tuple(
        ColumnState(
            key=key, width_u=_rounded(choices.widths.get(key)), visible=choices.chosen.get(key)
        )
        for key in choices.order
        if moved or key in choices.widths or key in choices.chosen
    )


def _rounded(width: float | None) -> float | None:
    return None if width is None else round(width, 1)


def _today(key: str) -> str:
    return _EARLIER.get(key, key)
