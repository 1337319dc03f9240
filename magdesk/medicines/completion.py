"""Names to choose from while a person is still typing."""

from __future__ import annotations

from itertools import islice

import msgspec

from magdesk.knowledge.names.medicine_spelling import spellings
from magdesk.medicines.medicine_index import MedicineIndex

SHORTEST = 3
"""Fewer letters would find half of all names."""


class Completion(msgspec.Struct, frozen=True):
    """A name that holds what was typed, and the rows that it belongs to."""

    name: str
    ids: tuple[str, ...]


def complete(index: MedicineIndex, part: str, most: int = 10) -> tuple[Completion, ...]:
    """Names that begin with the part, then names that hold it; none under three letters."""
    places: dict[str, int] = {}
    for words in spellings(part):
        joined = "".join(words)
        if len(joined) >= SHORTEST:
            for place, name in index.spelled.holding(joined):
                places[name] = min(place, places.get(name, place))
    first = sorted(places, key=lambda name: (places[name] > 0, name.casefold()))
    return tuple(Completion(name, index.rows_of[name]) for name in islice(first, most))
