"""Answers as they are read back to the person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from magdesk.knowledge.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE, Answer
from magdesk.ui.pages.wizard.questions.number_text import number_text


def answer_lines(question: Question, answer: Answer) -> tuple[str, ...]:
    """Return an answer in the words of its choices, one line each; a number with its unit."""
    if isinstance(answer, tuple):
        return tuple(choice_label(question, choice) for choice in answer)
    if isinstance(answer, str):
        return (choice_label(question, answer),)
    return (f"{number_text(answer, QLocale())} {question.unit}".rstrip(),)


def choice_label(question: Question, choice: str) -> str:
    """Return the words of one choice, *none* and *not sure* included."""
    if choice == NOT_SURE:
        return QCoreApplication.translate("answer", "Not sure")
    if choice == NONE:
        return question.none_label or QCoreApplication.translate("answer", "None of these")
    return next(row.label for row in question.choices if row.id == choice)


def holds_not_sure(answer: Answer) -> bool:
    """Return whether the answer is, or contains, *not sure*."""
    return NOT_SURE in answer if isinstance(answer, tuple) else answer == NOT_SURE


def counted(count: int, one: str, many: str) -> str:
    """Return the singular or the plural, with the count filled in for ``{count}``."""
    return (one if count == 1 else many).format(count=QLocale().toString(count))
