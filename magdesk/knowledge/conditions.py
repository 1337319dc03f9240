"""Conditions as data: what a rule, a step or a question waits for.

A condition is written as a TOML table and read into a small tree. Evaluating it is not done here
(see ``magdesk.rules.truth``), so that tests can translate the same tree into formulas.

    { symptom = ["twitch", "eyelid"] }   the answer is, or contains, one of these
    { age = { from = 65 } }              bounds: from, to, above, below
    { all = [...] }  { any = [...] }     a table with several keys means all of them
    { not_asked = "pregnancy" }          the question does not apply and was not answered
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

Bound = Literal["from", "to", "above", "below"]
Quantity = Literal["upper_limit", "reference_intake", "room"]
BOUNDS: tuple[Bound, ...] = ("from", "to", "above", "below")
QUANTITIES: tuple[Quantity, ...] = ("upper_limit", "reference_intake", "room")


class Condition:
    """A node of the tree; compare and hash by value."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Chosen(Condition):
    """The answer is, or contains, one of ``choices``."""

    question: str
    choices: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bounded(Condition):
    """A number or computed quantity (mg or years) keeps a bound."""

    subject: str
    bound: Bound
    limit: float | Quantity


@dataclass(frozen=True, slots=True)
class NotAsked(Condition):
    """The question does not apply to this person, and was not answered either."""

    question: str


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]


def parse_condition(table: object) -> Condition:
    """Read a condition; raise ``ValueError`` that names the key which is wrong."""
    if not isinstance(table, Mapping) or not table:
        raise ValueError("a condition is a table with at least one key")
    parts = tuple(_part(key, value) for key, value in table.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def atoms(condition: Condition) -> Iterator[Chosen | Bounded | NotAsked]:
    """The leaves of the tree, left to right."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from atoms(part)
    else:
        yield cast("Chosen | Bounded | NotAsked", condition)


def _part(key: str, value: object) -> Condition:
    if key in ("all", "any"):
        return (AllOf if key == "all" else AnyOf)(_several(key, value))
    if key == "not_asked":
        if not isinstance(value, str):
            raise ValueError("`not_asked` names one question")
        return NotAsked(value)
    if isinstance(value, list):
        return _chosen(key, value)
    if isinstance(value, Mapping):
        return _bounded(key, value)
    raise ValueError(f"`{key}` takes a list of choices or a table of bounds")


def _several(key: str, value: object) -> tuple[Condition, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"`{key}` takes a list of conditions")
    return tuple(parse_condition(part) for part in value)


def _chosen(question: str, choices: list[object]) -> Chosen:
    names = [choice for choice in choices if isinstance(choice, str)]
    if not names or len(names) != len(choices) or len(set(names)) != len(names):
        raise ValueError(f"`{question}` takes different choices, as text")
    return Chosen(question, frozenset(names))


def _bounded(subject: str, table: Mapping[str, object]) -> Condition:
    if not table:
        raise ValueError(f"`{subject}` has no bound")
    bounds = tuple(_bound(subject, name, limit) for name, limit in table.items())
    return bounds[0] if len(bounds) == 1 else AllOf(bounds)


def _bound(subject: str, name: str, limit: object) -> Bounded:
    if name not in BOUNDS:
        raise ValueError(f"`{subject}` has the unknown bound `{name}`")
    if isinstance(limit, bool) or not (isinstance(limit, int | float) or limit in QUANTITIES):
        raise ValueError(f"`{subject}.{name}` is neither a number nor a known quantity")
    return Bounded(subject, name, cast("float | Quantity", limit))
