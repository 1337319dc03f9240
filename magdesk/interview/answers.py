"""Checks a sheet of answers: what is wrong is refused by name, never read as an answer."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE, Answer, Answers

__all__ = ["Answer", "AnswerError", "Answers", "choice_ids", "parse_answers"]


class AnswerError(ValueError):
    """An answer that is refused; ``key`` names the question."""

    def __init__(self, key: str, message: str) -> None:
        self.key = key
        super().__init__(f"{quoted(key)}: {message}")


def parse_answers(sheet: Mapping[str, object], decision: Decision) -> Answers:
    """Check every answer of a sheet; raise ``AnswerError`` for the first that is refused."""
    answers: dict[str, Answer] = {}
    for key, value in sheet.items():
        question = decision.questions.get(key)
        if question is None:
            raise AnswerError(key, "there is no such question")
        answers[key] = check_answer(question, value)
    return answers


def check_answer(question: Question, value: object) -> Answer:
    """One answer as the question takes it, or ``AnswerError``."""
    if value is None:
        raise AnswerError(question.id, "has no answer; leave the key out instead")
    if value == NOT_SURE and question.takes_not_sure and question.kind != "several":
        return NOT_SURE
    match question.kind:
        case "one":
            return _one(question, value)
        case "several":
            return _several(question, value)
        case _:
            return _number(question, value)


def choice_ids(question: Question) -> tuple[str, ...]:
    """Every choice that may be answered, among them ``none`` and ``not_sure``."""
    ids = tuple(choice.id for choice in question.choices)
    if question.kind == "several":
        ids += (NONE,)
    return (*ids, NOT_SURE) if question.takes_not_sure else ids


def quoted(text: str) -> str:
    """The text on one line, in ASCII, at a length that fits a message."""
    return json.dumps(text if len(text) <= 60 else text[:60] + "…")


def _one(question: Question, value: object) -> str:
    if not isinstance(value, str):
        raise AnswerError(question.id, f"takes one choice as text, not {_kind(value)}")
    if value not in choice_ids(question):
        raise _unknown_choice(question, value)
    return value


def _unknown_choice(question: Question, name: str) -> AnswerError:
    """Also for a choice of older sheets, with those that have taken its place."""
    message = f"there is no choice {quoted(name)}"
    for former in question.former:
        if former.id == name:
            *most, last = map(quoted, former.now)
            message += f"; it is now {', '.join(most)} or {last}" if most else f"; it is now {last}"
    return AnswerError(question.id, message)


def _several(question: Question, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise AnswerError(question.id, f"takes a list of choices, not {_kind(value)}")
    if not value:
        raise AnswerError(question.id, 'the list is empty; say ["none"] where nothing applies')
    known = choice_ids(question)
    names = [name for name in value if isinstance(name, str)]
    if len(names) != len(value):
        raise AnswerError(question.id, "takes choices as text")
    for name, count in Counter(names).items():
        if name not in known:
            raise _unknown_choice(question, name)
        if count > 1:
            raise AnswerError(question.id, f"{quoted(name)} stands twice")
    if NONE in names and len(names) > 1:
        raise AnswerError(question.id, '"none" stands beside other choices')
    return tuple(names)


def _number(question: Question, value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise AnswerError(question.id, f"takes a number, not {_kind(value)}")
    if question.kind == "whole_number" and not isinstance(value, int):
        raise AnswerError(question.id, "takes a whole number")
    if isinstance(value, float) and not math.isfinite(value):
        raise AnswerError(question.id, "takes a finite number")
    low, high = question.minimum or 0, question.maximum
    if value < low or (high is not None and value > high):
        raise AnswerError(question.id, f"takes a number from {low:g} to {high or 0:g}")
    return value


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list() | tuple():
            return "a list"
        case _:
            return "an object"
