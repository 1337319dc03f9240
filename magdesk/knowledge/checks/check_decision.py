"""Faults of the wizard's data: conditions, rules, medicines, options and questions."""

from __future__ import annotations

from collections.abc import Container, Iterator

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.checks.check_interview import NOT_SURE, interview_faults
from magdesk.knowledge.conditions import (
    QUANTITIES,
    Bounded,
    Chosen,
    Condition,
    NotAsked,
    atoms,
)
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.faults import Fault
from magdesk.knowledge.question_ids import SYMPTOM
from magdesk.knowledge.records import LEVELS, Keys
from magdesk.knowledge.records.decision_records import PointsRow, Rule


def decision_faults(
    decision: Decision, catalogue: Catalogue, keys: Container[str]
) -> Iterator[Fault]:
    """Everything in the decision that points to nothing or cannot be evaluated."""
    yield from _conditions(decision)
    yield from interview_faults(decision)
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
    for number, row in enumerate(decision.points, start=1):
        if row.when is not None:
            yield "options.toml", f"points {number}", "when", row.when
    for number, evidence in enumerate(decision.evidence, start=1):
        yield "options.toml", f"evidence {number}", "when", evidence.when
    for step in decision.first_steps:
        if step.when is not None:
            yield "options.toml", step.id, "when", step.when


def _rules(decision: Decision, keys: Container[str]) -> Iterator[Fault]:
    ids = [rule.id for rule in decision.rules]
    for rule in decision.rules:
        file = "medicines.toml" if rule.id.startswith("medicine.") else "rules.toml"
        if ids.count(rule.id) > 1:
            yield Fault(file, rule.id, "id", "duplicate")
        for key, message in _shape_of_rule(rule, decision, keys):
            yield Fault(file, rule.id, key, message)
    for level in LEVELS:
        if level not in decision.levels:
            yield Fault("rules.toml", level, "", "the level is not told")
    for name in decision.no_supplement_first:
        if name not in ids:
            yield Fault("options.toml", "", "no_supplement_first", f"{name!r} points to nothing")


def _shape_of_rule(
    rule: Rule, decision: Decision, keys: Container[str]
) -> Iterator[tuple[str, str]]:
    cleared_by = (source for each in rule.clears for source in each.sources)
    for source in (*rule.sources, *cleared_by):
        if source not in keys:
            yield "sources", f"{source!r} points to nothing"
    for name in rule.harm_of:
        if name not in decision.medicines:
            yield "harm_of", f"{name!r} points to nothing"
    for each in rule.clears:
        if not each.text and not each.measures:
            yield "clears", "what to ask for is not told"
        for name in each.measures:
            if name not in decision.measured:
                yield "measures", f"{name!r} points to nothing"
    weighs = rule.stop or rule.level != "self_care"
    if weighs and not rule.clears:
        yield "clears", "what clears or confirms it is not told"


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
    for evidence in decision.evidence:
        if evidence.outcome not in catalogue.outcomes:
            yield Fault("options.toml", evidence.outcome, "outcome", "points to nothing")
    yield from _said_by_complaint(decision, keys)
    yield from _summary(decision)


def _said_by_complaint(decision: Decision, keys: Container[str]) -> Iterator[Fault]:
    """First steps, signs to watch for, and the summary."""
    file = "options.toml"
    if [step.otherwise for step in decision.first_steps].count(True) != 1:
        yield Fault(file, "", "first_step", "one step, and one alone, is shown otherwise")
    for step in decision.first_steps:
        if step.otherwise == (step.when is not None):
            yield Fault(file, step.id, "when", "a step has either `when` or `otherwise`")
    for entry, complaints, sources in _sayings(decision):
        for name in complaints - _complaints(decision):
            yield Fault(file, entry, "complaint", f"{name!r} points to nothing")
        for source in sources:
            if source not in keys:
                yield Fault(file, entry, "sources", f"{source!r} points to nothing")


def _summary(decision: Decision) -> Iterator[Fault]:
    rules = {rule.id for rule in decision.rules}
    for number, line in enumerate(decision.summary, start=1):
        for name in line.rules:
            if name not in rules:
                entry = f"summary {number}"
                yield Fault("options.toml", entry, "rules", f"{name!r} points to nothing")


def _complaints(decision: Decision) -> set[str]:
    symptom = decision.questions.get(SYMPTOM)
    return {NOT_SURE, *(choice.id for choice in symptom.choices)} if symptom else {NOT_SURE}


def _sayings(decision: Decision) -> Iterator[tuple[str, set[str], Keys]]:
    """Entry, complaints and sources of what is said by complaint."""
    for step in decision.first_steps:
        yield step.id, {name for row in step.more for name in row.complaint}, step.sources
    for sign in decision.watch:
        yield sign.id, set(sign.complaint), sign.sources
    for number, line in enumerate(decision.summary, start=1):
        yield f"summary {number}", set(line.complaint), line.sources
    for candidate in decision.candidates.values():
        named = {name for row in candidate.caveats for name in row.complaint}
        yield candidate.form, named, ()


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
