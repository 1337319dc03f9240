"""The number that a person typed, by the one reader of the program."""

from __future__ import annotations

from typing import Literal, NamedTuple

from magdesk.intake.numbers import Ambiguous, Number, read_number
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.interview_records import Question

Fault = Literal["empty", "not_a_number", "not_whole", "out_of_range"]


class TwoReadings(NamedTuple):
    """A text that may be more than one number, the larger first."""

    values: tuple[float, ...]


def read_answer(
    text: str, question: Question, locale: NumberLocale
) -> int | float | TwoReadings | Fault:
    """Return the number, whole where it is one, or what is wrong with the text.

    Amounts of magnesium may have any unit; the unit of another question may stand behind it.
    """
    bare = text.strip()
    if not question.unit.startswith("mg"):
        bare = bare.removesuffix(question.unit).strip()
    if not bare:
        return "empty"
    number = read_number(bare, locale)
    if number is None:
        return "not_a_number"
    if isinstance(number, Ambiguous):
        fitting = tuple(
            value
            for value in (_value(each, question) for each in number.readings)
            if isinstance(value, int | float)
        )
        return fitting[0] if len(fitting) == 1 else TwoReadings(fitting) if fitting else "not_whole"
    return _value(number, question)


def _value(number: Number, question: Question) -> int | float | Fault:
    if number.unit and not question.unit.startswith("mg"):
        return "not_a_number"
    value = number.mg
    if question.kind == "whole_number" and value != int(value):
        return "not_whole"
    low, high = question.minimum or 0, question.maximum
    if value < low or (high is not None and value > high):
        return "out_of_range"
    return int(value) if value == int(value) else value
