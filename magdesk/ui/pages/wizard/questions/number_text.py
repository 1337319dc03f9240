"""Reads a number as it is typed in the language of the system."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLocale

from magdesk.knowledge.interview_records import Question

Fault = Literal["empty", "not_a_number", "not_whole", "out_of_range"]


def read_number(text: str, question: Question, locale: QLocale) -> int | float | Fault:
    """Return the number, whole where it is one, or what is wrong with the text.

    The unit may stand behind it. A decimal point is read in every language in which it is not
    the sign between thousands.
    """
    bare = text.strip()
    for word in (question.unit, *question.unit.split()[:1]):
        bare = bare.removesuffix(word).strip() if word else bare
    if not bare:
        return "empty"
    number = _parsed(bare, locale)
    if number is None:
        return "not_a_number"
    if question.kind == "whole_number" and number != int(number):
        return "not_whole"
    low, high = question.minimum or 0, question.maximum
    if number < low or (high is not None and number > high):
        return "out_of_range"
    return int(number) if number == int(number) else number


def number_text(number: float, locale: QLocale) -> str:
    """Return a number as it is read in this language, with no more decimals than it has."""
    if number == int(number):
        return locale.toString(int(number))
    return locale.toString(
        float(number), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
    )


def _parsed(bare: str, locale: QLocale) -> float | None:
    if any(sign.isalpha() for sign in bare):
        return None  # "nan", "inf" and "1e5" are no amounts
    for reader in (locale, QLocale.c()):
        number, ok = reader.toDouble(bare)
        if ok:
            return number
    return None
