"""How the name of a medicine is compared: its words without case, accents, signs and marks."""

from __future__ import annotations

from collections.abc import Iterable

from magdesk.knowledge.names.letters import folded

_NOT_SPELLED = str.maketrans("", "", "'’‘`´®™©")  # noqa: RUF001
"""Signs that part no word: St John's wort, Centrum®."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"})

Words = tuple[str, ...]


def spelled(text: str) -> Words:
    """The words of a text, folded, an umlaut as two letters: *Eisenpräparat* has *ae*."""
    return tuple(folded(text.translate(_NOT_SPELLED).translate(_UMLAUTS)).split())


def spelled_plainly(text: str) -> Words:
    """The words of a text, folded, an umlaut as its plain letter: *Eisenpräparat* has *a*."""
    return tuple(folded(text.translate(_NOT_SPELLED)).split())


def spellings(text: str) -> tuple[Words, ...]:
    """Both ways to write the words of a text, or the one way where it has no umlaut."""
    both = (spelled(text), spelled_plainly(text))
    return both if both[0] != both[1] else both[:1]


def all_spellings(texts: Iterable[str]) -> frozenset[Words]:
    """Every way to write the words of these texts."""
    return frozenset(words for text in texts for words in spellings(text))
