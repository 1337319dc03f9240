"""What to ask for: each test, value, person and question once, whichever rules call for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from magdesk.advice.advice import FiredRule
from magdesk.knowledge.records.decision_records import Clears, ClearsKind, Measured
from magdesk.knowledge.sentences import Sentences

_BLOOD = "blood"
"""What all blood tests are about: they are asked for in one line."""


class AskedFor(NamedTuple):
    """One line of what to ask for, and the rules that call for it."""

    kind: ClearsKind
    text: str
    professional: str
    """The same in words for a pharmacist."""
    why: str
    """One sentence for professionals, where one is told."""
    rules: tuple[FiredRule, ...]
    sources: tuple[str, ...]


def asked_for(
    rules: Iterable[FiredRule], measured: Mapping[str, Measured], words: Sentences
) -> tuple[AskedFor, ...]:
    """Return what clears or confirms the rules, in their order; all blood tests are one line."""
    alike: dict[str, list[tuple[FiredRule, Clears]]] = {}
    for rule in rules:
        for clears in rule.clears:
            about = _BLOOD if clears.measures else clears.topic or clears.text
            alike.setdefault(about, []).append((rule, clears))
    return tuple(_told(about, called_for, measured, words) for about, called_for in alike.items())


def _told(
    about: str,
    called_for: list[tuple[FiredRule, Clears]],
    measured: Mapping[str, Measured],
    words: Sentences,
) -> AskedFor:
    first = called_for[0][1]
    text, professional = first.text, first.professional or first.text
    if about == _BLOOD:
        text = professional = _blood_test([each for _, each in called_for], measured, words)
    return AskedFor(
        kind=first.kind,
        text=text,
        professional=professional,
        why=" ".join(dict.fromkeys(each.why for _, each in called_for if each.why)),
        rules=tuple({rule.id: rule for rule, _ in called_for}.values()),
        sources=_sources(each for _, each in called_for),
    )


def _blood_test(
    called_for: list[Clears], measured: Mapping[str, Measured], words: Sentences
) -> str:
    """Everything that is measured, each once and in one order, and what to mind with it."""
    wanted = {name for each in called_for for name in each.measures}
    values = ", ".join(each.name for each in measured.values() if each.id in wanted)
    minded = dict.fromkeys(each.text for each in called_for if each.text)
    return " ".join((words("ask.blood", values=values), *minded))


def _sources(called_for: Iterable[Clears]) -> tuple[str, ...]:
    def keys() -> Iterator[str]:
        for each in called_for:
            yield from each.sources

    return tuple(dict.fromkeys(keys()))
