"""What the loader hands out: two immutable collections of records, read when they are needed.

``Catalogue`` is what the comparison shows and is read before the first window; ``Decision`` is what
the wizard and ``magdesk advise`` evaluate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from magdesk.knowledge.conditions import Condition
from magdesk.knowledge.records import (
    AmountRule,
    Authority,
    Candidate,
    Claim,
    Content,
    Finding,
    FirstStep,
    Form,
    GradeMeaning,
    Level,
    LevelText,
    Medicine,
    MedicineGroup,
    NoSupplement,
    Outcome,
    PointsRow,
    Question,
    Reference,
    Region,
    RegionLimits,
    Rule,
    Section,
    Trial,
)


@dataclass(frozen=True)
class Bibliography:
    """Every source by its key, in alphabetical order of keys."""

    references: Mapping[str, Reference]

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: object) -> bool:
        return key in self.references

    def __len__(self) -> int:
        return len(self.references)


@dataclass(frozen=True)
class Catalogue:
    """The forms, what trials found, and what the guide claims."""

    content: Content
    forms: Mapping[str, Form]
    """By id, the guide's six first, then by name."""
    outcomes: Mapping[str, Outcome]
    grades: tuple[GradeMeaning, ...]
    findings: Mapping[tuple[str, str], Finding]
    """By form id and outcome id; a pair that is missing was never studied."""
    trials: Mapping[str, Trial]

    def findings_of(self, form: str) -> tuple[Finding, ...]:
        """The findings of one form, in the order of the outcomes."""
        pairs = ((form, outcome) for outcome in self.outcomes)
        return tuple(self.findings[pair] for pair in pairs if pair in self.findings)


@dataclass(frozen=True)
class Limits:
    """Needs and limits by authority, and what the wizard uses for each region."""

    authorities: Mapping[str, Authority]
    regions: Mapping[Region, RegionLimits]
    default_region: Region


@dataclass(frozen=True, eq=False)
class Decision:
    """Everything the wizard asks, evaluates and says."""

    content: Content
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    """By id, in the order they are asked; choices of the medicine question are filled in."""
    levels: Mapping[Level, LevelText]
    rules: tuple[Rule, ...]
    """In the contract's order, each medicine's rule where the contract puts medicines."""
    medicine_groups: tuple[MedicineGroup, ...]
    medicines: Mapping[str, Medicine]
    candidates: Mapping[str, Candidate]
    points: tuple[PointsRow, ...]
    cramp_evidence_when: Condition
    """When the candidates' grade for cramps counts; otherwise every form is G0."""
    no_supplement_first: tuple[str, ...]
    """Rules that put *no supplement* before every form."""
    amount: AmountRule
    no_supplement: NoSupplement
    first_steps: tuple[FirstStep, ...]
    limits: Limits

    @cached_property
    def medicine_of_rule(self) -> Mapping[str, Medicine]:
        """The medicine behind each rule that stands for one, by rule id."""
        return {f"medicine.{key}": medicine for key, medicine in self.medicines.items()}


@dataclass(frozen=True)
class ClaimsAudit:
    """The guide's claims and what became of them, by number."""

    claims: Mapping[int, Claim]
