"""Letters as they are compared: without case, accents and signs that nobody sees.

A decomposed accent, a Turkish dotted or dotless i, a full-width letter, a soft hyphen or a Cyrillic
letter that looks Latin makes no difference. Every folded sign still knows its place in the text.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache
from typing import NamedTuple

_ALIKE = str.maketrans(
    {
        # Cyrillic letters, then the Latin ones that they look like
        **dict(zip("асеіјорѕухѵ", "aceijopsuxv", strict=True)),  # noqa: RUF001
        "\u0131": "i",  # Turkish, without its dot
        "ø": "o",
        "ł": "l",
        "đ": "d",
    }
)
"""Letters that Unicode does not take apart, but which look like, or stand for, a plain one."""

_PARTING = str.maketrans(dict.fromkeys(string.punctuation, " "))

_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Categories of signs that are laid over a letter or show nothing."""


def is_noncharacter(sign: str) -> bool:
    """Return whether Unicode will never give the sign a meaning."""
    place = ord(sign)
    return 0xFDD0 <= place <= 0xFDEF or place & 0xFFFE == 0xFFFE


class Word(NamedTuple):
    """A folded word, and from which place of the text each of its signs came."""

    text: str
    places: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the word begins."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.places[-1] + 1

    def span(self, length: int) -> tuple[int, int]:
        """Where its first ``length`` signs begin and end."""
        return self.places[0], self.places[length - 1] + 1


def folded(text: str) -> str:
    """The text's words, folded, parted by single spaces."""
    if text.isascii() and text.isprintable():  # as nearly all are, and ten times as fast
        return " ".join(text.translate(_PARTING).lower().split())
    return " ".join(word.text for word in words(text))


def words(text: str) -> list[Word]:
    """The words of a text, folded, in order; every sign between letters and figures parts them."""
    found: list[Word] = []
    signs: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        plain = _folded_sign(sign)
        if plain is None:
            continue  # it is not seen, so it does not part the word either
        if plain:
            signs += [(part, place) for part in plain]
        elif signs:
            found.append(_word(signs))
            signs = []
    return [*found, _word(signs)] if signs else found


def _word(signs: list[tuple[str, int]]) -> Word:
    return Word("".join(sign for sign, _ in signs), tuple(place for _, place in signs))


@cache
def _folded_sign(sign: str) -> str | None:
    """Letters and figures of one sign; empty for what parts words, None for what is not seen."""
    if unicodedata.category(sign) in _UNSEEN and not sign.isspace():
        return None
    if is_noncharacter(sign):
        return None
    parts = unicodedata.normalize("NFKD", sign.casefold()).translate(_ALIKE)
    return "".join(part for part in parts if part.isalnum())
