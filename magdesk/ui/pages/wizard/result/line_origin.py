"""Where a line of the result comes from: the rule, the person's answer and the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.bibliography import Bibliography
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Level
from magdesk.report.reasons import Reason
from magdesk.ui.widgets.text import escape

_MOST_DETAILS = 3


@dataclass(frozen=True)
class Origin:
    """What stands behind one line; keys of sources are those of the bibliography."""

    rules: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    detail: str = ""
    sources: tuple[str, ...] = ()
    weight: str = ""
    """What this line alone would lead to, in words."""


def reason_origin(reason: Reason, decision: Decision) -> Origin:
    """Return the origin of one line of *Why this answer*."""
    details = (rule.detail for rule in reason.rules) if len(reason.rules) <= _MOST_DETAILS else ()
    return Origin(
        rules=tuple(rule.id for rule in reason.rules),
        said=tuple(said.text for said in reason.answers),
        detail=" ".join(filter(None, details)),
        sources=tuple(dict.fromkeys(key for rule in reason.rules for key in rule.sources)),
        weight=weight_words(reason.level, stops(reason), decision),
    )


def stops(reason: Reason) -> bool:
    """Return whether one of the rules behind the line stops magnesium."""
    return any(rule.stop for rule in reason.rules)


def weight_words(level: Level, stop: bool, decision: Decision) -> str:
    """Return what a level means in a few words, and whether magnesium waits."""
    short = decision.levels[level].short
    return _tr("{}; magnesium waits.").format(short) if stop else f"{short}."


def origin_html(origin: Origin, bibliography: Bibliography, *, detailed: bool = True) -> str:
    """Return the origin as simple HTML, one part a line; ``detailed`` for professionals."""
    parts: list[tuple[str, str]] = []
    if origin.said:
        parts.append((_tr("You said:"), "; ".join(origin.said) + "."))
    if origin.detail and (detailed or not (origin.sources or origin.rules)):
        parts.append((_tr("In detail:"), origin.detail))
    if origin.weight:
        parts.append((_tr("On its own:"), origin.weight))
    if origin.sources:
        parts.append((_tr("Source:"), "; ".join(_citations(origin.sources, bibliography)) + "."))
    if origin.rules:
        parts.append((_tr("Rule:"), ", ".join(origin.rules)))
    return "<br>".join(f"<b>{escape(lead)}</b> {escape(text)}" for lead, text in parts)


def _citations(keys: Iterable[str], bibliography: Bibliography) -> list[str]:
    texts = []
    for key in keys:
        reference = bibliography[key]
        doi = f", doi:{reference.doi}" if reference.doi else ""
        texts.append(reference.citation.rstrip(".") + doi)
    return texts


def _tr(text: str) -> str:
    return QCoreApplication.translate("origin", text)
