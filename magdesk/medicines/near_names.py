"""All names in one word each, sorted out by length and letters, so that few are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from magdesk.knowledge.names.medicine_spelling import spellings


class NearNames:
    """Spellings of names, by their length and the letters in them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
        for name in names:
            for words in spellings(name):
                joined = "".join(words)
                self._by_length[len(joined)].append((_letters(joined), joined, name))
        self.longest = max(self._by_length)

    def about_as(self, typed: str, errors: int) -> Iterator[tuple[str, str]]:
        """Spelling and name of all that may lie within so many errors of what is typed.

        An error changes the set of letters by two at most, so most names fall out unread.
        """
        letters, most = _letters(typed), 2 * errors
        for length in range(len(typed) - errors, len(typed) + errors + 1):
            for others, spelling, name in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() <= most:
                    yield spelling, name

    def holding(self, part: str) -> Iterator[tuple[int, str]]:
        """Where the part stands in a spelling, and the name."""
        for rows in self._by_length.values():
            for _, spelling, name in rows:
                place = spelling.find(part)
                if place >= 0:
                    yield place, name


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits
