"""Finding the names of forms inside a longer text, word by word, the longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec

from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.names.name_index import MAGNESIUM, NameIndex
from magdesk.knowledge.names.name_records import OtherName

_BRANDS_OF_CHELATES = frozenset({"traacs", "albion"})
"""Names of a maker, printed beside several salts."""


class Mention(msgspec.Struct, frozen=True):
    """One name in a text."""

    words: int
    """How many words it takes."""
    forms: tuple[str, ...] = ()
    other: OtherName | None = None


class MentionFinder:
    """Knows every whole name by its folded words."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def at(self, words: Sequence[str]) -> Mention | None:
        """The longest name with which these folded words begin; "magnesium" may stand before it."""
        best = self._longest(words, 0)
        if words and words[0] == MAGNESIUM:
            behind = self._longest(words[1:], 1)
            if behind and (best is None or behind.words > best.words):
                best = behind
        return best

    def parted(self, word: str) -> list[str] | None:
        """The words that a German compound runs together, None where it is no such compound."""
        for start in (MAGNESIUM, "trimagnesium", "dimagnesium"):
            if word.startswith(start) and word != start:
                rest = self._known_parts(word.removeprefix(start))
                return [start, *rest] if rest else None
        parts = self._known_parts(word)
        return parts if parts and len(parts) > 1 else None

    def _known_parts(self, word: str) -> list[str]:
        if word in self._single_words:
            return [word]
        for cut in range(len(word) - 3, 3, -1):
            if word[:cut] in self._single_words and (rest := self._known_parts(word[cut:])):
                return [word[:cut], *rest]
        return []

    def _longest(self, words: Sequence[str], before: int) -> Mention | None:
        for length in range(min(len(words), self._most_words), 0, -1):
            found = self._names.get(tuple(words[:length]))
            if found:
                return Mention(length + before, found.forms, found.other)
        return None

    @cached_property
    def _names(self) -> Mapping[tuple[str, ...], Mention]:
        names: dict[tuple[str, ...], tuple[str, ...]] = {}
        for form in self._index.forms.values():
            hydrates = {variant.name for variant in form.variants}
            for name in self._index.names_of(form.id):
                key = tuple(folded(name).split())
                if name not in hydrates and key[0] not in _BRANDS_OF_CHELATES:
                    names[key] = (*names.get(key, ()), form.id)
            for formula in (form.formula, *(variant.formula for variant in form.variants)):
                key = (folded(formula or "").replace(" ", ""),)
                if key != ("",) and form.id not in names.get(key, ()):
                    names[key] = (*names.get(key, ()), form.id)
        found = {key: Mention(len(key), forms=forms) for key, forms in names.items()}
        for other in self._index.names.others:
            for name in other.names:
                key = tuple(folded(name).split())
                if key not in found:
                    found[key] = Mention(len(key), forms=other.forms, other=other)
        return found

    @cached_property
    def _most_words(self) -> int:
        return max(map(len, self._names))

    @cached_property
    def _single_words(self) -> frozenset[str]:
        """Words of one piece that compounds are made of."""
        salts = {key[0] for key in self._names if len(key) == 1 and len(key[0]) > 3}
        salts |= {
            "hydrochlorid",
            "hydrochloride",
            "pulver",
            "kapseln",
            "kapsel",
            "tabletten",
            "tablette",
            "chelat",
            "komplex",
            "salz",
            "dicitrat",
            "dicitrate",
        }
        water = ("hemi", "mono", "di", "tri", "tetra", "penta", "hexa", "hepta", "okta", "nona")
        salts |= {f"{count}hydrat{ending}" for count in water for ending in ("", "e")}
        return frozenset(word for word in salts if re.fullmatch(r"[^\W\d]+", word))
