"""From what a person typed to the medicine that it is.

A name wins as soon as it is whole: first as typed, then after strengths, dosing, forms, makers and
salts are taken away, in this order. Only where no stage gives a whole name are the longest names
among the words taken, and words that mean nothing are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from magdesk.knowledge.names.medicine_names import LocalForm
from magdesk.knowledge.names.medicine_spelling import Words, spellings
from magdesk.medicines.found import NO_RULE, OTHER, Found, without_no_rule
from magdesk.medicines.line import Line
from magdesk.medicines.medicine_index import Entry, MedicineIndex
from magdesk.medicines.noise import milligrams
from magdesk.medicines.suggestions import doubts, suggestions

MOST_WORDS = 60
"""A line with more words is no name of a medicine; the rest is not looked at."""


def find(index: MedicineIndex, typed: str) -> Found:
    """What one line is: a name with strength, form and maker, or a word such as *water tablet*."""
    unknown = Found(typed, "unknown")
    for words in spellings(typed):
        found = _Reading(index, typed, words[:MOST_WORDS]).found()
        if found.kind != "unknown":
            return found
        unknown = unknown if unknown.did_you_mean else found
    return unknown


class _Reading:
    """One line while it is read."""

    def __init__(self, index: MedicineIndex, typed: str, words: Words) -> None:
        self.index = index
        self.typed = typed
        self.line = Line(index, words)

    def found(self) -> Found:
        """The line as typed, in its local form, stage by stage, and then name by name."""
        as_typed = self.index.lookup(self.line.words)
        if as_typed is not None:
            return self._result([as_typed])
        local = self._in_local_form()
        if local is not None:
            return local
        whole = next(self.line.whole_names(), None)
        return self._by_names() if whole is None else self._result([whole])

    def _in_local_form(self) -> Found | None:
        """A cream or drops are not the tablet; rows that the form keeps count all the same."""
        words = self.index.noise.forms.left_over(self.line.words)  # liquid gels are no gel
        for form in self.index.rules.local:
            local = [word for word in words if self._is_local(word, form)]
            if local:
                return self._kept_in(form, local)
        return None

    def _is_local(self, word: str, form: LocalForm) -> bool:
        if word in self.index.local_words[form]:
            return not self._belongs_to_kept_name(word)
        ends = any(word.endswith(end) for end in form.endings)
        if not ends:
            return False
        entry = self.index.lookup((word,))
        return not suggestions(self.index, [word]) if entry is None else entry.ids == (NO_RULE,)

    def _belongs_to_kept_name(self, word: str) -> bool:
        """Whether a word is a part of a name that is no local form: *Di-Gel*."""
        names = (piece for piece in self.line.pieces if piece.entry and word in piece.words)
        return any(piece.entry and piece.entry.ids != (NO_RULE,) for piece in names)

    def _kept_in(self, form: LocalForm, local: Sequence[str]) -> Found:
        entries = [entry for entry in self.line.without(local).entries() if entry.medicine]
        if not entries:  # an inhaler of which no more is known
            entries = [entry for entry in self.line.entries() if entry.medicine]
        kept = self.index.named(form.keeps_names)
        ids = [
            row for entry in entries for row in entry.ids if row in form.keeps or entry.name in kept
        ]
        return self._counted(entries, ids or [NO_RULE])

    def _by_names(self) -> Found:
        """The names in the line; where another word is nearly one, the line counts as more."""
        entries, unread = self.line.entries(), self.line.unread()
        rows = self._ids(entries)
        only_salts = all(self.line.is_salt(entry) for entry in entries)
        if only_salts and (unread or not entries):
            offered = suggestions(self.index, unread)
            if not entries or offered or rows == (NO_RULE,):
                return Found(self.typed, "unknown", did_you_mean=offered)
        offered = doubts(self.index, self.line.core(), unread, rows)
        if offered and rows == (NO_RULE,):
            return Found(self.typed, "unknown", did_you_mean=offered)
        return self._result(entries, offered)

    def _result(self, entries: Sequence[Entry], offered: tuple[str, ...] = ()) -> Found:
        told = [self._by_strength(entry) for entry in entries]
        ids = self._ids(told)
        if any(entry.meanings for entry in told):
            names = tuple(dict.fromkeys(entry.name for entry in told))
            return Found(self.typed, "choose", ids, offered, names)
        return self._counted(told, (*ids, OTHER) if offered else ids, offered)

    def _ids(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """The rows of these names, each once; those to choose from keep ``no_rule``."""
        injected = not self.index.injection_words.isdisjoint(self.line.words)
        becomes = self.index.rules.by_injection.becomes if injected else {}
        rows = chain(
            (becomes.get(row, row) for entry in entries for row in entry.ids),
            self._added_rows(entries),
        )
        once = tuple(dict.fromkeys(rows))
        return once if any(entry.meanings for entry in entries) else without_no_rule(once)

    def _added_rows(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Rows that words such as *comp* add to these names."""
        for addition, words, names in self.index.additions:
            follows = any(
                entry.name in names or not set(addition.after_rows).isdisjoint(entry.ids)
                for entry in entries
            )
            if follows and not words.isdisjoint(self.line.words):
                yield addition.adds

    def _by_strength(self, entry: Entry) -> Entry:
        """The name with the rows of the use that the strength tells."""
        for rule, names in self.index.strengths:
            strength = milligrams(self.typed) if entry.name in names else None
            if strength is not None and strength <= rule.up_to_mg:
                return Entry(entry.name, rule.up_to)
            if strength is not None and strength >= rule.from_mg:
                return Entry(entry.name, rule.from_)
        return entry

    def _counted(
        self, entries: Iterable[Entry], ids: Sequence[str], offered: tuple[str, ...] = ()
    ) -> Found:
        rows = without_no_rule(ids)
        return Found(
            self.typed,
            "no_rule" if rows == (NO_RULE,) else "recognised",
            rows,
            offered,
            tuple(dict.fromkeys(entry.name for entry in entries)),
            tuple(row for row in rows if row in self.index.conditional),
        )
