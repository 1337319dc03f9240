"""An exact index of the names of medicines: a few lookups for each word that is typed.

A word matches with a final -e more or less and with a plural -s or -n; the words of a name match in
any order, and joined. Where two names would become one in this way, only the exact word matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import msgspec

from magdesk.knowledge.names.medicine_names import MedicineNames
from magdesk.knowledge.names.medicine_spelling import Words, all_spellings, spellings
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.medicines.near_names import NearNames
from magdesk.medicines.noise import Noise

ANY_CLASS_WORD = "*"
NAMED_AS_CLASS = frozenset({"tablet", "tablets", "capsules", "medicine"})
"""Names with these may be typed with another such word; *the pill* is one of its own."""
SHORTEST_WITH_ENDING = 5
"""Shorter words have no ending to lose: Azor, Unat and Skid stay what they are."""
SHORTEST_PLURAL = 4
"""PPIs are PPI; a shorter word ends in its own s."""


class Entry(msgspec.Struct, frozen=True):
    """A name with the rows that it belongs to, or that it may mean."""

    name: str
    ids: tuple[str, ...]
    meanings: bool = False
    """Whether the rows are offered and not ticked."""
    medicine: bool = True
    """False for a class or a complaint, which yields to a medicine in the same line."""


class MedicineIndex:
    """All names of medicines, to be looked up by their words."""

    def __init__(self, names: MedicineNames, medicines: Mapping[str, Medicine]) -> None:
        self.noise = Noise(names)
        self.rules = names
        self.entries = tuple(_entries(names))
        self.rows_of = {entry.name: entry.ids for entry in self.entries}
        self.conditional = frozenset(
            row for row, medicine in medicines.items() if medicine.condition is not None
        )
        self._exact: dict[Words, Entry] = {}
        self._inexact: dict[Words, Entry | None] = {}
        self._classes: dict[Words, Entry] = {}
        for entry in self.entries:
            self._add(entry)
        self.spelled = NearNames(entry.name for entry in self.entries)
        self._known_words = frozenset(word for words in self._inexact for word in words)
        self.longest = max(len(words) for words in self._exact)
        self._prepare_rules(names)

    def lookup(self, words: Words) -> Entry | None:
        """The name that these words are, all of them, in any order; None where they are none."""
        if not words or len(words) > self.longest:
            return None
        joined = ("".join(words),)
        exact = self._exact.get(_key(words)) or self._exact.get(joined)
        return exact or self._inexactly(words) or self._inexactly(joined) or self._class(words)

    def named(self, names: Iterable[str]) -> frozenset[str]:
        """The names of the entries that these names lead to."""
        found = (self.lookup(words) for name in names for words in spellings(name))
        return frozenset(entry.name for entry in found if entry is not None)

    def kept_apart(self, typed: str) -> frozenset[str]:
        """Names that are never offered for what is typed, which may be a name or a near one."""
        return self._apart.get(typed, frozenset())

    def _prepare_rules(self, names: MedicineNames) -> None:
        self.minerals = self.named(names.minerals.names)
        self.local_words = {form: words_in(form.words) for form in names.local}
        self.injection_words = words_in(names.by_injection.words)
        self.additions = [
            (addition, words_in(addition.words), self.named(addition.after_names))
            for addition in names.additions
        ]
        self.added_words = frozenset(word for _, words, _ in self.additions for word in words)
        self.strengths = [(rule, self.named(rule.names)) for rule in names.strengths]
        self._apart: dict[str, frozenset[str]] = {}
        for group in names.apart:
            together = self.named(group.names)
            for name in group.names:
                for words in spellings(name):
                    typed = "".join(words)
                    self._apart[typed] = self._apart.get(typed, frozenset()) | together

    def _add(self, entry: Entry) -> None:
        for words in spellings(entry.name):
            for form in {words, ("".join(words),)}:
                self._exact.setdefault(_key(form), entry)
                generic = entry.name.split()[-1].islower()
                key = _key(_without_endings(form, generic=generic))
                known = self._inexact.setdefault(key, entry)
                if known is not None and known.ids != entry.ids:
                    self._inexact[key] = None
            if NAMED_AS_CLASS & set(words):
                self._classes.setdefault(self._with_any_class_word(words), entry)

    def _with_any_class_word(self, words: Iterable[str]) -> Words:
        is_class_word = self.noise.is_class_word
        return _key(ANY_CLASS_WORD if is_class_word(word) else word for word in words)

    def _class(self, words: Words) -> Entry | None:
        key = self._with_any_class_word(words)
        return self._classes.get(key) if ANY_CLASS_WORD in key and len(key) > 1 else None

    def _inexactly(self, words: Words) -> Entry | None:
        if len(words) == 1 and self.noise.is_class_word(words[0]):
            return self._exact.get((words[0].removesuffix("n"),))  # a pill is no Pille
        choices = [self._readings(word) for word in words]
        if not all(choices):
            return None
        found = (self._inexact.get(_key(reading)) for reading in product(*choices))
        return next((entry for entry in found if entry is not None), None)

    def _readings(self, word: str) -> list[str]:
        """The word without its endings, as far as any name holds it."""
        readings = [_without_e(word)]
        if (word[-1] == "n" and len(word) >= SHORTEST_WITH_ENDING) or (
            word[-1] == "s" and len(word) >= SHORTEST_PLURAL
        ):
            readings.append(_without_e(word[:-1]))
        return [reading for reading in readings if reading in self._known_words]


def _entries(names: MedicineNames) -> Iterator[Entry]:
    for group in names.groups:
        yield from (Entry(name, group.ids) for name in group.names)
    for meaning in names.meanings:
        for name in meaning.names:
            yield Entry(name, meaning.ids, meanings=True, medicine=meaning.medicine)


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """All words of these texts, in every spelling."""
    return frozenset(word for words in all_spellings(texts) for word in words)


def _key(words: Iterable[str]) -> Words:
    return tuple(sorted(words))


def _without_endings(words: Sequence[str], *, generic: bool) -> list[str]:
    """Words of a name without a final -e, and its last without the plural -s of *Epsom salts*."""
    *first, last = words
    last = last[:-1] if generic and _is_plural(last) else last
    return [_without_e(word) for word in (*first, last)]


def _is_plural(word: str) -> bool:
    return len(word) >= SHORTEST_WITH_ENDING and word.endswith("s") and not word.endswith("ss")


def _without_e(word: str) -> str:
    return word[:-1] if len(word) >= SHORTEST_WITH_ENDING and word.endswith("e") else word
