"""Words that differ from a mistyped one by a sign or two."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4
"""Below this, too much is near."""
TWO_FROM = 6
"""From this length on, a word may differ in two signs."""


class NearWords:
    """Known words, held so that the few that can be near are found at once."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple((word, len(word), frozenset(word)) for word in known)

    def of(self, word: str) -> tuple[str, ...]:
        """The known words that a slip or two turn into this one, nearest first."""
        if len(word) < SHORTEST:
            return ()
        most = 2 if len(word) >= TWO_FROM else 1
        length, signs = len(word), frozenset(word)
        found = [
            (distance, other)
            for other, other_length, other_signs in self._known
            # each slip brings at most one sign that the other word lacks
            if -most <= other_length - length <= most
            and len(other_signs - signs) <= most
            and len(signs - other_signs) <= most
            and (distance := slips(word, other, most)) is not None
        ]
        return tuple(other for _, other in sorted(found))


def slips(one: str, other: str, most: int) -> int | None:
    """How many signs are wrong, missing, too many or swapped with their neighbour, up to a most."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for at, sign in enumerate(one, start=1):
        next_row = [at]
        for place, wanted in enumerate(other, start=1):
            cost = min(row[place], next_row[place - 1]) + 1
            cost = min(cost, row[place - 1] + (sign != wanted))
            if at > 1 and place > 1 and sign == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, before[place - 2] + 1)
            next_row.append(cost)
        if min(next_row) > most and min(row) > most:
            return None
        before, row = row, next_row
    return row[-1] if row[-1] <= most else None
