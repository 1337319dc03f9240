"""Faults of the wizard's data: conditions, rules, medicines, options and questions."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.conditions import (
    QUANTITIES,
    Bounded,
    Chosen,
    Condition,
    NotAsked,
    atoms,
)
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import PointsRow
from magdesk.knowledge.faults import Fault
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import LEVELS

RESERVED = ("none", "not_sure")


def decision_faults(
    decision: Decision, catalogue: Catalogue, keys: Container[str]
) -> Iterator[Fault]:
    """Everything in the decision that points to nothing or cannot be evaluated."""
    yield from _conditions(decision)
    yield from _questions(decision)
    yield from _rules(decision, keys)
    yield from _medicines(decision)
    yield from _options(decision, catalogue, keys)


def condition_messages(condition: Condition, decision: Decision) -> Iterator[str]:
    """What a condition refers to that does not exist."""
    for atom in atoms(condition):
        match atom:
            case Chosen(question, choices):
                known = decision.questions.get(question)
                if known is None:
                    yield f"there is no question {question!r}"
                    continue
                for name in choices - {choice.id for choice in known.choices}:
                    yield f"{question!r} has no choice {name!r}"
            case Bounded(subject):
                known = decision.questions.get(subject)
                if subject not in QUANTITIES and (known is None or known.choices):
                    yield f"there is no number {subject!r}"
            case NotAsked(question):
                if question not in decision.questions:
                    yield f"there is no question {question!r}"


def _conditions(decision: Decision) -> Iterator[Fault]:
    for file, entry, key, condition in _all_conditions(decision):
        for message in condition_messages(condition, decision):
            yield Fault(file, entry, key, message)


def _all_conditions(decision: Decision) -> Iterator[tuple[str, str, str, Condition]]:
    for question in decision.questions.values():
        if question.asked_if is not None:
            yield "interview.toml", question.id, "asked_if", question.asked_if
    for rule in decision.rules:
        file = "medicines.toml" if rule.id.startswith("medicine.") else "rules.toml"
        yield file, rule.id, "when", rule.when
        if rule.raised is not None:
            yield file, rule.id, "raised.when", rule.raised.when
    for number, row in enumerate(decision.points, start=1):
        if row.when is not None:
            yield "options.toml", f"points {number}", "when", row.when
    # a folder with a fault here may lack it
    if decision.cramp_evidence_when is not None:
        yield "options.toml", "", "cramp_evidence_when", decision.cramp_evidence_when
    for step in decision.first_steps:
        if step.when is not None:
            yield "options.toml", step.id, "when", step.when


def _questions(decision: Decision) -> Iterator[Fault]:
    file = "interview.toml"
    sections = {section.id for section in decision.sections}
    for question in decision.questions.values():
        if question.section not in sections:
            yield Fault(file, question.id, "section", f"{question.section!r} points to nothing")
        for key, message in _shape_of(question):
            yield Fault(file, question.id, key, message)
    order = [name for name, _ in groupby(q.section for q in decision.questions.values())]
    for name in {name for name in order if order.count(name) > 1}:
        yield Fault(file, name, "section", "its questions do not stand together")


def _shape_of(question: Question) -> Iterator[tuple[str, str]]:
    takes_choices = question.kind in ("one", "several")
    ids = [choice.id for choice in question.choices]
    if takes_choices != bool(ids):
        yield "choices", "only and all questions of kind one or several have choices"
    if not takes_choices and question.maximum is None:
        yield "maximum", "missing key"
    for name in {name for name in ids if ids.count(name) > 1}:
        yield "choices", f"duplicate: {name!r}"
    for name in RESERVED:
        if name in ids:
            yield "choices", f"{name!r} is implied"
    if question.takes_not_sure and not question.take_along:
        yield "take_along", "missing key"


def _rules(decision: Decision, keys: Container[str]) -> Iterator[Fault]:
    ids = [rule.id for rule in decision.rules]
    for rule in decision.rules:
        file = "medicines.toml" if rule.id.startswith("medicine.") else "rules.toml"
        if ids.count(rule.id) > 1:
            yield Fault(file, rule.id, "id", "duplicate")
        for source in rule.sources:
            if source not in keys:
                yield Fault(file, rule.id, "sources", f"{source!r} points to nothing")
    for level in LEVELS:
        if level not in decision.levels:
            yield Fault("rules.toml", level, "", "the level is not told")
    for name in decision.no_supplement_first:
        if name not in ids:
            yield Fault("options.toml", "", "no_supplement_first", f"{name!r} points to nothing")


def _medicines(decision: Decision) -> Iterator[Fault]:
    file = "medicines.toml"
    groups = {group.id for group in decision.medicine_groups}
    for medicine in decision.medicines.values():
        if medicine.group not in groups:
            yield Fault(file, medicine.id, "group", f"{medicine.group!r} points to nothing")
        for name in medicine.also:
            if name not in decision.medicines:
                yield Fault(file, medicine.id, "also", f"{name!r} points to nothing")
        has_hours = medicine.before_h is not None or medicine.after_h is not None
        if medicine.spaced != has_hours:
            yield Fault(file, medicine.id, "spaced", "does not agree with the hours")


def _options(decision: Decision, catalogue: Catalogue, keys: Container[str]) -> Iterator[Fault]:
    yield from _candidates(decision, catalogue)
    for number, row in enumerate(decision.points, start=1):
        for key, message in _shape_of_row(row, decision):
            yield Fault("options.toml", f"points {number}", key, message)
    for step in decision.first_steps:
        for source in step.sources:
            if source not in keys:
                yield Fault("options.toml", step.id, "sources", f"{source!r} points to nothing")


def _candidates(decision: Decision, catalogue: Catalogue) -> Iterator[Fault]:
    file = "options.toml"
    for name in decision.candidates:
        if name not in catalogue.forms:
            yield Fault(file, name, "form", "points to nothing")
        elif not catalogue.forms[name].candidate:
            yield Fault(file, name, "form", "forms.toml does not call it a candidate")
    for form in catalogue.forms.values():
        if form.candidate and form.id not in decision.candidates:
            yield Fault("forms.toml", form.id, "candidate", "options.toml does not list it")


def _shape_of_row(row: PointsRow, decision: Decision) -> Iterator[tuple[str, str]]:
    for form in (*row.points, *row.out, *row.listed):
        if form not in decision.candidates:
            yield "points", f"{form!r} is no candidate"
    if any(points > 0 for points in row.points.values()) and not row.in_favour:
        yield "in_favour", "missing key"
    if any(points < 0 for points in row.points.values()) and not (row.against and row.unsure):
        yield "against", "a row that takes points needs `against` and `unsure`"
