"""How wide the columns of the map are: never too narrow for a word, then alike if they can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil


def column_widths(
    least: Sequence[float], wanted: Sequence[float], room: float, most: float
) -> tuple[int, ...]:
    """Widths in pixels; together more than ``room`` only where the least widths are.

    Room beyond the least widths first goes to columns that want more, in proportion. What is left
    then goes to the narrowest columns; none grows beyond ``most`` for that.
    """
    missing = [max(0.0, want - width) for width, want in zip(least, wanted, strict=True)]
    room -= len(least)  # what rounding up may add
    spare = max(0.0, room - sum(least))
    share = min(1.0, spare / sum(missing)) if sum(missing) else 1.0
    widths = [width + lack * share for width, lack in zip(least, missing, strict=True)]
    level = _level(widths, min(room, most * len(widths)))
    return tuple(int(level) if width < level else ceil(width) for width in widths)


def _level(widths: Sequence[float], room: float) -> float:
    """The width up to which narrow columns are raised so that all of them fill the room."""
    wide = sorted(widths, reverse=True)
    while wide and wide[0] > room / len(wide):
        room -= wide.pop(0)
    return room / len(wide) if wide else 0.0
