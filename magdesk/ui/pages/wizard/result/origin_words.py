"""What stands behind a line: the answer, the reason and the source; ids in full detail."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.bibliography import Bibliography
from magdesk.report.blocks import Origin
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.text import escape

translate = QCoreApplication.translate


def origin_html(origin: Origin, bibliography: Bibliography, *, detailed: bool) -> str:
    """Return the origin as simple HTML, one part a line."""
    parts: list[tuple[str, str]] = []
    if origin.answers:
        said = "; ".join(dict.fromkeys(answer.text for answer in origin.answers))
        parts.append((translate("origin", "You said:"), in_local_figures(f"{said}.")))
    if origin.detail and (detailed or not origin.sources):
        parts.append((translate("origin", "In detail:"), in_local_figures(origin.detail)))
    if origin.weight:
        parts.append((translate("origin", "On its own:"), origin.weight))
    if origin.sources:
        parts.append(
            (
                translate("origin", "Source:"),
                "; ".join(_citations(origin.sources, bibliography)) + ".",
            )
        )
    if origin.rules and detailed:
        parts.append((translate("origin", "Rule:"), ", ".join(rule.id for rule in origin.rules)))
    return "<br>".join(f"<b>{escape(lead)}</b> {escape(text)}" for lead, text in parts)


def _citations(keys: Iterable[str], bibliography: Bibliography) -> list[str]:
    texts = []
    for key in keys:
        reference = bibliography[key]
        doi = f", doi:{reference.doi}" if reference.doi else ""
        texts.append(reference.citation.rstrip(".") + doi)
    return texts
