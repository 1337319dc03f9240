"""Everything the wizard and ``magdesk advise`` evaluate, read when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import cast

from msgspec.structs import replace

from magdesk.knowledge.catalogue import read_content
from magdesk.knowledge.conditions import Chosen, Condition
from magdesk.knowledge.decision_records import (
    AmountRule,
    Candidate,
    FirstStep,
    LevelText,
    Medicine,
    MedicineGroup,
    NoSupplement,
    PointsRow,
    Rule,
)
from magdesk.knowledge.interview_records import Choice, Question, Section
from magdesk.knowledge.limits import Limits, read_limits
from magdesk.knowledge.medicine_names import MedicineNames, read_medicine_names
from magdesk.knowledge.records import Content, Level
from magdesk.knowledge.tables import Reader, Table, by_id


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


def read_decision(reader: Reader) -> Decision:
    """Read the interview, rules, medicines and options, with the limits they refer to."""
    interview, rules = reader.table("interview.toml"), reader.table("rules.toml")
    medicine_table, options = reader.table("medicines.toml"), reader.table("options.toml")
    rows = medicine_table.rows("medicine", Medicine)
    for row in rows:
        if row.names:
            medicine_table.fault(row.id, "names", "names stand in medicine_names.toml")
    medicines = by_id(with_names(rows, read_medicine_names(reader)))
    questions = [
        with_medicine_choices(question, medicines)
        for question in interview.rows("question", Question)
    ]
    candidates = options.rows("candidate", Candidate, named_by="form")
    decision = Decision(
        content=read_content(reader),
        sections=tuple(interview.rows("section", Section)),
        questions=by_id(questions),
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


def with_names(medicines: Iterable[Medicine], names: MedicineNames) -> Iterator[Medicine]:
    """The medicines, each with the names that belong to it."""
    for medicine in medicines:
        yield replace(medicine, names=names.of(medicine.id))


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
    )


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
