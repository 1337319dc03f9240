"""Sources as a reader finds them: the citation, and where it can be opened."""

from __future__ import annotations

from magdesk.knowledge.bibliography import Reference
from magdesk.report.blocks import Line


def citation_line(reference: Reference, number: int | None = None) -> Line:
    """The citation with its address where one is certain, numbered where it is referred to."""
    lead = f"[{number}]" if number is not None else ""
    return Line(reference.citation, lead, link=address_of(reference))


def address_of(reference: Reference) -> str:
    """Where the source can be opened; empty where no identifier is certain."""
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    if reference.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    return ""
