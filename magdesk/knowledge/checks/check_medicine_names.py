"""Faults of the names of medicines, held against the rows of ``medicines.toml``."""

from __future__ import annotations

from collections.abc import Container, Iterator

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.names.medicine_names import MedicineNames, rows_named
from magdesk.knowledge.names.medicine_spelling import Words, spelled

FILE = "medicine_names.toml"


def medicine_name_faults(names: MedicineNames, rows: Container[str]) -> Iterator[Fault]:
    """Rows and names that point to nothing, names that stand twice, and rules that cannot be."""
    yield from _rows(names, rows)
    known: dict[Words, str] = {}
    for entry, name in _places(names):
        words = spelled(name)
        if not words:
            yield Fault(FILE, entry, "names", f"{name!r} has no letters")
        elif words in known:
            yield Fault(FILE, entry, "names", f"duplicate: {name!r} stands in {known[words]}")
        else:
            known[words] = entry
    for entry, key, name in _names_named(names):
        if spelled(name) not in known:
            yield Fault(FILE, entry, key, f"{name!r} is no name of this file")
    for number, rule in enumerate(names.strengths, start=1):
        if rule.up_to_mg >= rule.from_mg:
            yield Fault(FILE, f"strength {number}", "up_to_mg", "does not lie below from_mg")


def _rows(names: MedicineNames, rows: Container[str]) -> Iterator[Fault]:
    for entry, key, ids in rows_named(names):
        for row in ids:
            if row not in rows:
                yield Fault(FILE, entry, key, f"{row!r} points to nothing")
        if len(set(ids)) < len(ids) and entry != "by_injection":
            yield Fault(FILE, entry, key, "duplicate: a row stands twice")


def _places(names: MedicineNames) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(names.groups, start=1):
        yield from ((f"group {number}", name) for name in group.names)
    for number, meaning in enumerate(names.meanings, start=1):
        yield from ((f"choose {number}", name) for name in meaning.names)


def _names_named(names: MedicineNames) -> Iterator[tuple[str, str, str]]:
    """Entry, key and name of every place that points to a name of the same file."""
    yield from (("minerals", "names", name) for name in names.minerals.names)
    for number, form in enumerate(names.local, start=1):
        yield from ((f"local {number}", "keeps_names", name) for name in form.keeps_names)
    for number, addition in enumerate(names.additions, start=1):
        yield from ((f"addition {number}", "after_names", name) for name in addition.after_names)
    for number, rule in enumerate(names.strengths, start=1):
        yield from ((f"strength {number}", "names", name) for name in rule.names)
