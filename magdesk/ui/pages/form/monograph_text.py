"""A monograph as plain text, for the clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdesk.ui.cited_text.passages import Entry, Monograph, Passage
from magdesk.ui.cited_text.source_numbers import address_of
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures


def plain_text(monograph: Monograph, sources_heading: str) -> str:
    """Everything the pane shows, heading by heading, sources with their addresses at the end."""
    parts = [
        f"{monograph.title}\n{monograph.names}",
        "\n".join(f"{fact.label}: {fact.value}" for fact in monograph.facts),
        *_passages(
            (
                *monograph.uses,
                *monograph.opinion,
                *monograph.trials,
                *monograph.checked,
                *monograph.practice,
                *monograph.composition,
                *monograph.professional,
            )
        ),
        "\n".join((sources_heading, *_sources(monograph))),
    ]
    return "\n\n".join(parts) + "\n"


def entry_text(entry: Entry) -> str:
    """Lead, formula, text and source numbers in one line."""
    numbers = " ".join(f"[{number}]" for number in entry.sources)
    lead, text = in_local_figures(entry.lead), in_local_figures(entry.text)
    return " ".join(filter(None, (lead, entry.formula, text, numbers)))


def _passages(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        yield "\n".join((passage.heading, *map(entry_text, passage.entries)))


def _sources(monograph: Monograph) -> Iterator[str]:
    for number, reference in enumerate(monograph.references, start=1):
        address = address_of(reference)
        yield " ".join(filter(None, (f"[{number}]", reference.citation, address)))
