"""One sheet for every page: what counts, and who is told."""

from __future__ import annotations

import pytest

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer


@pytest.fixture
def sheet(library: Library) -> AnswerSheet:
    return AnswerSheet(library.decision, "eu")


class Listener:
    def __init__(self) -> None:
        self.times = 0

    def hear(self) -> None:
        self.times += 1


def test_those_who_listen_hear_of_a_change_and_of_no_other(sheet: AnswerSheet) -> None:
    listener = Listener()
    sheet.listen(listener.hear)
    sheet.set_answer("age", 40)
    sheet.set_answer("age", 40)
    sheet.set_region("uk")
    assert listener.times == 2


def test_a_listener_that_is_gone_is_not_called(sheet: AnswerSheet) -> None:
    listener = Listener()
    sheet.listen(listener.hear)
    del listener
    sheet.set_answer("age", 41)
    assert sheet.answer("age") == 41


def test_an_advice_is_worked_out_once_and_anew_after_each_change(sheet: AnswerSheet) -> None:
    first = sheet.advice()
    assert sheet.advice() is first
    sheet.set_answer("danger_now", ("stroke_signs",))
    urgent = sheet.advice()
    assert (first.level, urgent.level) == ("self_care", "emergency")
    sheet.set_region("uk")
    assert sheet.advice().region == "uk"
    sheet.clear()
    assert sheet.advice().level == first.level


def test_a_no_to_a_question_that_does_not_apply_any_more_does_not_count(
    sheet: AnswerSheet,
) -> None:
    for question, answer in (("sex", "female"), ("age", 30), ("pregnancy", "no")):
        sheet.set_answer(question, answer)
    sheet.set_answer("sex", "male")
    assert "pregnancy" not in sheet.answers
    assert sheet.answer("pregnancy") == "no"


@pytest.mark.parametrize("told", ["pregnant", "breastfeeding", "not_sure"])
@pytest.mark.parametrize("changed", [("age", 58), ("sex", "male"), ("age", None)])
def test_a_pregnancy_counts_whenever_it_is_told_and_can_be_changed(
    sheet: AnswerSheet, told: str, changed: tuple[str, Answer | None]
) -> None:
    for question, answer in (("sex", "female"), ("age", 30), ("pregnancy", told)):
        sheet.set_answer(question, answer)
    sheet.set_answer(*changed)
    assert sheet.answers["pregnancy"] == told
    assert sheet.advice().stop
    assert "pregnancy" in [question.id for question in sheet.applicable]


def test_medicines_of_the_model_are_the_answer_of_the_sheet(sheet: AnswerSheet) -> None:
    sheet.medicines.tick("statin", True)
    sheet.medicines_changed()
    assert sheet.answer("medicines") == ("statin",)
    sheet.set_answer("medicines", ("none",))
    assert sheet.medicines.none
    assert sheet.medicines.rows == ()


def test_another_person_finds_an_empty_sheet(sheet: AnswerSheet) -> None:
    sheet.set_answer("age", 40)
    sheet.set_answer("supplement_mg", None, "4oo")
    sheet.set_products((Product("Centrum", 100),))
    sheet.medicines.tick("statin", True)
    sheet.medicines_changed()
    assert not sheet.is_empty
    sheet.clear()
    assert sheet.is_empty
    assert sheet.answers == {}
    assert sheet.products == ()
