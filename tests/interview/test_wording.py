"""A sheet remembers how its questions were worded."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from magdesk.interview.wording import wording_hash
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.interview_records import Question

QUESTIONS = list(Library().decision.questions.values())
WITH_CHOICES = [question for question in QUESTIONS if question.choices]


def test_every_question_has_a_mark_of_its_own() -> None:
    marks = {wording_hash(question) for question in QUESTIONS}
    assert len(marks) == len(QUESTIONS)
    assert all(len(mark) == 12 and int(mark, 16) >= 0 for mark in marks)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_other_words_give_another_mark(question: Question) -> None:
    mark = wording_hash(question)
    assert wording_hash(replace(question, title=f"{question.title}!")) != mark
    assert wording_hash(replace(question, help=f"{question.help}!")) != mark


@pytest.mark.parametrize("question", WITH_CHOICES, ids=lambda question: question.id)
def test_another_choice_or_detail_gives_another_mark(question: Question) -> None:
    first, *rest = question.choices
    longer = replace(first, detail=f"{first.detail} Also if it has passed.")
    mark = wording_hash(question)
    assert wording_hash(replace(question, choices=(longer, *rest))) != mark
    assert wording_hash(replace(question, choices=tuple(rest))) != mark


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_what_is_not_read_before_answering_leaves_the_mark(question: Question) -> None:
    quieter = replace(question, why="Because.", term="", take_along="What?")
    assert wording_hash(quieter) == wording_hash(question)
