"""Percentages on a label: of a reference value, or of the powder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdesk.intake.label.item_kinds import (
    BREAK,
    ELEMENTAL,
    FOREIGN,
    FORM,
    MAGNESIUM,
    OTHER,
    PERCENT,
)
from magdesk.intake.label.label_items import Item, Items

_MOST_SHARE = 60.31
"""No powder holds more magnesium than the oxide, in percent."""


def counted_percents(items: Items) -> Iterator[tuple[int, Item, bool]]:
    """Percentages of magnesium with their place, and whether each is a share of the powder."""
    for at, item in items.of_kind(PERCENT):
        behind = items.letters[at + 1 :]
        if re.match(r"[wf]*u", behind):
            continue  # "100 % vegan"
        elemental = re.match(r"[wf(]*E", behind) or re.search(r"E[:w]*$", items.letters[:at])
        of_powder = re.match(r"[wf]*M(?![rva])", behind) and not _amount_before(items, at)
        reference = re.search(r"[rva]w*$", items.letters[:at])
        share = bool(elemental or (of_powder and item.value <= _MOST_SHARE)) and not reference
        if share or not _is_foreign(items, at):
            yield at, item, share and not re.match(r"[wf]*[rva]", behind)


def _amount_before(items: Items, at: int) -> bool:
    """Whether magnesium itself is stated before the percentage in its sentence."""
    sentence = items.letters[:at].rpartition(BREAK)[2]
    return bool(re.search(r"M[^F|]*A[^F|]*$", sentence))


def _is_foreign(items: Items, at: int) -> bool:
    """Whether a percentage belongs to another substance: the nearest name before it."""
    for place in range(at - 1, -1, -1):
        kind = items.letters[place]
        if kind == FOREIGN:
            return True
        if kind in (FORM, MAGNESIUM, ELEMENTAL, OTHER):
            return False
    ahead = re.search(r"[XFMEO]", items.letters[at:])
    return bool(ahead) and ahead[0] == FOREIGN  # type: ignore[index]
