"""The contract's tables as a decision: what the program would evaluate if they were its data.

Nothing here comes from the data that the program loads. Texts are left out, for the contract leaves
them to the program.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from magdesk.knowledge.conditions import Chosen, Condition
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.limits import AdultIntake, Elsewhere, Limits, RegionLimits
from magdesk.knowledge.records import Content, Grade, Level, Region
from magdesk.knowledge.records.decision_records import (
    Candidate,
    CausesText,
    EvidenceRow,
    FirstStep,
    Medicine,
    NoSupplement,
    PointsRow,
    Reason,
    Rule,
)
from magdesk.knowledge.records.interview_records import Choice, Page, Question
from tests.proofs.contract import MedicineRow, QuestionRow, RuleRow, contract

REGIONS: tuple[Region, ...] = ("us", "eu", "uk")


@cache
def contract_decision() -> Decision:
    """The tables, made into a decision once."""
    tables = contract()
    questions = [_question(row) for row in tables.question]
    medicines = {name: _medicine(name, tables.medicine[name]) for name in _medicine_order()}
    return Decision(
        content=Content(
            version="contract", reviewed=datetime.date.min, review_months=18, purpose=""
        ),
        pages=tuple(_pages()),
        questions=MappingProxyType({question.id: question for question in questions}),
        levels=MappingProxyType({}),
        measured=MappingProxyType({}),
        rules=tuple(rule for row in tables.rule for rule in _rules(row)),
        medicine_groups=(),
        medicines=MappingProxyType(medicines),
        candidates=MappingProxyType(dict(_candidates())),
        points=tuple(_points()),
        evidence=tuple(_evidence()),
        grades=MappingProxyType(dict(_grades())),
        labels=MappingProxyType({}),
        no_supplement_first=tuple(tables.options.none_first.split()),
        amount=tables.amount,
        no_supplement=NoSupplement(
            in_favour=(),
            by_complaint=(),
            against=(),
            food_enough=Reason(text=""),
            older_cramps=Reason(text=""),
        ),
        first_steps=tuple(_first_steps()),
        watch=(),
        summary=(),
        causes=CausesText(unnamed="", both="", several=""),
        limits=_limits(),
    )


def _pages() -> Iterator[Page]:
    for number in sorted({row.page for row in contract().question}):
        yield Page(id=_page_id(number), title="")


def _page_id(number: int) -> str:
    return f"page{number}"


def _question(row: QuestionRow) -> Question:
    low, high = row.range or (None, None)
    return Question(
        id=row.id,
        page=_page_id(row.page),
        kind=row.kind,
        title="",
        short="",
        term="",
        why="",
        choices=tuple(Choice(id=name, label="", said="") for name in row.choices.split()),
        takes_not_sure=row.not_sure,
        minimum=low,
        maximum=high,
        asked_if=row.asked_if,
    )


def _rules(row: RuleRow) -> Iterator[Rule]:
    if row.medicines:
        yield from _medicine_rules()
    elif row.when is not None:
        yield _rule(row, row.id, row.when)
    for sign in row.signs.split():
        name = f"{row.group}.{sign}" if row.group else sign
        yield _rule(row, name, Chosen(row.question, frozenset((sign,))))


def _rule(row: RuleRow, name: str, when: Condition) -> Rule:
    return Rule(
        id=name,
        when=when,
        level=row.level,
        stop=row.stop,
        if_unsure=row.if_unsure,
        because="",
        sources=(),
    )


def _medicine_rules() -> Iterator[Rule]:
    """*Not sure* counts as the contract says."""
    for name in _medicine_order():
        row = contract().medicine[name]
        if_unsure: Level = "ask_first" if row.stop else "self_care"
        yield Rule(
            id=f"medicine.{name}",
            when=Chosen("medicines", frozenset((name, *row.also.split()))),
            level=row.level,
            stop=row.stop,
            if_unsure=if_unsure,
            because="",
            sources=(),
        )


def _medicine_order() -> list[str]:
    """As the medicine question has them."""
    return next(row.choices.split() for row in contract().question if row.id == "medicines")


def _medicine(name: str, row: MedicineRow) -> Medicine:
    before, after = row.hours
    return Medicine(
        id=name,
        group="",
        label="",
        names=(),
        said="",
        action="",
        level=row.level,
        stop=row.stop,
        also=tuple(row.also.split()),
        before_h=before or None,
        after_h=after or None,
        spaced=bool(before or after),
        short_course=row.course,
        because="",
        sources=(),
    )


def _candidates() -> Iterator[tuple[str, Candidate]]:
    for form, row in contract().candidate.items():
        yield (
            form,
            Candidate(form=form, gentle=row.gentle, oral=row.oral, caveats=()),
        )


def _points() -> Iterator[PointsRow]:
    for row in contract().points:
        out, listed = tuple(row.out.split()), tuple(row.listed.split())
        yield PointsRow(when=row.when, points=row.points(), out=out, listed=listed)


def _evidence() -> Iterator[EvidenceRow]:
    for number, row in enumerate(contract().evidence):
        yield EvidenceRow(when=row.when, outcome=f"outcome{number}")


def _grades() -> Iterator[tuple[tuple[str, str], Grade]]:
    for number, row in enumerate(contract().evidence):
        for form, grade in row.grades().items():
            yield (form, f"outcome{number}"), grade


def _first_steps() -> Iterator[FirstStep]:
    """What the contract names for each; it does not forbid other triggers."""
    for name, when in contract().first_step.items():
        yield FirstStep(id=name, when=when, title="", text="", sources=())


def _limits() -> Limits:
    rows = contract().region
    regions: dict[Region, RegionLimits] = {}
    for name in REGIONS:
        row = getattr(rows, name)
        intake = tuple(
            AdultIntake(from_age=age, male_mg=male, female_mg=female)
            for (age, male), (_, female) in zip(row.male, row.female, strict=True)
        )
        regions[name] = RegionLimits(
            id=name,
            name="",
            upper_mg=row.upper,
            upper_authority="",
            intake_authority="",
            intake=intake,
            emergency_number="",
            urgent_line="",
            poison_line="",
        )
    elsewhere = Elsewhere(name="", note="", emergency_number="", urgent_line="", poison_line="")
    return Limits({}, MappingProxyType(regions), rows.default, elsewhere)
