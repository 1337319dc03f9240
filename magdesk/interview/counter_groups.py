"""The groups of the counter page: one letter each, and the digits of their choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from magdesk.knowledge.question_ids import (
    AGE,
    BOWEL,
    CONDITIONS,
    DANGER_NOW,
    DANGER_TODAY,
    DURATION,
    FOOD_MG,
    KIDNEY,
    MEDICINES,
    PREGNANCY,
    ROUTE,
    SEE_DOCTOR,
    SEX,
    STOMACH,
    SUPPLEMENT_MG,
    SYMPTOM,
    TRIGGERS,
)
from magdesk.knowledge.records.interview_records import Question

MOST_DIGITS = 9


class Group(NamedTuple):
    """Questions that stand in one row."""

    letter: str
    questions: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group("W", (SYMPTOM, DURATION)),
    Group("N", (DANGER_NOW,)),
    Group("T", (DANGER_TODAY,)),
    Group("M", (SUPPLEMENT_MG,)),
    Group("R", (MEDICINES,)),
    Group("P", (AGE, SEX, PREGNANCY)),
    Group("K", (KIDNEY,)),
    Group("C", (CONDITIONS,)),
    Group("S", (SEE_DOCTOR,)),
    Group("B", (TRIGGERS,)),
    Group("H", (BOWEL, STOMACH, ROUTE, FOOD_MG)),
)
"""In the order of a talk at the counter; each question stands in one of them."""


class Choosable(NamedTuple):
    """A choice that a digit can pick."""

    question: str
    choice: str


def group_of(question: str) -> Group:
    """The group in which a question stands."""
    return next(group for group in GROUPS if question in group.questions)


def digits(questions: Iterable[Question]) -> dict[str, Choosable]:
    """The first nine choices of the questions that apply, by digit; 0 is kept for *none*."""
    choices = [
        Choosable(question.id, choice.id)
        for question in questions
        if question.choices_from is None
        for choice in question.choices
    ]
    return {str(place): each for place, each in enumerate(choices[:MOST_DIGITS], 1)}
