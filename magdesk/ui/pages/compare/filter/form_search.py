"""Finding a form by what a person types: a name, a name on a label, or a use."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from magdesk.knowledge.form_records import Form

_SEPARATORS = re.compile(r"[\W_]+")

Span = tuple[int, int]
"""Where a part of a text begins and ends."""


def folded(text: str) -> str:
    """The text in lower case without accents or signs, its words parted by single spaces."""
    plain = _SEPARATORS.sub(" ", text.casefold())
    if not plain.isascii():
        import unicodedata  # only for letters with accents

        signs = unicodedata.normalize("NFKD", plain)
        letters = "".join(sign for sign in signs if not unicodedata.combining(sign))
        plain = _SEPARATORS.sub(" ", letters)
    return plain.strip()


class SearchText(msgspec.Struct, frozen=True):
    """What a form can be found by."""

    names: str
    uses: str

    def matches(self, typed: str) -> bool:
        """Whether every word of the folded text begins a word of a name or of a use."""
        return all(f" {word}" in self.names or f" {word}" in self.uses for word in typed.split())


def search_text(form: Form) -> SearchText:
    """Names and uses, each found from the start of a word: "oxide" is not hydroxide."""
    return SearchText(
        names=" " + folded(" ".join(_names(form))), uses=" " + folded(" ".join(_uses(form)))
    )


class Match(msgspec.Struct, frozen=True):
    """Where a form holds what was typed."""

    in_name: tuple[Span, ...]
    """Parts of the form's name."""
    found_in: str = ""
    """Another name or a use that holds what the name does not; empty where the name holds all."""
    in_found: tuple[Span, ...] = ()


NO_MATCH = Match(in_name=())
"""Nothing was typed."""


def match_of(form: Form, typed: str) -> Match:
    """Where the form holds the words of the folded text; each word is marked once."""
    words = typed.split()
    in_name = {word: span for word in words if (span := _span(form.name, word))}
    left = [word for word in words if word not in in_name]
    if not left:
        return Match(in_name=tuple(sorted(in_name.values())))
    found = max(_found(form, left), key=lambda text: len(text[1]), default=("", ()))
    return Match(tuple(sorted(in_name.values())), *found)


def _found(form: Form, words: list[str]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Other names, then uses, that hold at least one of the words; short ones first."""
    for texts in (_names(form)[1:], _uses(form)):
        for text in sorted(texts, key=len):
            spans = [span for word in words if (span := _span(text, word))]
            if spans:
                yield text, tuple(sorted(spans))


def _span(text: str, word: str) -> Span | None:
    """Where a word of the text begins with the folded word."""
    plain, places = _unfolded(text)
    at = f" {plain}".find(f" {word}")
    if at < 0:
        return None
    return places[at], places[at + len(word) - 1] + 1


def _unfolded(text: str) -> tuple[str, list[int]]:
    """The text folded sign by sign, and where each sign comes from."""
    plain, places = [], []
    for place, sign in enumerate(text):
        for part in folded(sign) or " ":
            plain.append(part)
            places.append(place)
    return "".join(plain), places


def _names(form: Form) -> tuple[str, ...]:
    variants = (variant.name for variant in form.variants)
    return (form.name, form.full_name, *form.aliases, *variants)


def _uses(form: Form) -> tuple[str, ...]:
    return (*form.search, form.main_use)
