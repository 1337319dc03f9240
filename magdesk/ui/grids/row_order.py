"""Putting rows in order by meaning: unknown values last both ways, equal values by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

SortKey = tuple[bool, Any]
"""``(missing, value)``; values of one column compare with one another."""

Order = tuple[int, Qt.SortOrder]
"""The place of a column in the model, and the direction."""


def arranged(keys: Sequence[SortKey], order: Qt.SortOrder, places: Sequence[int]) -> list[int]:
    """The places in the order of their keys, those without a value at the end.

    Places with equal keys stay as they are in both directions.
    """
    known = [place for place in places if not keys[place][0]]
    known.sort(key=lambda place: keys[place][1], reverse=order == Qt.SortOrder.DescendingOrder)
    return known + [place for place in places if keys[place][0]]


def first_only(place: int, order: Qt.SortOrder) -> tuple[Order, ...]:
    """The order by one column."""
    return ((place, order),)


def turned(order: Qt.SortOrder) -> Qt.SortOrder:
    """The other direction."""
    rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    return falling if order == rising else rising


def with_key(orders: Sequence[Order], place: int, first_order: Qt.SortOrder) -> tuple[Order, ...]:
    """The orders with one more column, or with one changed that was there.

    Asked for again, a column turns; asked for a third time, it goes. The only one never goes.
    """
    given = dict(orders)
    if place not in given:
        return (*orders, (place, first_order))
    if given[place] == first_order or len(given) == 1:
        given[place] = turned(given[place])
    else:
        del given[place]
    return tuple(given.items())
