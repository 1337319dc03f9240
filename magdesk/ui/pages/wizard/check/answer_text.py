"""Answers as they are read back to the person."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE, Answer
from magdesk.ui.widgets.amounts.shown_number import shown_number


def answer_lines(
    question: Question, answer: Answer, typed: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[str, ...]:
    """Return an answer in the words of its choices, one line each; a number with its unit.

    ``typed`` holds names that were typed, by the choice they count as; they stand before it.
    """
    if isinstance(answer, tuple):
        return tuple(_with_names(question, choice, typed or {}) for choice in answer)
    if isinstance(answer, str):
        return (choice_label(question, answer),)
    return (f"{shown_number(answer)} {question.unit}".rstrip(),)


def _with_names(question: Question, choice: str, typed: Mapping[str, tuple[str, ...]]) -> str:
    label = choice_label(question, choice)
    names = ", ".join(typed.get(choice, ()))
    return f"{names}: {label}" if names else label


def choice_label(question: Question, choice: str) -> str:
    """Return the words of one choice, *none* and *not sure* included."""
    if choice == NOT_SURE:
        return QCoreApplication.translate("answer", "Not sure")
    if choice == NONE:
        return question.none_label or QCoreApplication.translate("answer", "None of these")
    return next(row.label for row in question.choices if row.id == choice)
