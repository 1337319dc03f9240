"""Settles what items mean by their neighbours: bare figures, ranges, salts of other minerals."""

from __future__ import annotations

import re
from dataclasses import replace

from magdesk.intake.label.item_kinds import AMOUNT, FOREIGN, FORM, OTHER, WORD
from magdesk.intake.label.label_items import Item, Items
from magdesk.intake.numbers import Number
from magdesk.knowledge.records.label_records import LabelWords

_BARE_AMOUNT = re.compile(r"[FMO](?:\(M\))?[hb:]*(N)(?![tqsdcV2/:-])")


def settled(items: Items, words: LabelWords) -> Items:
    """Figures right behind a name are mg: "magnesium citrate 400"; salts of other minerals go."""
    row = list(items.row)
    _leave_out_other_minerals(row, items)
    _leave_out_other_days(row, items.letters, words)
    for match in re.finditer(r"Fw?f(M)", items.letters):  # "citrate of magnesium"
        row[match.start(1)] = replace(row[match.start(1)], kind=WORD)
    changed = replace(items, row=tuple(row))
    for match in _BARE_AMOUNT.finditer(changed.letters):
        row[match.start(1)] = replace(row[match.start(1)], kind=AMOUNT, unit="mg")
    for match in re.finditer(r"N[2-]A", replace(items, row=tuple(row)).letters):
        low, high = row[match.start()], row[match.end() - 1]
        factor = high.value / Number(1, high.unit).mg  # the unit stands behind the higher end only
        if 0 < low.value < factor:
            row[match.end() - 1] = replace(high, low=high.value * low.value / factor)
            row[match.start()] = replace(low, kind=WORD)
            row[match.start() + 1] = replace(row[match.start() + 1], kind=WORD)
    return replace(items, row=tuple(row))


def _leave_out_other_minerals(row: list[Item], items: Items) -> None:
    for at, item in items.of_kind(FORM, OTHER):
        if at and row[at - 1].kind == FOREIGN and not item.words[0].endswith("magnesium"):
            row[at] = replace(item, kind=FOREIGN)
    for match in re.finditer(r"Ff(?=X)", items.letters):  # "oxyde de calcium"
        row[match.start()] = replace(row[match.start()], kind=FOREIGN)


def _leave_out_other_days(row: list[Item], letters: str, words: LabelWords) -> None:
    """Leave out figures that tell how seldom it is taken: they count nothing within a day."""
    for match in re.finditer(r".(N)\|?d", letters):  # "every 2 days"
        if row[match.start()].text in words.every:
            row[match.start(1)] = replace(row[match.start(1)], kind=WORD)
    for match in re.finditer(r"T[pw]?(w)", letters):  # "twice a week"
        if row[match.start(1)].text in words.week:
            row[match.start()] = replace(row[match.start()], kind=WORD)
