"""*Did you mean …?*: names that are a typing error away, to be offered and never ticked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice

from magdesk.medicines.medicine_index import MedicineIndex

MOST = 3
SHORTEST = 3
LONGEST_WITH_ONE_ERROR = 6
"""Up to six letters one error is taken for one, in longer words two."""
MOST_WORDS = 5
"""Words of a line that are tried; more make no name."""
SHORTEST_BESIDE_A_NAME = 6
"""Shorter words beside a name are makers and the like more often than they are medicines."""


def suggestions(index: MedicineIndex, words: Sequence[str]) -> tuple[str, ...]:
    """At most three names that the words together, or one of them, may have meant."""
    tried = ["".join(words), *words[:MOST_WORDS]] if len(words) > 1 else words
    return _first(name for word in tried for name in _near(index, word))


def doubts(
    index: MedicineIndex, whole: Sequence[str], unread: Sequence[str], rows: Collection[str]
) -> tuple[str, ...]:
    """At most three names that a line may have meant beside or instead of what was found in it.

    Each would add a row to those found: *captopril HTC* is hardly captopril alone. ``whole`` are
    the words of the line, ``unread`` those of them that are no name.
    """
    if not unread:
        return ()
    long = [word for word in unread[:MOST_WORDS] if len(word) >= SHORTEST_BESIDE_A_NAME]
    names = chain(
        _near(index, "".join(whole), most=1), (name for word in long for name in _near(index, word))
    )
    return _first(name for name in names if not set(index.rows_of[name]) <= set(rows))


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(dict.fromkeys(names), MOST))


def _near(index: MedicineIndex, typed: str, most: int | None = None) -> Iterator[str]:
    """Names within the distance, nearest first, without those to be kept apart from this one."""
    if not SHORTEST <= len(typed) <= index.spelled.longest + 2:
        return
    if most is None:
        most = 1 if len(typed) <= LONGEST_WITH_ONE_ERROR else 2
    apart = index.kept_apart(typed)
    near = []
    for spelling, name in index.spelled.about_as(typed, most):
        errors = distance(typed, spelling, most)
        if errors <= most and name not in apart:
            near.append((errors, spelling[0] != typed[0], abs(len(spelling) - len(typed)), name))
    yield from (name for *_, name in sorted(near))


def distance(one: str, other: str, most: int) -> int:
    """Letters more, less, other or changed with their neighbour; ``most + 1`` for any more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) >= most:
            return most + 1
    return min(row[-1], most + 1)
