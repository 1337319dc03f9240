"""The stories under ``tests/cases``, read strictly: an unknown key in a case is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from magdesk.knowledge.records import Level, Region

FOLDER = Path(__file__).parent / "cases"
BASES = "bases.toml"

Answers = dict[str, object]
Spacing = tuple[str, int, int]


class Gives(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a sheet must give; a key that is left out is not what the case is about."""

    level: Level
    stop: bool | None = None
    complete: bool | None = None
    missing: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    """Every rule that fires, in order; ``now.*`` for all of a group, ``!now.lockjaw`` but one."""
    unknown: tuple[str, ...] | None = None
    """Those of ``rules`` that fire because their condition is unknown; none where left out."""
    stopping: tuple[str, ...] | None = None
    """Those of the rules that fire with a stop."""
    rule_levels: dict[str, Level] = {}
    options: tuple[str, ...] | None = None
    points: dict[str, int] = {}
    amount: dict[str, float] = {}
    no_amount: bool = False
    spacing: tuple[Spacing, ...] | None = None
    """Medicine, hours before, hours after; 0 where the contract gives no hours."""
    ask_count: int | None = None
    first_steps_include: tuple[str, ...] = ()
    no_first_steps: bool = False


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One short story: an answer sheet and what it must give."""

    name: str
    story: str
    region: Region = "eu"
    base: str | None = None
    """A complete sheet of ``bases.toml`` that the answers override."""
    remove: tuple[str, ...] = ()
    """Answers of the base that are left out."""
    answers: Answers = {}
    gives: Gives


class _CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    case: tuple[Case, ...]


def load_bases() -> Mapping[str, Answers]:
    """The named complete sheets."""
    read = tomllib.loads((FOLDER / BASES).read_text(encoding="utf-8"))
    return msgspec.convert(read["base"], dict[str, Answers])


def load_cases() -> tuple[Case, ...]:
    """Every case of every file, in the order of file names; a malformed one raises."""
    cases: list[Case] = []
    for path in sorted(FOLDER.glob("*.toml")):
        if path.name != BASES:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
            cases += msgspec.convert(read, _CaseFile).case
    return tuple(cases)


def sheet(case: Case, bases: Mapping[str, Answers]) -> Answers:
    """The case's whole answer sheet; ``KeyError`` names a base or a removed answer it lacks."""
    answers = dict(bases[case.base]) if case.base else {}
    for key in case.remove:
        del answers[key]
    return answers | case.answers


def spelled_out(gives: Gives, rules: Iterable[str]) -> Gives:
    """What a case gives, with each ``now.*`` replaced by that group of these rules, in order."""
    ids = tuple(rules)
    lists = ("rules", "unknown", "stopping")
    written = {key: getattr(gives, key) for key in lists if getattr(gives, key) is not None}
    return replace(gives, **{key: _without_stars(names, ids) for key, names in written.items()})


def _without_stars(names: tuple[str, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        if name.startswith("!"):
            found.remove(name[1:])
        elif name.endswith(".*"):
            found += [rule for rule in ids if rule.startswith(name[:-1])]
        else:
            found.append(name)
    return tuple(found)
