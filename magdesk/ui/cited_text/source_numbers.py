"""Numbers for sources in the order in which a text first cites them."""

from __future__ import annotations

from collections.abc import Iterable

from magdesk.knowledge.bibliography import Bibliography, Reference


class Citations:
    """Hands out the number of each source and remembers the order."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._bibliography = bibliography
        self._numbers: dict[str, int] = {}

    def numbers(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these sources, low to high; a new source gets the next number."""
        found = {self._numbers.setdefault(key, len(self._numbers) + 1) for key in keys}
        return tuple(sorted(found))

    @property
    def references(self) -> tuple[Reference, ...]:
        """The cited sources by number, from 1 on; an unknown key raises ``KeyError``."""
        return tuple(self._bibliography[key] for key in self._numbers)


def address_of(reference: Reference) -> str | None:
    """The web address of a source; None where it has no certain identifier."""
    if reference.doi is not None:
        return f"https://doi.org/{reference.doi}"
    if reference.pmid is not None:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    if reference.pmcid is not None:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{reference.pmcid}/"
    return None


def identifier_of(reference: Reference) -> str:
    """The identifier as it is printed, for instance ``PMID 10907623``; empty where none is."""
    if reference.doi is not None:
        return f"doi:{reference.doi}"
    if reference.pmid is not None:
        return f"PMID {reference.pmid}"
    return reference.pmcid or ""
