"""Reads ``resources/knowledge`` strictly, part by part, when a part is first asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec.structs import replace

from magdesk.knowledge.catalogue import Bibliography, Catalogue, ClaimsAudit, Decision, Limits
from magdesk.knowledge.conditions import Chosen, Condition
from magdesk.knowledge.faults import Fault, KnowledgeError
from magdesk.knowledge.records import (
    AmountRule,
    Authority,
    Candidate,
    Choice,
    Claim,
    Content,
    Expectation,
    Finding,
    FirstStep,
    Form,
    GradeMeaning,
    LevelText,
    Medicine,
    MedicineGroup,
    NoSupplement,
    Outcome,
    PointsRow,
    Question,
    Record,
    Reference,
    Region,
    RegionLimits,
    Rule,
    Section,
    Trial,
)
from magdesk.knowledge.tables import Table

if TYPE_CHECKING:
    from magdesk.knowledge.assurance import Assurance, Hazard

FILES = (
    "content.toml",
    "references.toml",
    "forms.toml",
    "evidence.toml",
    "expectations.toml",
    "claims.toml",
    "limits.toml",
    "interview.toml",
    "rules.toml",
    "medicines.toml",
    "options.toml",
    "hazards.toml",
)

Row = TypeVar("Row", bound=Record)
Part = TypeVar("Part")


@dataclass(frozen=True)
class GuidePage:
    """One page of the guide: Markdown with citations written ``[@key]``."""

    slug: str
    title: str
    text: str

    @property
    def citations(self) -> tuple[str, ...]:
        """Reference keys in the order they first appear."""
        return tuple(dict.fromkeys(re.findall(r"\[@([a-z0-9_]+)\]", self.text)))


class Library:
    """The knowledge, each part read once and then kept; a faulty part raises ``KnowledgeError``."""

    def __init__(self, folder: Traversable | None = None) -> None:
        resources = files("magdesk.resources")
        self.folder = folder if folder is not None else resources / "knowledge"
        self._guide_folder = resources / "guide"

    @cached_property
    def content(self) -> Content:
        """Which edition this is."""
        return _sound(self.folder, read_content)

    @cached_property
    def bibliography(self) -> Bibliography:
        """All sources."""
        return _sound(self.folder, read_bibliography)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The forms and what trials found."""
        return _sound(self.folder, read_catalogue)

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """How many get better without and with magnesium."""
        return _sound(self.folder, read_expectations)

    @cached_property
    def claims(self) -> ClaimsAudit:
        """The guide's claims, checked."""
        return _sound(self.folder, read_claims)

    @cached_property
    def limits(self) -> Limits:
        """Needs and limits by authority and region."""
        return _sound(self.folder, read_limits)

    @cached_property
    def decision(self) -> Decision:
        """The wizard's questions, rules and options."""
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
        pages = (page for page in self._guide_folder.iterdir() if page.name.endswith(".md"))
        return tuple(read_guide_page(page) for page in sorted(pages, key=lambda page: page.name))


class Reader:
    """Opens the tables of one folder and gathers their faults."""

    def __init__(self, folder: Traversable, faults: list[Fault]) -> None:
        self.folder = folder
        self.faults = faults

    def table(self, file: str) -> Table:
        """Open one file; what is wrong with it lands in ``faults``."""
        return Table(self.folder, file, self.faults)


def read_content(reader: Reader) -> Content:
    """Read ``content.toml``."""
    row = reader.table("content.toml").row("", Content)
    return cast("Content", row)


def read_bibliography(reader: Reader) -> Bibliography:
    """Read ``references.toml``."""
    table = reader.table("references.toml")
    rows = table.rows("reference", Reference, named_by="key")
    table.finish()
    return Bibliography(MappingProxyType({row.key: row for row in sorted(rows, key=_key)}))


def read_catalogue(reader: Reader) -> Catalogue:
    """Read ``forms.toml`` and ``evidence.toml``."""
    forms = reader.table("forms.toml")
    evidence = reader.table("evidence.toml")
    catalogue = Catalogue(
        content=read_content(reader),
        forms=_by_id(forms.rows("form", Form)),
        outcomes=_by_id(evidence.rows("outcome", Outcome)),
        grades=tuple(evidence.rows("grade", GradeMeaning, named_by="grade")),
        findings=_findings(evidence),
        trials=_by_id(evidence.rows("trial", Trial)),
    )
    forms.finish()
    evidence.finish()
    return catalogue


def read_expectations(reader: Reader) -> tuple[Expectation, ...]:
    """Read ``expectations.toml``."""
    table = reader.table("expectations.toml")
    expectations = tuple(table.rows("expectation", Expectation))
    table.finish()
    return expectations


def read_claims(reader: Reader) -> ClaimsAudit:
    """Read ``claims.toml``."""
    table = reader.table("claims.toml")
    claims = table.rows("claim", Claim, named_by="number")
    table.finish()
    return ClaimsAudit(MappingProxyType({claim.number: claim for claim in claims}))


def read_limits(reader: Reader) -> Limits:
    """Read ``limits.toml``."""
    table = reader.table("limits.toml")
    default: Region = table.value("default_region", Region) or "eu"  # type: ignore[arg-type]
    regions: dict[Region, RegionLimits] = {
        row.id: row for row in table.rows("region", RegionLimits)
    }
    limits = Limits(
        authorities=_by_id(table.rows("authority", Authority)),
        regions=MappingProxyType(regions),
        default_region=default,
    )
    table.finish()
    return limits


def read_decision(reader: Reader) -> Decision:
    """Read the interview, rules, medicines and options, with the limits they refer to."""
    interview, rules = reader.table("interview.toml"), reader.table("rules.toml")
    medicine_table, options = reader.table("medicines.toml"), reader.table("options.toml")
    medicines = _by_id(medicine_table.rows("medicine", Medicine))
    questions = [
        with_medicine_choices(question, medicines)
        for question in interview.rows("question", Question)
    ]
    candidates = options.rows("candidate", Candidate, named_by="form")
    decision = Decision(
        content=read_content(reader),
        sections=tuple(interview.rows("section", Section)),
        questions=_by_id(questions),
        levels=MappingProxyType({row.id: row for row in rules.rows("level", LevelText)}),
        rules=_with_medicine_rules(rules, medicines),
        medicine_groups=tuple(medicine_table.rows("group", MedicineGroup)),
        medicines=medicines,
        candidates=MappingProxyType({row.form: row for row in candidates}),
        points=tuple(options.rows("points", PointsRow, named_by="")),
        cramp_evidence_when=cast("Condition", options.value("cramp_evidence_when", Condition)),
        no_supplement_first=options.value("no_supplement_first", tuple[str, ...]) or (),
        amount=cast("AmountRule", options.row("amount", AmountRule)),
        no_supplement=cast("NoSupplement", options.row("no_supplement", NoSupplement)),
        first_steps=tuple(options.rows("first_step", FirstStep)),
        limits=read_limits(reader),
    )
    for table in (interview, rules, medicine_table, options):
        table.finish()
    return decision


def with_medicine_choices(question: Question, medicines: Mapping[str, Medicine]) -> Question:
    """The question, its choices filled in from the medicines where it says so."""
    if question.choices_from is None:
        return question
    choices = tuple(
        Choice(id=row.id, label=row.label, detail=", ".join(row.names), said=row.said)
        for row in medicines.values()
    )
    return replace(question, choices=choices)


def medicine_rule(medicine: Medicine) -> Rule:
    """The rule that a medicine stands for: its yes, or that of a medicine of the same kind."""
    return Rule(
        id=f"medicine.{medicine.id}",
        when=Chosen("medicines", frozenset((medicine.id, *medicine.also))),
        level=medicine.level,
        stop=medicine.stop,
        if_unsure="ask_first" if medicine.stop else "self_care",
        because=medicine.because,
        detail=medicine.detail,
        sources=medicine.sources,
        raised=medicine.raised,
    )


def read_guide_page(page: Traversable) -> GuidePage:
    """A guide page; its slug is the file name without number and ending."""
    text = page.read_text("utf-8")
    heading, _, body = text.partition("\n")
    slug = re.sub(r"^\d+-|\.md$", "", page.name)
    return GuidePage(slug=slug, title=heading.removeprefix("# ").strip(), text=body.strip())


def _sound(folder: Traversable, read: Callable[[Reader], Part]) -> Part:
    faults: list[Fault] = []
    part = read(Reader(folder, faults))
    if faults:
        raise KnowledgeError(faults)
    return part


def _findings(evidence: Table) -> Mapping[tuple[str, str], Finding]:
    findings: dict[tuple[str, str], Finding] = {}
    for finding in evidence.rows("finding", Finding, named_by=""):
        pair = (finding.form, finding.outcome)
        if pair in findings:
            evidence.fault("finding " + " ".join(pair), "outcome", "duplicate: stands twice")
        findings[pair] = finding
    return MappingProxyType(findings)


def _with_medicine_rules(table: Table, medicines: Mapping[str, Medicine]) -> tuple[Rule, ...]:
    """All rules; those of the medicines follow the rule that ``medicines_after`` names."""
    rules = table.rows("rule", Rule)
    after = table.value("medicines_after", str)
    if rules and after is not None and after not in {rule.id for rule in rules}:
        table.fault("", "medicines_after", f"there is no rule {after!r}")
    placed: list[Rule] = []
    for rule in rules:
        placed.append(rule)
        if rule.id == after:
            placed.extend(medicine_rule(medicine) for medicine in medicines.values())
    return tuple(placed)


def _by_id(rows: Iterable[Row]) -> Mapping[str, Row]:
    return MappingProxyType({str(row.id): row for row in rows})  # type: ignore[attr-defined]


def _key(reference: Reference) -> str:
    return reference.key
