"""Reads ``resources/knowledge`` strictly, part by part, when a part is first asked for.

What reads a part is imported with it: the first window needs the catalogue alone. What the first
page shows is taken from ``prepared.msgpack`` where that was made from the files as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.faults import Fault, KnowledgeError
from magdesk.knowledge.prepared import Prepared, read_prepared

if TYPE_CHECKING:
    from magdesk.knowledge.assurance import Assurance, Hazard
    from magdesk.knowledge.bibliography import Bibliography
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.claims import ClaimsAudit
    from magdesk.knowledge.decision import Decision
    from magdesk.knowledge.expectations import Expectation
    from magdesk.knowledge.guide_pages import GuidePage
    from magdesk.knowledge.label_records import LabelKnowledge
    from magdesk.knowledge.limits import Limits
    from magdesk.knowledge.names import NameIndex
    from magdesk.knowledge.number_signs import NumberTable
    from magdesk.knowledge.records import Content
    from magdesk.knowledge.tables import Reader

FILES = (
    "content.toml",
    "references.toml",
    "forms.toml",
    "names.toml",
    "evidence.toml",
    "expectations.toml",
    "claims.toml",
    "limits.toml",
    "numbers.toml",
    "labels.toml",
    "interview.toml",
    "rules.toml",
    "medicines.toml",
    "options.toml",
    "hazards.toml",
)

Part = TypeVar("Part")


class Library:
    """The knowledge, each part read once and then kept; a faulty part raises ``KnowledgeError``."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else DATA_FOLDER / "knowledge"
        self._guide_folder = DATA_FOLDER / "guide"

    @cached_property
    def content(self) -> Content:
        """Which edition this is."""
        from magdesk.knowledge.catalogue import read_content

        return _sound(self.folder, read_content)

    @cached_property
    def bibliography(self) -> Bibliography:
        """All sources."""
        return self._take(Prepared.bibliography) or self._read_bibliography()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The forms and what trials found."""
        return self._take(Prepared.catalogue) or self._read_catalogue()

    @cached_property
    def names(self) -> NameIndex:
        """What people call the forms, for the search and for labels."""
        from magdesk.knowledge.name_records import read_names
        from magdesk.knowledge.names import NameIndex

        return NameIndex(self.catalogue.forms.values(), _sound(self.folder, read_names))

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """How many get better without and with magnesium."""
        from magdesk.knowledge.expectations import read_expectations

        return _sound(self.folder, read_expectations)

    @cached_property
    def claims(self) -> ClaimsAudit:
        """The guide's claims, checked."""
        return self._take(Prepared.claims) or self._read_claims()

    @cached_property
    def limits(self) -> Limits:
        """Needs and limits by authority and region."""
        from magdesk.knowledge.limits import read_limits

        return _sound(self.folder, read_limits)

    @cached_property
    def number_table(self) -> NumberTable:
        """How each language and region writes numbers."""
        from magdesk.knowledge.number_signs import read_number_table

        return _sound(self.folder, read_number_table)

    @cached_property
    def labels(self) -> LabelKnowledge:
        """How labels speak, and what powders hold."""
        from typing import cast

        from magdesk.knowledge.label_records import LabelKnowledge, read_labels

        return cast("LabelKnowledge", _sound(self.folder, read_labels))

    @cached_property
    def decision(self) -> Decision:
        """The wizard's questions, rules and options."""
        from magdesk.knowledge.decision import read_decision

        return _sound(self.folder, read_decision)

    @cached_property
    def hazards(self) -> tuple[Hazard, ...]:
        """What could go wrong, and what keeps it from happening."""
        from magdesk.knowledge.assurance import read_hazards

        return _sound(self.folder, read_hazards)

    @cached_property
    def assurance(self) -> Assurance | None:
        """The figures of proofs and stories; null where they were never made for this folder."""
        from magdesk.knowledge.assurance import read_assurance

        return _sound(self.folder, read_assurance)

    @cached_property
    def guide_pages(self) -> tuple[GuidePage, ...]:
        """The guide, in reading order."""
        from magdesk.knowledge.guide_pages import read_guide_page

        pages = (page for page in self._guide_folder.iterdir() if page.name.endswith(".md"))
        return tuple(read_guide_page(page) for page in sorted(pages, key=lambda page: page.name))

    @cached_property
    def _prepared(self) -> Prepared | None:
        return read_prepared(self.folder)

    def _take(self, part: Callable[[Prepared], Part]) -> Part | None:
        try:
            return None if self._prepared is None else part(self._prepared)
        except msgspec.ValidationError:
            return None  # another edition of the program prepared it

    def _read_catalogue(self) -> Catalogue:
        from magdesk.knowledge.catalogue import read_catalogue

        return _sound(self.folder, read_catalogue)

    def _read_bibliography(self) -> Bibliography:
        from magdesk.knowledge.bibliography import read_bibliography

        return _sound(self.folder, read_bibliography)

    def _read_claims(self) -> ClaimsAudit:
        from magdesk.knowledge.claims import read_claims

        return _sound(self.folder, read_claims)


def _sound(folder: Path, read: Callable[[Reader], Part]) -> Part:
    from magdesk.knowledge.tables import Reader

    faults: list[Fault] = []
    part = read(Reader(folder, faults))
    if faults:
        raise KnowledgeError(faults)
    return part
