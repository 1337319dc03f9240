"""Every small wrong turn that the data can take, made one by one from the data itself.

A rule dropped, a stop removed, a level lowered, an unknown read as no; each number of the rules,
limits, points, amounts and hours moved by one; each ``any`` for an ``all`` and the other way round;
a choice forgotten. Each comes with the part of the tables that has to notice it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from msgspec.structs import asdict
from msgspec.structs import replace as with_fields

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.records import LEVELS, Grade, Level
from magdesk.knowledge.records.decision_records import Medicine, PointsRow, Rule
from magdesk.knowledge.records.interview_records import Question
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.contract import contract
from tests.proofs.contract_decision import contract_decision
from tests.proofs.contract_tables import Tables
from tests.proofs.mutating import (
    with_amount,
    with_candidate,
    with_medicine,
    with_question,
    with_region,
    without_step,
)
from tests.proofs.proving import Obligation, Prover
from tests.proofs.rule_formulas import rank
from tests.proofs.translate import AdviceFormulas
from tests.proofs.wrong_turns import wrong_turns

Noticed = Callable[[Tables], Iterator[Obligation]]


@dataclass(frozen=True)
class SmallChange:
    """A decision with one wrong turn, and the part of the tables that notices it."""

    name: str
    wrong: Decision
    noticed_by: Noticed


SAME_ON_EVERY_SHEET = {"food_enough with age from 18 in part 1"}
"""Changes that turn nothing: nobody under 19 has a reference intake, so no food reaches it."""


def small_changes(decision: Decision) -> Iterator[SmallChange]:
    """All of them, rules first, but for those that turn nothing."""
    return (each for each in all_changes(decision) if each.name not in SAME_ON_EVERY_SHEET)


def all_changes(decision: Decision) -> Iterator[SmallChange]:
    """Also those that turn nothing."""
    yield from _of_rules(decision)
    yield from _of_questions(decision)
    yield from _of_amounts(decision)
    yield from _of_medicines(decision)
    yield from _of_points(decision)
    yield from _of_forms(decision)
    yield from _of_what_is_told(decision)


def unnoticed(decision: Decision, changes: Iterable[SmallChange]) -> Iterator[str]:
    """The names of those changes to a decision that its part of the tables lets pass."""
    space = AnswerSpace(decision)
    prover = Prover(decision, space.sheet, smallest=False)
    contract = AdviceFormulas(contract_decision(), space.sheet)
    for change in changes:
        tables = Tables(AdviceFormulas(change.wrong, space.sheet), contract)
        if not prover.fails(change.noticed_by(tables)):
            yield change.name


# --- rules ------------------------------------------------------------------------------------


def _of_rules(decision: Decision) -> Iterator[SmallChange]:
    """Each with this one rule only: what the tables say of a rule rests on no other."""
    for rule in decision.rules:
        part = _part(Tables.rule, rule.id)
        yield SmallChange(f"{rule.id} dropped", replace(decision, rules=()), part)
        for name, wrong in _of_rule(rule):
            yield SmallChange(f"{rule.id} {name}", replace(decision, rules=(wrong,)), part)


def _of_rule(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """No stop, a lower level, a lower level or none where it is unknown, other people."""
    if rule.stop:
        yield "does not stop", with_fields(rule, stop=False)
    for lower in _one_below(rule.level):
        yield f"only {lower}", with_fields(rule, level=lower)
    for lower in _one_below(rule.if_unsure):
        yield f"only {lower} where it is unknown", with_fields(rule, if_unsure=lower)
    if rule.if_unsure is not None:
        yield "is no where it is unknown", with_fields(rule, if_unsure=None)
    for name, when in wrong_turns(rule.when):
        yield name, with_fields(rule, when=when)


def _one_below(level: Level | None) -> Iterator[Level]:
    if level is not None and level != LEVELS[0]:
        yield LEVELS[rank(level) - 1]


def _part(table: Callable[[Tables, str], Iterator[Obligation]], name: str) -> Noticed:
    return lambda tables: table(tables, name)


# --- questions, amounts, medicines ------------------------------------------------------------


def _of_questions(decision: Decision) -> Iterator[SmallChange]:
    for question in decision.questions.values():
        name = question.id
        for words, when in wrong_turns(question.asked_if) if question.asked_if else ():
            wrong = with_question(decision, name, asked_if=when)
            yield SmallChange(f"{name} asked {words}", wrong, _part(Tables.question, name))
        for words, changes in _of_answers(question):
            wrong = with_question(decision, name, **changes)
            yield SmallChange(f"{name} {words}", wrong, Tables.names)


def _of_answers(question: Question) -> Iterator[tuple[str, dict[str, object]]]:
    """What it takes for an answer."""
    yield "without not sure, or with", {"takes_not_sure": not question.takes_not_sure}
    yield "on another page", {"page": "elsewhere"}
    for choice in question.choices:
        kept = tuple(each for each in question.choices if each is not choice)
        yield f"without {choice.id}", {"choices": kept}
    if question.maximum is not None:
        yield "up to one more", {"maximum": question.maximum + 1}
        yield "up to one less", {"maximum": question.maximum - 1}


def _of_amounts(decision: Decision) -> Iterator[SmallChange]:
    for key, value in asdict(decision.amount).items():
        for number in _beside(value):
            wrong = with_amount(decision, **{key: number})
            yield SmallChange(f"amount: {key} {number:g}", wrong, Tables.amount)
    for name, limits in decision.limits.regions.items():
        for number in _beside(limits.upper_mg):
            wrong = with_region(decision, name, upper_mg=number)
            yield SmallChange(f"{name}: limit {number:g}", wrong, Tables.amount)
        for words, intake in _of_intake(limits):
            wrong = with_region(decision, name, intake=intake)
            yield SmallChange(f"{name}: {words}", wrong, Tables.intake)


def _of_intake(limits: RegionLimits) -> Iterator[tuple[str, tuple[object, ...]]]:
    for row in limits.intake:
        for key in ("from_age", "male_mg", "female_mg"):
            for number in _beside(getattr(row, key)):
                wrong = with_fields(row, **{key: number})
                rows = tuple(wrong if each is row else each for each in limits.intake)
                yield f"intake from {row.from_age}: {key} {number:g}", rows


def _beside(value: object) -> Iterator[float]:
    """One less and one more, for a number."""
    if isinstance(value, int | float):
        yield value - 1
        yield value + 1


def _of_medicines(decision: Decision) -> Iterator[SmallChange]:
    for name, medicine in decision.medicines.items():
        for words, changes in _of_medicine(medicine):
            wrong = with_medicine(decision, name, **changes)
            yield SmallChange(f"{name}: {words}", wrong, _part(Tables.medicine, name))


def _of_medicine(medicine: Medicine) -> Iterator[tuple[str, dict[str, object]]]:
    for key in ("before_h", "after_h"):
        for number in _beside(getattr(medicine, key)):
            yield f"{key} {number:g}", {key: number}
    if medicine.spaced:
        yield "no hours", {"spaced": False}
        yield "another course", {"short_course": not medicine.short_course}


# --- forms ------------------------------------------------------------------------------------


def _of_points(decision: Decision) -> Iterator[SmallChange]:
    for number, row in enumerate(decision.points, start=1):
        for words, wrong in _of_row(row):
            rows = tuple(wrong if each is row else each for each in decision.points)
            changed = replace(decision, points=rows)
            yield SmallChange(f"points {number}: {words}", changed, Tables.forms)


def _of_row(row: PointsRow) -> Iterator[tuple[str, PointsRow]]:
    for form, points in row.points.items():
        for number in (points - 1, points + 1):
            yield f"{form} {number}", with_fields(row, points={**row.points, form: number})
    for key in ("out", "listed"):
        forms = getattr(row, key)
        for form in forms:
            kept = tuple(each for each in forms if each != form)
            yield f"{form} not {key}", with_fields(row, **{key: kept})
    for words, when in wrong_turns(row.when) if row.when else ():
        yield words, with_fields(row, when=when)


def _of_forms(decision: Decision) -> Iterator[SmallChange]:
    for form, candidate in decision.candidates.items():
        changes: list[dict[str, object]] = [{"oral": not candidate.oral}]
        changes += [{"gentle": number} for number in _beside(candidate.gentle)]
        for change in changes:
            wrong = with_candidate(decision, form, **change)
            yield SmallChange(f"{form}: {change}", wrong, Tables.forms)
    yield from _of_evidence(decision)
    for rule in decision.no_supplement_first:
        kept = tuple(each for each in decision.no_supplement_first if each != rule)
        wrong = replace(decision, no_supplement_first=kept)
        yield SmallChange(f"{rule} not told first", wrong, Tables.forms)


def _of_evidence(decision: Decision) -> Iterator[SmallChange]:
    for row in decision.evidence:
        name = f"evidence on {row.outcome}"
        rows = tuple(each for each in decision.evidence if each is not row)
        wrong = replace(decision, evidence=rows)
        yield SmallChange(f"{name} dropped", wrong, Tables.forms)
        for words, when in wrong_turns(row.when):
            rows = tuple(
                with_fields(row, when=when) if each is row else each for each in decision.evidence
            )
            wrong = replace(decision, evidence=rows)
            yield SmallChange(f"{name} {words}", wrong, Tables.forms)
        for form in decision.candidates:
            pair = form, row.outcome
            grades: tuple[Grade, ...] = ("G0", "G1", "G2", "G3", "G4")
            for grade in grades:
                if grade != decision.grades.get(pair, "G0"):
                    wrong = replace(decision, grades={**decision.grades, pair: grade})
                    yield SmallChange(f"{name}: {form} {grade}", wrong, Tables.forms)


def _of_what_is_told(decision: Decision) -> Iterator[SmallChange]:
    """First steps and signs to watch for."""
    for step in decision.first_steps:
        wrong = without_step(decision, step.id)
        yield SmallChange(f"no step {step.id}", wrong, Tables.first_steps)
    for sign in decision.watch:
        if contract().watch.keys().isdisjoint(sign.complaint):
            continue  # the contract leaves open what someone watches for who cannot name it
        kept = tuple(each for each in decision.watch if each is not sign)
        wrong = replace(decision, watch=kept)
        yield SmallChange(f"no watching for {sign.id}", wrong, Tables.watch)
