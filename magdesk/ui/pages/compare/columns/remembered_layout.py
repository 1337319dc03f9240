"""What the comparison remembers from day to day."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt

from magdesk.ui.grids.declared_columns import COLUMNS, PLACES
from magdesk.ui.grids.row_order import Order, first_only
from magdesk.ui.pages.compare.columns.column_layout import USUAL_ORDER, ColumnChoices
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import ColumnState, PaneState, SortOrder

_ORDERS = {False: Qt.SortOrder.AscendingOrder, True: Qt.SortOrder.DescendingOrder}
PANE_WIDTH_U = 300.0


class CompareMemory(msgspec.Struct, frozen=True):
    """Order of the rows, columns and pane."""

    orders: tuple[Order, ...] = first_only(0, COLUMNS[0].first_order)
    pane_width_u: float = PANE_WIDTH_U
    pane_open: bool = True
    columns: ColumnChoices = msgspec.field(default_factory=ColumnChoices)


def read_memory(settings: Settings) -> CompareMemory:
    """What was remembered; what is missing or no longer known has its default."""
    values, plain = settings.values, CompareMemory()
    pane = values.pane or PaneState(width_u=plain.pane_width_u)
    return CompareMemory(
        orders=_known_orders(settings) or plain.orders,
        pane_width_u=pane.width_u,
        pane_open=pane.open,
        columns=ColumnChoices(
            widths={row.key: row.width_u for row in values.columns if row.width_u is not None},
            chosen={row.key: row.visible for row in values.columns if row.visible is not None},
            order=tuple(row.key for row in values.columns),
        ),
    )


def write_memory(settings: Settings, memory: CompareMemory) -> None:
    """Keep it; columns by key in their order, and only as much as the user chose."""
    first, *then = (
        SortOrder(key=COLUMNS[place].key, descending=order == _ORDERS[True])
        for place, order in memory.orders
    )
    settings.change(
        sort=first,
        sort_then=tuple(then),
        pane=PaneState(width_u=round(memory.pane_width_u, 1), open=memory.pane_open),
        columns=_column_states(memory.columns),
    )


def _known_orders(settings: Settings) -> tuple[Order, ...]:
    values = settings.values
    kept = tuple(sort for sort in (values.sort, *values.sort_then) if sort is not None)
    known = tuple(sort for sort in kept if sort.key in PLACES)
    if known != kept:  # a column that is no more is not remembered either
        settings.change(sort=next(iter(known), None), sort_then=known[1:])
    return tuple({PLACES[sort.key]: _ORDERS[sort.descending] for sort in known}.items())


def _column_states(choices: ColumnChoices) -> tuple[ColumnState, ...]:
    """Every column where the order was changed, else those that were chosen or widened."""
    moved = choices.order != USUAL_ORDER
    return tuple(
        ColumnState(
            key=key, width_u=_rounded(choices.widths.get(key)), visible=choices.chosen.get(key)
        )
        for key in choices.order
        if moved or key in choices.widths or key in choices.chosen
    )


def _rounded(width: float | None) -> float | None:
    return None if width is None else round(width, 1)
