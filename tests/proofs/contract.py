"""The contract's tables, row by row, as ``contract.toml`` has them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from magdesk.knowledge.conditions import Condition, parse_condition
from magdesk.knowledge.records import Grade, Level, Region
from magdesk.knowledge.records.decision_records import AmountRule
from magdesk.knowledge.records.interview_records import QuestionKind

FILE = Path(__file__).with_name("contract.toml")


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row that refuses unknown keys."""


class QuestionRow(_Row, frozen=True, kw_only=True):
    """One question; choices are separated by spaces."""

    id: str
    kind: QuestionKind
    page: int
    later: Level
    """The most that a rule which mentions a later question can come to."""
    choices: str = ""
    range: tuple[int, int] | None = None
    not_sure: bool = True
    asked_if: Condition | None = None


class RuleRow(_Row, frozen=True, kw_only=True):
    """One rule; one for each of several signs; or the place of the medicines."""

    id: str = ""
    group: str = ""
    question: str = ""
    signs: str = ""
    medicines: bool = False
    when: Condition | None = None
    level: Level = "self_care"
    stop: bool = False
    if_unsure: Level | None = None


class MedicineRow(_Row, frozen=True, kw_only=True):
    """One medicine; hours before and after, 0 where the contract gives none."""

    level: Level = "self_care"
    stop: bool = False
    hours: tuple[int, int] = (0, 0)
    course: bool = False
    also: str = ""


FORMS = ("glycinate", "citrate", "malate", "taurate", "chloride_topical")


class CandidateRow(_Row, frozen=True, kw_only=True):
    """One candidate."""

    gentle: int
    oral: bool


class PointsRow(_Row, frozen=True, kw_only=True):
    """One row of points."""

    when: Condition | None = None
    out: str = ""
    listed: str = ""
    glycinate: int = 0
    citrate: int = 0
    malate: int = 0
    taurate: int = 0
    chloride_topical: int = 0

    def points(self) -> dict[str, int]:
        """Points that are not 0, by form."""
        return {name: getattr(self, name) for name in FORMS if getattr(self, name)}


class EvidenceRow(_Row, frozen=True, kw_only=True):
    """For one kind of complaint, the grades that are not G0."""

    when: Condition
    glycinate: Grade = "G0"
    citrate: Grade = "G0"
    malate: Grade = "G0"
    taurate: Grade = "G0"
    chloride_topical: Grade = "G0"

    def grades(self) -> dict[str, Grade]:
        """By form."""
        return {name: getattr(self, name) for name in FORMS}


class OptionsRow(_Row, frozen=True, kw_only=True):
    """How forms are ordered."""

    none_first: str


class SummaryRow(_Row, frozen=True, kw_only=True):
    """The parts of the summary, and those that are told where there is no time for more."""

    parts: str
    urgent: str


class RegionRow(_Row, frozen=True, kw_only=True):
    """Limit, and reference intakes with the age from which each counts."""

    upper: int
    male: tuple[tuple[int, int], ...]
    female: tuple[tuple[int, int], ...]


class Regions(_Row, frozen=True, kw_only=True):
    """All regions."""

    default: Region
    us: RegionRow
    eu: RegionRow
    uk: RegionRow


class StopRow(_Row, frozen=True, kw_only=True):
    """Patterns that the text of every level has to match where a rule stops."""

    says: tuple[str, ...]


class Contract(_Row, frozen=True, kw_only=True):
    """All tables."""

    question: tuple[QuestionRow, ...]
    rule: tuple[RuleRow, ...]
    medicine: dict[str, MedicineRow]
    candidate: dict[str, CandidateRow]
    points: tuple[PointsRow, ...]
    evidence: tuple[EvidenceRow, ...]
    options: OptionsRow
    amount: AmountRule
    region: Regions
    first_step: dict[str, Condition]
    watch: dict[str, tuple[str, ...]]
    """By complaint: for each sign one pattern that its text has to match."""
    summary: SummaryRow
    says: dict[str, dict[str, tuple[str, ...]]]
    """By question and choice: patterns that its words on screen have to match."""
    stop: StopRow
    tells: dict[str, tuple[str, ...]]
    """By rule: patterns that what it tells has to match."""


@cache
def contract() -> Contract:
    """The tables, read once; ``msgspec.ValidationError`` for a slip in them."""
    return msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), Contract, dec_hook=_condition)


def _condition(kind: type, table: object) -> object:
    if kind is Condition:
        return parse_condition(table)
    raise NotImplementedError(kind)
