"""One index of names: which forms a person means by what was typed.

The search of the table and the reader of labels both ask it. A word is found from its start, in a
name or in a use; several words that follow each other in a name mean that name alone, so that
"magnesium malate" is not every form that is sold beside malate. Amounts are no part of a name.
A word with one letter off is offered and never taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from magdesk.knowledge.names.letters import Word, folded, words
from magdesk.knowledge.names.name_hits import Hits, Marks, Near, Span
from magdesk.knowledge.names.name_records import Names, OtherName
from magdesk.knowledge.names.one_letter_off import one_letter_off
from magdesk.knowledge.records.form_records import Form

MAGNESIUM = "magnesium"
_AMOUNT = re.compile(r"\d+(?:mg|g|mcg|ug|kg|µg|μg|mmol|meq|ml|iu|ie)?")
_UNITS = frozenset({"mg", "g", "mcg", "ug", "μg", "kg", "mmol", "meq", "ml", "iu", "ie"})
_SALT = re.compile(r"\w{3,}(?:ate|ide)")
_FORMULA = re.compile(r"\d*mg\w*[\do]\w*")
_ENDINGS = ("ings", "ing", "es", "s", "e")


class NameIndex:
    """Names, uses and other names of all forms, made once."""

    def __init__(self, forms: Iterable[Form], names: Names) -> None:
        self.forms = {form.id: form for form in forms}
        self.names = names
        more = {row.id: row.names for row in names.forms}
        self._names_of = {
            form.id: (*form_names(form), *more.get(form.id, ())) for form in self.forms.values()
        }
        self._magnesium = {
            folded(word) for row in names.synonyms if row.means == MAGNESIUM for word in row.words
        }

    def names_of(self, form: str) -> tuple[str, ...]:
        """All names of a form, as they are printed; the first is the one that is shown."""
        return self._names_of[form]

    def find(self, text: str) -> Hits:
        """The forms that a text means; nothing for a text without a word."""
        typed = self._typed(text)
        every = [word for word, _ in typed]
        bare = [word for word, amount in typed if not amount]
        amount_in_name = len(bare) < len(every) and bool(self._phrase(every))
        hits = self._hits(every if amount_in_name else bare)
        if hits.forms or hits.others:
            return hits
        return Hits(near=self._near(bare), words=tuple(bare))

    def marks(self, form_id: str, hits: Hits) -> Marks:
        """Where a form that was found holds the words; each word is marked once."""
        form = self.forms[form_id]
        wanted = [self._marked(word) for word in hits.words if not MAGNESIUM.startswith(word)]
        in_name = {variants: _span(form.name, variants) for variants in wanted}
        spans = tuple(sorted(span for span in in_name.values() if span))
        left = [variants for variants, span in in_name.items() if not span]
        best = Marks(in_name=spans)
        own = form_names(form)
        for texts in (own[1:], self._names_of[form_id][len(own) :], uses_of(form)):
            for other in sorted(texts, key=len):
                found = tuple(sorted(span for one in left if (span := _span(other, one))))
                if len(found) > len(best.in_found):
                    best = Marks(spans, other, found)
        return best

    def _hits(self, typed: list[str]) -> Hits:
        if not typed:
            return Hits()
        forms = self._phrase(typed) or self._all_words(typed)
        others = self._others(typed, only_whole=bool(forms))
        found = {*forms, *(form for other in others for form in other.forms)}
        return Hits(tuple(form for form in self.forms if form in found), others, (), tuple(typed))

    def _typed(self, text: str) -> list[tuple[str, bool]]:
        """The folded words, and whether each belongs to an amount."""
        typed: list[tuple[str, bool]] = []
        for word in self._with_formulas([word.text for word in words(text)]):
            amount = bool(_AMOUNT.fullmatch(word))
            if word in _UNITS and typed and typed[-1][1]:
                amount = True  # "mg" behind a figure; before one it is the element
            elif word in self._magnesium:
                typed.append((MAGNESIUM, False))
                continue
            typed += [(part, amount) for part in self._parted(word)]
        return typed

    def _with_formulas(self, typed: list[str]) -> list[str]:
        """The words, those of a formula joined again: its brackets and dots part them."""
        joined: list[str] = []
        place = 0
        while place < len(typed):
            end = place + 1
            if typed[place].startswith("mg"):
                ends = range(min(len(typed), place + 6), end, -1)
                end = next((at for at in ends if "".join(typed[place:at]) in self._postings), end)
            joined.append("".join(typed[place:end]))
            place = end
        return joined

    def _parted(self, word: str) -> list[str]:
        """The parts of a word that runs two names together; the word itself where it is one."""
        if self._matching(word) or any(word in names for _, names in self._other_names):
            return [word]
        for cut in range(len(word) - 3, 3, -1):
            if word[:cut] in self._postings and self._variants(word[cut:]):
                return [word[:cut], word[cut:]]
        return [word]

    def _phrase(self, typed: list[str]) -> set[str]:
        """Forms with a name in which all the words follow each other."""
        if len(typed) == 1:
            return set()
        asked = [" ".join(typed)]
        if typed[0] == MAGNESIUM:
            asked.append(" ".join(typed[1:]))
        for phrase in asked:
            for wanted in (f" {phrase} ", f" {phrase}"):
                found = {form for form, names in self._folded.items() if wanted in names}
                if found:
                    return found
        return set()

    def _all_words(self, typed: list[str]) -> set[str]:
        found = [
            {form for word in self._variants(one) for form in self._begun(word)} for one in typed
        ]
        return set.intersection(*found)

    def _variants(self, word: str) -> tuple[str, ...]:
        """The word, or where nothing begins with it, its stem."""
        return (word,) if self._matching(word) else tuple(filter(self._matching, _stems(word)))[:1]

    def _marked(self, word: str) -> tuple[str, ...]:
        meant = next((mean for mean, said in self._synonyms.items() if word in said), None)
        return (meant, word) if meant else self._variants(word)

    def _begun(self, word: str) -> set[str]:
        return {form for whole in self._matching(word) for form in self._postings[whole]}

    def _matching(self, word: str) -> list[str]:
        """The words of names and uses that begin with this one; a formula is whole or not it."""
        if word in self._postings and _FORMULA.fullmatch(word):
            return [word]
        first = bisect_left(self._vocabulary, word)
        last = bisect_left(self._vocabulary, word + "\U0010ffff")
        return self._vocabulary[first:last]

    def _others(self, typed: list[str], *, only_whole: bool) -> tuple[OtherName, ...]:
        whole = f" {' '.join(word for word in typed if word != MAGNESIUM)} "
        if not whole.strip():
            return ()
        found = [
            other
            for other, names in self._other_names
            if any(f" {name} " in whole or f" {name}s " in whole for name in names)
        ]
        begun = whole.strip()
        if not found and not only_whole and len(begun) > 3:
            found = [
                other
                for other, names in self._other_names
                if any(name.startswith(begun) for name in names)
            ]
        return tuple(found)

    def _near(self, typed: list[str]) -> tuple[Near, ...]:
        changed: list[list[str]] = [[]]
        for word in typed:
            ways = [word] if self._variants(word) else self._close_to(word)
            changed = [[*before, way] for before in changed for way in ways][:3]
        texts = (" ".join(way) for way in changed if way and way != typed)
        offers = {self._hits(text.split()).forms: text for text in reversed(list(texts))}
        return tuple(Near(text, forms) for forms, text in reversed(offers.items()) if forms)

    def _close_to(self, word: str) -> list[str]:
        run_together = word.removeprefix(MAGNESIUM)
        if run_together and run_together != word:
            return [f"{MAGNESIUM} {way}" for way in self._close_to(run_together)]
        if len(word) < 4:
            return []
        known = [way for way in self._vocabulary if len(way) > 3 and one_letter_off(word, way)]
        return sorted(known, key=lambda way: (way != MAGNESIUM, way[0] != word[0], way))

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        """All names of each form, folded, each between bars that no text holds."""
        return {
            form: "".join(f" {folded(name)} |" for name in (*names, *_formulas(self.forms[form])))
            for form, names in self._names_of.items()
        }

    @cached_property
    def _other_names(self) -> tuple[tuple[OtherName, frozenset[str]], ...]:
        def bare(name: str) -> str:
            return " ".join(word for word in folded(name).split() if word != MAGNESIUM)

        return tuple(
            (other, frozenset(filter(None, map(bare, other.names)))) for other in self.names.others
        )

    @cached_property
    def _synonyms(self) -> Mapping[str, frozenset[str]]:
        """Everyday words, by the folded word that stands for them."""
        return {
            folded(row.means): frozenset(folded(" ".join(row.words)).split())
            for row in self.names.synonyms
        }

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._postings)

    @cached_property
    def _postings(self) -> Mapping[str, set[str]]:
        """The forms that each word stands for."""
        postings: defaultdict[str, set[str]] = defaultdict(set)
        for form, names in self._folded.items():
            for word in names.replace("|", " ").split():
                postings[word].add(form)
            for formula in _formulas(self.forms[form]):
                postings[folded(formula).replace(" ", "")].add(form)
        salts = {word for word in postings if _SALT.fullmatch(word)}
        for record in self.forms.values():
            for word in folded(" ".join(uses_of(record))).split():
                if word not in salts:  # the salt of another form is no use of this one
                    postings[word].add(record.id)
        for means, said in self._synonyms.items():
            for word in said:
                postings[word] |= postings.get(means, set())
        return {word: found for word, found in postings.items() if found}


def form_names(form: Form) -> tuple[str, ...]:
    """The names in a form's own record, the shown one first."""
    variants = (variant.name for variant in form.variants)
    return (form.name, form.full_name, *form.aliases, *variants)


def uses_of(form: Form) -> tuple[str, ...]:
    """What a form is sold for, and other words that people type for it."""
    return (*form.search, form.main_use)


def _formulas(form: Form) -> tuple[str, ...]:
    own = (form.formula,) if form.formula else ()
    return (*own, *(variant.formula for variant in form.variants))


def _stems(word: str) -> Iterable[str]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            yield stem


def _span(text: str, variants: tuple[str, ...]) -> Span | None:
    """Where a word of the text begins with one of these."""
    held: list[Word] = words(text)
    for wanted in variants:
        for word in held:
            if word.text.startswith(wanted):
                return word.span(len(wanted))
    return None
