"""Words beside a name: strengths, forms, makers, salts, and the words of everyday speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from magdesk.knowledge.names.medicine_names import MedicineNames
from magdesk.knowledge.names.medicine_spelling import Words, all_spellings, spellings

_COUNTED = re.compile(r"(\d+)([^\W\d_]+)")
_MILLIGRAMS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(mg|milligramm?s?|milligrams|g|gramm?|grams)?\b", re.IGNORECASE
)
SMALLEST_PLAIN_STRENGTH = 50
"""A smaller number without a unit counts tablets or times a day."""


class Phrases:
    """Words and phrases that are taken out of a line."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words = all_spellings(texts)
        self._longest = max(map(len, self.words))

    def __contains__(self, word: object) -> bool:
        return (word,) in self.words

    def left_over(self, words: Sequence[str]) -> list[str]:
        """The words that belong to none of the phrases, a plural -s or -n aside."""
        left: list[str] = []
        at = 0
        while at < len(words):
            length = self._length_at(words, at)
            if not length:
                left.append(words[at])
            at += length or 1
        return left

    def _length_at(self, words: Sequence[str], at: int) -> int:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            *first, last = words[at : at + length]
            endings = (last, last[:-1]) if len(last) > 2 and last[-1] in "sn" else (last,)
            if any((*first, ending) in self.words for ending in endings):
                return length
        return 0


class Noise:
    """The words around the names, ready to be taken away in order."""

    def __init__(self, names: MedicineNames) -> None:
        noise = names.noise
        self.units = Phrases(noise.units)
        self.dosing = Phrases((*noise.dosing, *noise.counting))
        self.counting = Phrases(noise.counting)
        self.forms = Phrases(noise.forms)
        self.makers = Phrases(noise.makers)
        self.salts = Phrases(noise.salts)
        self.fillers = Phrases(noise.fillers)
        self._class_words = Phrases(names.class_words.words)
        self._glued = sorted(
            {words[0] for text in noise.glued for words in spellings(text)}, key=len, reverse=True
        )

    def is_class_word(self, word: str) -> bool:
        """Whether it is a word such as *tablet* or *pills*."""
        return not self._class_words.left_over((word,))

    def parted(self, words: Iterable[str]) -> Words:
        """The words, each number parted from the unit that is glued to it."""
        parted: list[str] = []
        for word in words:
            counted = _COUNTED.fullmatch(word)
            glued = counted is not None and (counted[2] in self.units or counted[2] in self.dosing)
            parted += (counted[1], counted[2]) if counted and glued else (word,)
        return tuple(parted)

    def without_strengths(self, words: Sequence[str]) -> list[str]:
        """The words without units and the numbers before them: ``20 mg``, ``12.5 mg``."""
        left: list[str] = []
        for word in words:
            if word in self.units:
                while left and left[-1].isdigit():
                    left.pop()
            else:
                left.append(word)
        return left

    def without_dosing(self, words: Sequence[str]) -> list[str]:
        """The words without numbers and *twice daily*."""
        return [word for word in self.dosing.left_over(words) if not word.isdigit()]

    def without_noise(self, words: Sequence[str]) -> list[str]:
        """The words that may say which medicine is meant."""
        left = self.without_dosing(self.without_strengths(words))
        for phrases in (self.fillers, self.forms, self.makers, self.salts):
            left = phrases.left_over(left)
        return left

    def unglued(self, word: str) -> str | None:
        """A German word without the salt or form that is glued to its end; None without one."""
        for ending in self._glued:
            for tail in (ending, f"{ending}n", f"{ending}s"):
                if word.endswith(tail) and len(word) > len(tail) + 2:
                    return word[: -len(tail)]
        return None


def milligrams(text: str) -> float | None:
    """The strength that a line names: the first with a unit, else the first large number."""
    plain: list[float] = []
    for number, unit in _MILLIGRAMS.findall(text):
        value = float(number.replace(",", "."))
        if unit:
            return value * (1000 if unit.lower().startswith("g") else 1)
        plain.append(value)
    return next((value for value in plain if value >= SMALLEST_PLAIN_STRENGTH), None)
