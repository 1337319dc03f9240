"""Amounts for a measure that does not tell a portion: "per 100 g", "mg/mL"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from magdesk.intake.label.amounts import Stated
from magdesk.intake.label.item_kinds import AMOUNT, MEASURE, OF, VOLUME, WORD
from magdesk.intake.label.label_items import Item, Items
from magdesk.intake.label.servings import Servings

_HUNDRED_G_IN_MG, _KG_IN_MG = 1e5, 1e6
_WEIGHED = ("g", "kg")
_NO_PORTION_ML = (100, 1000)
_FOR_EACH = ("per", "pro", "par")
"""What stands behind one of these, as in "125 mg per 1500 mg", is what an amount is for."""
_IN_BRACKETS = re.compile(r"[sqQ]\((A)\)(?![FMO])")
_LATER_BASIS = re.compile(r"[mQVsDdqk](?=[^mQVsDdqk]*$)")


def with_measures(items: Items, drinks: Container[str]) -> Items:
    """The items with "100 g", a glass of water and the weight of a portion as what they are."""
    row = list(items.row)
    for at, item in enumerate(row[:-1]):
        behind = row[at + 2 if row[at + 1].kind == OF else at + 1 :]
        if item.kind == VOLUME and behind and behind[0].text in drinks:
            row[at] = replace(item, kind=WORD)  # "in 200 ml water"
    for match in re.finditer(r"(?:[p/][wN]*)([AV])|([AV])(?=[w]*C)", items.letters):
        at = match.start(1 if match[1] else 2)
        if _is_no_portion(row[at]):
            row[at] = replace(row[at], kind=MEASURE)
    if any(item.kind == AMOUNT and item.unit not in _WEIGHED for item in row):
        for match in _IN_BRACKETS.finditer(items.letters):
            if row[match.start(1)].unit in _WEIGHED:  # "a portion (6 g) 375 mg"
                row[match.start(1)] = replace(row[match.start(1)], kind=WORD)
    return replace(items, row=tuple(row))


def _is_no_portion(item: Item) -> bool:
    """Whether it is 100 g, 1 kg, 100 mL or a litre."""
    if item.kind == AMOUNT and item.unit in _WEIGHED:
        return item.value in (_HUNDRED_G_IN_MG, _KG_IN_MG)
    return item.kind == VOLUME and item.value in _NO_PORTION_ML


def is_of_measure(items: Items, at: int) -> bool:
    """Whether a figure is for 100 g or the like, and not for a portion."""
    behind = re.match(r"[wE)MFfhu(]*?[p/]+[wN]*([mQVsDdq])", items.letters[at + 1 :])
    if behind:
        return behind[1] == MEASURE
    heading = _LATER_BASIS.search(items.letters[:at])
    return heading is not None and heading[0] == MEASURE


def for_a_portion(items: Items, stated: Sequence[Stated]) -> list[Stated]:
    """The amounts that are for a portion, and not for 100 g or the like."""
    kept = [one for one in stated if not is_of_measure(items, one.at)]
    others = [one for one in kept if items.row[max(0, one.at - 1)].text not in _FOR_EACH]
    return others or kept


def volume_in_doubt(
    items: Items, stated: Sequence[Stated], taken: Servings
) -> tuple[Item | None, bool]:
    """A volume that may be taken or be the bottle, and whether what is taken has to be asked.

    So it is where an amount is for 1 mL and nothing says how much is taken.
    """
    for_one = any(_is_for_one_ml(items, one.at) for one in stated)
    if not for_one or taken.pieces is not None or taken.pieces_a_day is not None:
        return None, False
    return next((item for _, item in items.of_kind(VOLUME) if item.value != 1), None), True


def _is_for_one_ml(items: Items, at: int) -> bool:
    behind = re.match(r"[wE)MFfh(]*[p/]+V", items.letters[at + 1 :])
    if behind:
        return items.row[at + behind.end()].value == 1
    before = re.search(r"V[w)]*[CW:][^|A]*$", items.letters[:at])
    return before is not None and items.row[before.start()].value == 1
