"""From a sheet of answers to facts: quantities that follow, and questions that do not apply."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.question_ids import (
    AGE,
    QUANTITY_NEEDS,
    REFERENCE_INTAKE,
    ROOM,
    SEX,
    SUPPLEMENT_MG,
    UPPER_LIMIT,
)
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NOT_SURE, Answers, Facts, Number
from magdesk.rules.truth import truth


def facts_from(decision: Decision, answers: Answers, region: Region) -> Facts:
    """Prepare checked answers for evaluation in a region."""
    chosen: dict[str, frozenset[str]] = {}
    numbers: dict[str, Number] = {}
    for question, answer in answers.items():
        if isinstance(answer, tuple):
            chosen[question] = frozenset(answer)
        elif isinstance(answer, str):
            chosen[question] = frozenset((answer,))
            numbers[question] = NOT_SURE if answer == NOT_SURE else None
        else:
            numbers[question] = answer
    limits = decision.limits.regions[region]
    numbers[UPPER_LIMIT] = limits.upper_mg
    numbers[REFERENCE_INTAKE] = reference_intake(limits, answers)
    numbers[ROOM] = room(decision, limits, answers)
    facts = Facts(chosen, numbers)
    return Facts(chosen, numbers, frozenset(_not_asked(decision, answers, facts)))


def with_answer(
    decision: Decision, answers: Answers, facts: Facts, region: Region, question: str
) -> Facts:
    """The facts of a sheet where only the answer to ``question`` differs from that of ``facts``.

    The choices of a question that nothing else follows from are put in the place of the old ones;
    anything else is prepared anew.
    """
    answer = answers[question]
    if question in sources_of_facts(decision) or not isinstance(answer, tuple):
        return facts_from(decision, answers, region)
    return Facts({**facts.chosen, question: frozenset(answer)}, facts.numbers, facts.not_asked)


@lru_cache(maxsize=8)
def sources_of_facts(decision: Decision) -> frozenset[str]:
    """The questions that a quantity, or whether another question applies, follows from."""
    conditions = (each.asked_if for each in decision.questions.values() if each.asked_if)
    names = {name for needs in QUANTITY_NEEDS.values() for name in needs}
    for atom in (atom for condition in conditions for atom in atoms(condition)):
        names.add(atom.subject if isinstance(atom, Bounded) else atom.question)
    return frozenset(names)


def applies(question: Question, facts: Facts) -> bool:
    """Whether the question is asked of this person."""
    return question.asked_if is None or truth(question.asked_if, facts) is True


def is_older(decision: Decision, answers: Answers) -> bool:
    """Whether the lower limit for older people counts."""
    age = answers.get(AGE)
    return isinstance(age, int | float) and age >= decision.amount.older_from_age


def room(decision: Decision, limits: RegionLimits, answers: Answers) -> Number:
    """The limit less what is already taken, mg a day; negative where it is passed."""
    taken = answers.get(SUPPLEMENT_MG)
    if not isinstance(taken, int | float):
        return NOT_SURE if taken == NOT_SURE else None
    limit = limits.upper_mg
    if is_older(decision, answers):
        limit = min(limit, decision.amount.older_upper_mg)
    return Fraction(limit) - Fraction(taken)


def reference_intake(limits: RegionLimits, answers: Answers) -> float | None:
    """What an adult of this age and sex needs from all sources, mg a day."""
    age, sex = answers.get(AGE), answers.get(SEX)
    if not isinstance(age, int | float):
        return None
    rows = [row for row in limits.intake if age >= row.from_age]
    if not rows or sex not in ("female", "male"):
        return None
    row = max(rows, key=lambda row: row.from_age)
    return row.male_mg if sex == "male" else row.female_mg


def _not_asked(decision: Decision, answers: Answers, facts: Facts) -> Iterator[str]:
    for question in decision.questions.values():
        if question.id not in answers and not applies(question, facts):
            yield question.id
