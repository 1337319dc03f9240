"""Reads ``resources/knowledge`` strictly, part by part, when a part is first asked for.

What reads a part is imported with it: the first window needs the catalogue alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.faults import Fault, KnowledgeError

if TYPE_CHECKING:
    from magdesk.knowledge.assurance import Assurance, Hazard
    from magdesk.knowledge.bibliography import Bibliography
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.claims import ClaimsAudit
    from magdesk.knowledge.decision import Decision
    from magdesk.knowledge.expectations import Expectation
    from magdesk.knowledge.foods import FoodKnowledge
    from magdesk.knowledge.learn_pages import LearnPage
    from magdesk.knowledge.limits import Limits
    from magdesk.knowledge.names.medicine_names import MedicineNames
    from magdesk.knowledge.names.name_index import NameIndex
    from magdesk.knowledge.number_signs import NumberTable
    from magdesk.knowledge.records import Content
    from magdesk.knowledge.records.label_records import LabelKnowledge
    from magdesk.knowledge.sentences import Sentences
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
    "medicine_names.toml",
    "options.toml",
    "hazards.toml",
    "planner.toml",
    "report.toml",
    "foods.toml",
)

Part = TypeVar("Part")


class Library:
    """The knowledge, each part read once and then kept; a faulty part raises ``KnowledgeError``."""

    def __init__(self, folder: Path | None = None, learn_folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else DATA_FOLDER / "knowledge"
        self._learn_folder = learn_folder if learn_folder is not None else DATA_FOLDER / "learn"

    @cached_property
    def content(self) -> Content:
        """Which edition this is."""
        from magdesk.knowledge.catalogue import read_content

        return _sound(self.folder, read_content)

    @cached_property
    def bibliography(self) -> Bibliography:
        """All sources."""
        from magdesk.knowledge.bibliography import read_bibliography

        return _sound(self.folder, read_bibliography)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The forms and what trials found."""
        from magdesk.knowledge.catalogue import read_catalogue

        return _sound(self.folder, read_catalogue)

    @cached_property
    def names(self) -> NameIndex:
        """What people call the forms, for the search and for labels."""
        from magdesk.knowledge.names.name_index import NameIndex
        from magdesk.knowledge.names.name_records import read_names

        return NameIndex(self.catalogue.forms.values(), _sound(self.folder, read_names))

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """How many get better without and with magnesium."""
        from magdesk.knowledge.expectations import read_expectations

        return _sound(self.folder, read_expectations)

    @cached_property
    def claims(self) -> ClaimsAudit:
        """The article's claims, checked."""
        from magdesk.knowledge.claims import read_claims

        return _sound(self.folder, read_claims)

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
        from magdesk.knowledge.records.label_records import read_labels

        labels = _sound(self.folder, read_labels)
        assert labels is not None  # else its faults were raised
        return labels

    @cached_property
    def decision(self) -> Decision:
        """The wizard's questions, rules and options."""
        from magdesk.knowledge.decision import read_decision

        return _sound(self.folder, lambda reader: read_decision(reader, self.catalogue))

    @cached_property
    def foods(self) -> FoodKnowledge:
        """What foods hold, and which are everyday."""
        from magdesk.knowledge.foods import read_foods

        return _sound(self.folder, read_foods)

    @cached_property
    def planner_sentences(self) -> Sentences:
        """What is said of a day's plan."""
        from magdesk.knowledge.sentences import read_planner_sentences

        return _sound(self.folder, read_planner_sentences)

    @cached_property
    def report_words(self) -> Sentences:
        """What reports say."""
        from magdesk.knowledge.sentences import read_report_sentences

        return _sound(self.folder, read_report_sentences)

    @cached_property
    def medicine_names(self) -> MedicineNames:
        """What people call medicines, and the words around these names."""
        from magdesk.knowledge.names.medicine_names import read_medicine_names

        return _sound(self.folder, read_medicine_names)

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
    def learn_pages(self) -> tuple[LearnPage, ...]:
        """The chapters of *Learn*, in reading order."""
        from magdesk.knowledge.learn_pages import read_learn_page

        pages = (page for page in self._learn_folder.iterdir() if page.name.endswith(".md"))
        return tuple(read_learn_page(page) for page in sorted(pages, key=lambda page: page.name))


def _sound(folder: Path, read: Callable[[Reader], Part]) -> Part:
    from magdesk.knowledge.tables import Reader

    faults: list[Fault] = []
    part = read(Reader(folder, faults))
    if faults:
        raise KnowledgeError(faults)
    return part
