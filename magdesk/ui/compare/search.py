"""Finding a form by what a person types: a name, a name on a label, or a use."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from magdesk.knowledge.records import Form

_SEPARATORS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The text in lower case without accents or signs, its words parted by single spaces."""
    plain = text.casefold()
    if not plain.isascii():
        signs = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return _SEPARATORS.sub(" ", plain).strip()


class SearchText(msgspec.Struct, frozen=True):
    """What a form can be found by."""

    names: str
    uses: str

    def matches(self, typed: str) -> bool:
        """Whether every word of the folded text is part of a name or begins a word of a use."""
        return all(word in self.names or f" {word}" in self.uses for word in typed.split())


def search_text(form: Form) -> SearchText:
    """Names anywhere ("glycinate" finds bisglycinate), uses from the start of a word."""
    names = (form.name, form.full_name, *form.aliases, *(variant.name for variant in form.variants))
    uses = (*form.search, form.main_use, form.used_for.plain)
    return SearchText(names=folded(" ".join(names)), uses=" " + folded(" ".join(uses)))
