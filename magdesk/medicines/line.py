"""A line that was typed, taken apart into names and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from magdesk.knowledge.names.medicine_spelling import Words, spellings
from magdesk.medicines.medicine_index import Entry, MedicineIndex

Cut = Callable[[Sequence[str]], Sequence[str]]


class Piece(msgspec.Struct, frozen=True):
    """One word, or the words of a name that no stage takes apart: *Tylenol 3*, *zinc sulfate*."""

    words: Words
    entry: Entry | None = None


Pieces = tuple[Piece, ...]


class Line:
    """Words in their order, and what the index knows of them."""

    def __init__(self, index: MedicineIndex, words: Iterable[str]) -> None:
        self.index = index
        self.words: Words = index.noise.parted(words)
        self.pieces = tuple(self._longest_names())

    def whole_names(self) -> Iterator[Entry]:
        """The line's one name, where a stage leaves nothing beside it; earlier stages first."""
        if (entry := self.index.lookup(self.words)) is not None:
            yield entry
        for pieces in self._stages():
            entry = self._whole(pieces)
            if entry is not None and not self._is_one_mineral_of_several(entry):
                yield entry

    def without(self, words: Iterable[str]) -> Line:
        """The line without these words."""
        gone = frozenset(words)
        return Line(self.index, (word for word in self.words if word not in gone))

    def entries(self) -> list[Entry]:
        """The longest names in the line; a class yields to a medicine, a salt to its name."""
        found = [(piece, self._entry(piece)) for piece in self.pieces]
        entries = [entry for _, entry in found if entry is not None]
        entries = [entry for entry in entries if entry.medicine] or entries
        named = [entry for entry in entries if not self.is_salt(entry)]
        if all(entry.name in self.index.minerals for entry in named):
            return entries
        return named

    def core(self) -> list[str]:
        """The words without strengths, dosing, forms, makers and fillers, but with salts."""
        *_, pieces, _, _ = self._stages()
        return [word for piece in pieces for word in piece.words]

    def unread(self) -> list[str]:
        """Words that belong to no name and are not known to mean nothing."""
        noise, added = self.index.noise, self.index.added_words
        single = [piece.words[0] for piece in self.pieces if self._entry(piece) is None]
        left = noise.without_noise(single)
        return [word for word in left if word not in added]

    def is_salt(self, entry: Entry) -> bool:
        """Whether a name is the metal of a salt and no more: *magnesium*, *magnesium tablets*."""
        noise = self.index.noise
        bare = [noise.forms.left_over(words) for words in spellings(entry.name)]
        return any(len(words) == 1 and words[0] in noise.salts for words in bare)

    def _longest_names(self) -> Iterator[Piece]:
        at = 0
        while at < len(self.words):
            piece = self._name_at(at) or Piece((self.words[at],))
            yield piece
            at += len(piece.words)

    def _name_at(self, at: int) -> Piece | None:
        """The longest name of two words or more that begins here."""
        for end in range(min(at + self.index.longest, len(self.words)), at + 1, -1):
            words = self.words[at:end]
            entry = self.index.lookup(words)
            if entry is not None and not self._counts_times(words, end):
                return Piece(words, entry)
        return None

    def _counts_times(self, words: Words, end: int) -> bool:
        """Whether the last number counts how often: *Tylenol 3 times a day* is no *Tylenol 3*."""
        following = self.words[end : end + 1]
        return words[-1].isdigit() and any(word in self.index.noise.counting for word in following)

    def _stages(self) -> Iterator[Pieces]:
        noise = self.index.noise
        pieces = _cut(self.pieces, noise.without_strengths)
        yield pieces
        cuts: tuple[Cut, ...] = (
            noise.without_dosing,
            noise.fillers.left_over,
            noise.forms.left_over,
            noise.makers.left_over,
        )
        for cut in cuts:
            pieces = _cut(pieces, cut)
            yield pieces
        pieces = _cut(pieces, noise.salts.left_over) or pieces
        yield pieces
        yield tuple(
            piece if piece.entry else Piece((noise.unglued(piece.words[0]) or piece.words[0],))
            for piece in pieces
        )

    def _whole(self, pieces: Pieces) -> Entry | None:
        if len(pieces) == 1 and pieces[0].entry is not None:
            return pieces[0].entry
        return self.index.lookup(tuple(word for piece in pieces for word in piece.words))

    def _is_one_mineral_of_several(self, entry: Entry) -> bool:
        """Whether other minerals stand beside it, which would be taken for its salt."""
        return entry.name in self.index.minerals and len(self.entries()) > 1

    def _entry(self, piece: Piece) -> Entry | None:
        if piece.entry is not None:
            return piece.entry
        entry = self.index.lookup(piece.words)
        bare = self.index.noise.unglued(piece.words[0])
        return entry if entry is not None or bare is None else self.index.lookup((bare,))


def _cut(pieces: Iterable[Piece], cut: Cut) -> Pieces:
    """The pieces after a cut, which sees the words between the names and leaves the names whole."""
    left: list[Piece] = []
    for is_name, run in groupby(pieces, key=lambda piece: piece.entry is not None):
        if is_name:
            left += run
        else:
            left += (Piece((word,)) for word in cut([piece.words[0] for piece in run]))
    return tuple(left)
