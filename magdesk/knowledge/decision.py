"""Everything the wizard and ``magdesk advise`` evaluate, read when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import NamedTuple, cast

from msgspec.structs import replace

from magdesk.knowledge.catalogue import Catalogue, grade_for, read_content
from magdesk.knowledge.conditions import Chosen
from magdesk.knowledge.formula import FormulaError, elemental_fraction
from magdesk.knowledge.limits import Limits, read_limits
from magdesk.knowledge.names.medicine_names import MedicineNames, read_medicine_names
from magdesk.knowledge.question_ids import MEDICINES
from magdesk.knowledge.records import Content, Grade, Level
from magdesk.knowledge.records.decision_records import (
    AmountRule,
    Candidate,
    CausesText,
    EvidenceRow,
    FirstStep,
    LevelText,
    Measured,
    Medicine,
    MedicineGroup,
    NoSupplement,
    PointsRow,
    Rule,
    SummaryLine,
    Watch,
)
from magdesk.knowledge.records.interview_records import Choice, ChoiceGroup, Page, Question
from magdesk.knowledge.tables import Reader, Table, by_id


class FormLabel(NamedTuple):
    """What a sentence about a candidate needs."""

    name: str
    fraction: float | None
    """Milligrams of magnesium in a milligram of the compound; None where it has no formula."""


NAMES_SHOWN = 12
"""Names that stand below a medicine in a list; a search finds them all."""


@dataclass(frozen=True, eq=False)
class Decision:
    """Everything the wizard asks, evaluates and says."""

    content: Content
    pages: tuple[Page, ...]
    questions: Mapping[str, Question]
    """By id, in the order they are asked; choices of the medicine question are filled in."""
    levels: Mapping[Level, LevelText]
    measured: Mapping[str, Measured]
    """What blood tests tell, in the order it is asked for."""
    rules: tuple[Rule, ...]
    """In the contract's order, each medicine's rule where the contract puts medicines."""
    medicine_groups: tuple[MedicineGroup, ...]
    medicines: Mapping[str, Medicine]
    candidates: Mapping[str, Candidate]
    points: tuple[PointsRow, ...]
    evidence: tuple[EvidenceRow, ...]
    """For which complaints findings count; otherwise every form is G0."""
    grades: Mapping[tuple[str, str], Grade]
    """By candidate and outcome: the grade outside pregnancy; a pair that is missing is G0."""
    labels: Mapping[str, FormLabel]
    """By candidate: how it is told."""
    no_supplement_first: tuple[str, ...]
    """Rules that put *no supplement* before every form."""
    amount: AmountRule
    no_supplement: NoSupplement
    first_steps: tuple[FirstStep, ...]
    watch: tuple[Watch, ...]
    summary: tuple[SummaryLine, ...]
    causes: CausesText
    limits: Limits

    @cached_property
    def medicine_of_rule(self) -> Mapping[str, Medicine]:
        """The medicine behind each rule that stands for one, by rule id."""
        return {f"medicine.{key}": medicine for key, medicine in self.medicines.items()}


def read_decision(reader: Reader, catalogue: Catalogue) -> Decision:
    """Read the interview, rules, medicines and options, with the limits they refer to.

    Grades and names of the candidates are those of the catalogue.
    """
    interview, rules = reader.table("interview.toml"), reader.table("rules.toml")
    medicine_table, options = reader.table("medicines.toml"), reader.table("options.toml")
    medicines = _read_medicines(medicine_table, read_medicine_names(reader))
    groups = tuple(medicine_table.rows("group", MedicineGroup))
    questions = [
        with_medicine_choices(question, medicines, groups)
        for question in interview.rows("question", Question)
    ]
    candidates = options.rows("candidate", Candidate, named_by="form")
    evidence = tuple(options.rows("evidence", EvidenceRow, named_by=""))
    decision = Decision(
        content=read_content(reader),
        pages=tuple(interview.rows("page", Page)),
        questions=by_id(questions),
        levels=MappingProxyType({row.id: row for row in rules.rows("level", LevelText)}),
        measured=by_id(rules.rows("measured", Measured)),
        rules=_with_medicine_rules(rules, medicines),
        medicine_groups=groups,
        medicines=medicines,
        candidates=MappingProxyType({row.form: row for row in candidates}),
        points=tuple(options.rows("points", PointsRow, named_by="")),
        evidence=evidence,
        grades=_grades(candidates, evidence, catalogue),
        labels=_labels(candidates, catalogue),
        no_supplement_first=options.value("no_supplement_first", tuple[str, ...]) or (),
        amount=cast("AmountRule", options.row("amount", AmountRule)),
        no_supplement=cast("NoSupplement", options.row("no_supplement", NoSupplement)),
        first_steps=tuple(options.rows("first_step", FirstStep)),
        watch=tuple(options.rows("watch", Watch)),
        summary=tuple(options.rows("summary", SummaryLine, named_by="")),
        causes=cast("CausesText", options.row("causes", CausesText)),
        limits=read_limits(reader),
    )
    for table in (interview, rules, medicine_table, options):
        table.finish()
    return decision


def _read_medicines(table: Table, names: MedicineNames) -> Mapping[str, Medicine]:
    rows = table.rows("medicine", Medicine)
    for row in rows:
        if row.names:
            table.fault(row.id, "names", "names stand in medicine_names.toml")
    return by_id(with_names(rows, names))


def with_names(medicines: Iterable[Medicine], names: MedicineNames) -> Iterator[Medicine]:
    """The medicines, each with the names that belong to it."""
    for medicine in medicines:
        yield replace(medicine, names=names.of(medicine.id))


def with_medicine_choices(
    question: Question, medicines: Mapping[str, Medicine], groups: Iterable[MedicineGroup]
) -> Question:
    """The question, its choices and headings filled in from the medicines where it says so."""
    if question.choices_from is None:
        return question
    choices = tuple(
        Choice(
            id=row.id,
            group=row.group,
            label=row.label,
            detail=", ".join(row.names[:NAMES_SHOWN]),
            said=row.said,
            term=row.term,
        )
        for row in medicines.values()
    )
    headings = tuple(ChoiceGroup(id=group.id, title=group.title) for group in groups)
    return replace(question, choices=choices, groups=headings)


def _grades(
    candidates: Iterable[Candidate], evidence: Iterable[EvidenceRow], catalogue: Catalogue
) -> Mapping[tuple[str, str], Grade]:
    known = [candidate.form for candidate in candidates if candidate.form in catalogue.forms]
    outcomes = [row.outcome for row in evidence if row.outcome in catalogue.outcomes]
    pairs = product(known, outcomes)
    return MappingProxyType(
        {pair: grade_for(catalogue, *pair, outside_pregnancy=True) for pair in pairs}
    )


def _labels(candidates: Iterable[Candidate], catalogue: Catalogue) -> Mapping[str, FormLabel]:
    """Names and shares; a form that is missing or has a faulty formula is found by the checks."""
    labels: dict[str, FormLabel] = {}
    for candidate in candidates:
        form = catalogue.forms.get(candidate.form)
        if form is None:
            continue
        try:
            fraction = None if form.formula is None else elemental_fraction(form.formula)
        except FormulaError:
            fraction = None
        labels[form.id] = FormLabel(form.name, fraction)
    return MappingProxyType(labels)


def medicine_rule(medicine: Medicine) -> Rule:
    """The rule that a medicine stands for: its yes, or that of a medicine of the same kind."""
    return Rule(
        id=f"medicine.{medicine.id}",
        when=Chosen(MEDICINES, frozenset((medicine.id, *medicine.also))),
        level=medicine.level,
        stop=medicine.stop,
        if_unsure="ask_first" if medicine.stop else "self_care",
        because=medicine.because,
        detail=medicine.detail,
        sources=medicine.sources,
        clears=medicine.clears,
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
