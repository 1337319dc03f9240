"""Further names of our forms, and names that are none of them (``names.toml``)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.records import Identifier, Keys, Record, Text, Texts
from magdesk.knowledge.tables import Reader

FILE = "names.toml"

Kind = Literal["salt", "blend", "excipient", "brand", "kind", "route"]


class FormNames(Record, frozen=True, kw_only=True):
    """Names of one form beside those in ``forms.toml``."""

    id: Identifier
    names: Texts


class OtherName(Record, frozen=True, kw_only=True):
    """Names that are no form of ours."""

    id: Identifier
    names: Texts
    kind: Kind
    forms: Keys = ()
    """Our forms that it holds, or mostly holds."""
    text: Text
    """What it is, in a sentence or two."""


class Synonyms(Record, frozen=True, kw_only=True):
    """Everyday words, and the word that stands for them in ``forms.toml``."""

    means: Text
    words: Texts


@dataclass(frozen=True)
class Names:
    """Everything in ``names.toml``."""

    forms: tuple[FormNames, ...]
    others: tuple[OtherName, ...]
    synonyms: tuple[Synonyms, ...]


def read_names(reader: Reader) -> Names:
    """Read ``names.toml``."""
    table = reader.table(FILE)
    names = Names(
        forms=tuple(table.rows("form", FormNames)),
        others=tuple(table.rows("other", OtherName)),
        synonyms=tuple(table.rows("word", Synonyms, named_by="means")),
    )
    table.finish()
    return names


def name_faults(names: Names, forms: Container[str]) -> Iterator[Fault]:
    """Forms that do not exist, names without a letter, and a name that is told as two things."""
    for row in names.forms:
        if row.id not in forms:
            yield Fault(FILE, row.id, "id", f"{row.id!r} points to nothing")
    for other in names.others:
        for form in other.forms:
            if form not in forms:
                yield Fault(FILE, other.id, "forms", f"{form!r} points to nothing")
    yield from _told_twice(names.others)
    for entry, texts in _texts(names):
        for text in texts:
            if not re.search(r"[^\W\d_]", text):
                yield Fault(FILE, entry, "names", f"{text!r} has no letter")


def _told_twice(others: tuple[OtherName, ...]) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for other in others:
        for name in {folded(name) for name in other.names}:
            if taken.setdefault(name, other.id) != other.id:
                yield Fault(FILE, other.id, "names", f"{name!r} is also {taken[name]!r}")


def _texts(names: Names) -> Iterator[tuple[str, Texts]]:
    yield from ((row.id, row.names) for row in names.forms)
    yield from ((other.id, other.names) for other in names.others)
    for word in names.synonyms:
        yield word.means, word.words
