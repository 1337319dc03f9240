"""A page of Learn as Markdown with numbered citations, and the sources behind the numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.bibliography import Bibliography
from magdesk.knowledge.claims import Claim, ClaimsAudit
from magdesk.knowledge.learn_pages import LearnPage
from magdesk.knowledge.limits import Limits
from magdesk.knowledge.records import Region, Verdict
from magdesk.ui.cited_text.source_numbers import Citations, address_of, identifier_of
from magdesk.ui.pages.learn.limits_table import limits_tables
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.text import escape

CLAIMS_SLUG = "claims-checked"
"""The page that the table of claims stands below."""

LIMITS_SLUG = "needs-and-limits"
"""The page that the tables of needs and limits stand below."""

SOURCE_ANCHOR = "source-"
"""Anchors of the sources are ``source-1``, ``source-2`` and so on."""

_CITATION = re.compile(r"\[@([a-z0-9_]+)\]")


@dataclass(frozen=True)
class RenderedPage:
    """Markdown with links to the sources, and the sources as HTML."""

    markdown: str
    sources_html: str


@dataclass(frozen=True)
class LimitsShown:
    """Needs and limits, the region that is chosen, and whether every body is shown."""

    limits: Limits
    region: Region
    detailed: bool


def render_page(
    page: LearnPage,
    bibliography: Bibliography,
    audit: ClaimsAudit | None,
    shown: LimitsShown | None = None,
) -> RenderedPage:
    """Return the page with its citations numbered.

    ``audit`` adds the table of claims, ``shown`` those of needs and limits. A citation of an
    unknown source raises ``KeyError``.
    """
    citations = Citations(bibliography)
    text = _CITATION.sub(lambda match: _links(citations, (match[1],)), page.text)
    text = f"# {page.title}\n\n{text.lstrip()}"
    if audit is not None:
        text = f"{text.rstrip()}\n\n{_claims_table(audit, citations)}"
    if shown is not None:
        tables = limits_tables(shown.limits, shown.region, shown.detailed, citations, _links)
        text = f"{text.rstrip()}\n\n{tables}"
    if citations.references:
        title = QCoreApplication.translate("sources", "Sources")
        text = f"{text.rstrip()}\n\n## {title}\n"
    return RenderedPage(in_local_figures(text), _sources(citations))


def verdict_word(verdict: Verdict) -> str:
    """Return how a verdict is named in the table."""
    words: dict[Verdict, str] = {
        "supported": QCoreApplication.translate("verdict", "Supported"),
        "partly": QCoreApplication.translate("verdict", "Partly"),
        "animals_only": QCoreApplication.translate("verdict", "Animals only"),
        "not_backed": QCoreApplication.translate("verdict", "Not backed"),
    }
    return words[verdict]


def _links(citations: Citations, keys: tuple[str, ...]) -> str:
    numbers = citations.numbers(keys)
    return " ".join(rf"[\[{number}\]](#{SOURCE_ANCHOR}{number})" for number in numbers)


def _claims_table(audit: ClaimsAudit, citations: Citations) -> str:
    heads = (
        QCoreApplication.translate("claims", "The article says"),
        QCoreApplication.translate("claims", "Verdict"),
        QCoreApplication.translate("claims", "What studies say"),
        QCoreApplication.translate("claims", "A fairer way to say it"),
    )
    title = QCoreApplication.translate("claims", "All claims")
    rows = [_row(heads), _row(("---",) * len(heads), plain=False)]
    rows += [_claim_row(claim, citations) for claim in audit.claims.values()]
    return f"## {title}\n\n" + "\n".join(rows) + "\n"


def _claim_row(claim: Claim, citations: Citations) -> str:
    return _row(
        (
            f"{claim.number}. {_cell(claim.claim)}",
            f"**{verdict_word(claim.verdict)}**",
            f"{_cell(claim.why)} {_links(citations, claim.sources)}".strip(),
            _cell(claim.wording),
        ),
        plain=False,
    )


def _row(cells: tuple[str, ...], *, plain: bool = True) -> str:
    return "| " + " | ".join(_cell(cell) if plain else cell for cell in cells) + " |"


def _cell(text: str) -> str:
    """Return text that a Markdown table shows as it is."""
    return re.sub(r"([\\|*_\[\]<>`])", r"\\\1", text)


def _sources(citations: Citations) -> str:
    lines = []
    for number, reference in enumerate(citations.references, start=1):
        words = escape(reference.citation)
        if reference.title:
            words = f"{words}. <i>{escape(reference.title)}</i>"
        if reference.note:
            words = f"{words}. {escape(in_local_figures(reference.note))}"
        address, identifier = address_of(reference), identifier_of(reference)
        if address:
            words = f'{words} <a href="{escape(address)}">{escape(identifier)}</a>'
        lines.append(f'<p><a name="{SOURCE_ANCHOR}{number}"></a>[{number}] {words}</p>')
    return "".join(lines)


def needs_claims(page: LearnPage) -> bool:
    """Return whether the table of claims stands below this page."""
    return page.slug == CLAIMS_SLUG


def needs_limits(page: LearnPage) -> bool:
    """Return whether the tables of needs and limits stand below this page."""
    return page.slug == LIMITS_SLUG
