"""Names of medicines a person may type, and the words around them (``medicine_names.toml``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

import msgspec

from magdesk.knowledge.records import Identifier, Keys, Record, Texts
from magdesk.knowledge.tables import Reader

Rows = Annotated[Keys, msgspec.Meta(min_length=1)]
Several = Annotated[Texts, msgspec.Meta(min_length=1)]
Strength = Annotated[float, msgspec.Meta(gt=0)]


class NameGroup(Record, frozen=True, kw_only=True):
    """Names that belong to every row of ``ids``."""

    ids: Rows
    about: str = ""
    """What they have in common, for readers of the file."""
    names: Several


class Meanings(Record, frozen=True, kw_only=True):
    """Words with more than one meaning: every row is offered, none is ticked."""

    ids: Rows
    medicine: bool = False
    """False for a class or a complaint, which yields to a medicine in the same line."""
    names: Several


class NoiseWords(Record, frozen=True, kw_only=True):
    """Words that do not say which medicine it is, in the order they are taken away."""

    units: Several
    dosing: Several
    counting: Several
    """Words after a number that counts how often: *3 times*."""
    forms: Several
    makers: Several
    salts: Several
    glued: Several
    """Salts and forms that German writes in one word with the medicine."""
    fillers: Several


class ClassWords(Record, frozen=True, kw_only=True):
    """Words that stand for one another in the name of a class: water pill, water tablet."""

    words: Several


class Minerals(Record, frozen=True, kw_only=True):
    """Names beside which the metal of a salt is an ingredient of its own."""

    names: Several


class LocalForm(Record, frozen=True, kw_only=True):
    """Forms that stay where they are put, so that the row of the tablet does not count."""

    words: Several
    endings: Texts = ()
    """How a single word ends that is such a form: *Schmerzgel*."""
    keeps: Keys = ()
    """Rows that count in this form as well."""
    keeps_names: Texts = ()


class ByInjection(Record, frozen=True, kw_only=True):
    """What becomes of rows that only keep hours, where the medicine comes by needle or drip."""

    words: Several
    becomes: dict[Identifier, Identifier]


class Addition(Record, frozen=True, kw_only=True):
    """Words that add a row to some medicines: *comp* is one with a water tablet."""

    words: Several
    after_rows: Keys = ()
    after_names: Texts = ()
    adds: Identifier


class StrengthRule(Record, frozen=True, kw_only=True):
    """A strength, in mg, that tells which use of a medicine is meant; between the two, neither."""

    names: Several
    up_to_mg: Strength
    up_to: Rows
    from_mg: Strength
    from_: Rows = msgspec.field(name="from")


class Apart(Record, frozen=True, kw_only=True):
    """Names that look or sound alike: none is ever offered for another of them."""

    names: Annotated[Texts, msgspec.Meta(min_length=2)]


@dataclass(frozen=True, eq=False)
class MedicineNames:
    """All names, and the words around them."""

    groups: tuple[NameGroup, ...]
    meanings: tuple[Meanings, ...]
    apart: tuple[Apart, ...]
    noise: NoiseWords
    class_words: ClassWords
    minerals: Minerals
    local: tuple[LocalForm, ...]
    by_injection: ByInjection
    additions: tuple[Addition, ...]
    strengths: tuple[StrengthRule, ...]

    def of(self, row: str) -> tuple[str, ...]:
        """The names that belong to one row of ``medicines.toml``, alone or with others."""
        return tuple(name for group in self.groups if row in group.ids for name in group.names)


def read_medicine_names(reader: Reader) -> MedicineNames:
    """Read ``medicine_names.toml``; a part with a fault is empty."""
    table = reader.table("medicine_names.toml")
    nothing = ("?",)
    names = MedicineNames(
        groups=tuple(table.rows("group", NameGroup, named_by="")),
        meanings=tuple(table.rows("choose", Meanings, named_by="")),
        apart=tuple(table.rows("apart", Apart, named_by="")),
        noise=table.row("words", NoiseWords) or NoiseWords(**dict.fromkeys(_KINDS, nothing)),
        class_words=table.row("class_words", ClassWords) or ClassWords(words=nothing),
        minerals=table.row("minerals", Minerals) or Minerals(names=nothing),
        local=tuple(table.rows("local", LocalForm, named_by="")),
        by_injection=table.row("by_injection", ByInjection)
        or ByInjection(words=nothing, becomes={}),
        additions=tuple(table.rows("addition", Addition, named_by="")),
        strengths=tuple(table.rows("strength", StrengthRule, named_by="")),
    )
    table.finish()
    return names


_KINDS = NoiseWords.__struct_fields__


def rows_named(names: MedicineNames) -> Iterator[tuple[str, str, Keys]]:
    """Entry, key and rows of every place that points to rows of ``medicines.toml``."""
    for number, group in enumerate(names.groups, start=1):
        yield f"group {number}", "ids", group.ids
    for number, meaning in enumerate(names.meanings, start=1):
        yield f"choose {number}", "ids", meaning.ids
    for number, form in enumerate(names.local, start=1):
        yield f"local {number}", "keeps", form.keeps
    becomes: Mapping[str, str] = names.by_injection.becomes
    yield "by_injection", "becomes", (*becomes.keys(), *becomes.values())
    for number, addition in enumerate(names.additions, start=1):
        yield f"addition {number}", "after_rows", addition.after_rows
        yield f"addition {number}", "adds", (addition.adds,)
    for number, rule in enumerate(names.strengths, start=1):
        yield f"strength {number}", "up_to", rule.up_to
        yield f"strength {number}", "from", rule.from_
