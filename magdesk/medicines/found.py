"""What became of a line that a person typed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

NO_RULE = "no_rule"
OTHER = "other"

Kind = Literal["recognised", "no_rule", "choose", "unknown"]


class Found(msgspec.Struct, frozen=True):
    """One line, and the rows of ``medicines.toml`` that it belongs to."""

    typed: str
    kind: Kind
    ids: tuple[str, ...] = ()
    """*choose*: the rows to offer; *unknown*: none, and the line counts as ``other``."""
    did_you_mean: tuple[str, ...] = ()
    """At most three names, to be offered and never ticked; ``find`` tells what each is for.

    A line that was recognised has some where another word of it is nearly a name: until that is
    cleared the line counts as ``other`` as well, and ``ids`` say so.
    """
    names: tuple[str, ...] = ()
    """The names that were recognised, as the knowledge writes them."""
    conditions: tuple[str, ...] = ()
    """Those of ``ids`` whose condition has to be asked before they count."""


def ticks(found: Found, chosen: Collection[str] = ()) -> tuple[str, ...]:
    """The rows that a line ticks, once it is answered.

    ``chosen`` holds what the person chose of a *choose* line, or the conditions that are met. A
    condition that is not met counts as ``no_rule``, which does not stand beside another row.
    """
    if found.kind == "unknown":
        return (OTHER,)
    if found.kind == "choose":
        ids = [row for row in found.ids if row in chosen]
    else:
        ids = [
            row if row not in found.conditions or row in chosen else NO_RULE for row in found.ids
        ]
    return without_no_rule(ids)


def without_no_rule(ids: Collection[str]) -> tuple[str, ...]:
    """Each row once, in order; ``no_rule`` only where it is the only one."""
    once = tuple(dict.fromkeys(ids))
    return tuple(row for row in once if row != NO_RULE) or once
