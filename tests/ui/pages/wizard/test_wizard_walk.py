"""From the first question to a result, with clicks and keys, there and back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from tests.ui.pages.wizard.wizard_walk import Key, Walk, choices_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


# --- every way to an end ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, "self_care"),
        ({"kidney": "reduced_30_59"}, "ask_first"),
        ({"see_doctor": ("disturbs_sleep",)}, "soon"),
        ({"danger_today": ("swollen_calf",)}, "today"),
        ({"danger_now": ("stroke_signs",)}, "emergency"),
    ],
)
def test_each_level_is_reached(walk: Walk, changes: Mapping[str, Answer], level: str) -> None:
    walk.through(changes)
    if walk.kind == "review":
        walk.go_on()
    headline = walk.find(QLabel, f"result.{level}")
    assert headline.text()
    assert walk.kind == "result"


def test_every_choice_of_every_question_has_its_identifier(walk: Walk) -> None:
    for question in walk.page.session.decision.questions.values():
        walk.jump(question.id)
        for identifier in choices_of(question):
            assert walk.find(QWidget, identifier).accessibleName()
        for identifier in ("wizard.back", "wizard.continue", "wizard.restart"):
            assert walk.has(identifier)


def test_a_question_says_why_it_is_asked_and_how_many_are_left(walk: Walk) -> None:
    first = walk.page.session.decision.questions["danger_now"]
    assert first.why in walk.words()
    assert "questions left" in walk.words()
    walk.to("stomach")
    assert "1 question left" in walk.words()
    walk.to("route")
    assert "last question" in walk.words()


def test_the_first_page_says_what_this_is_for_and_what_is_kept(
    walk: Walk, library: Library
) -> None:
    assert library.content.purpose in walk.words()
    assert "Nothing is saved" in walk.words()


# --- back and forth ---------------------------------------------------------------------------


def test_back_loses_nothing(walk: Walk) -> None:
    walk.to("symptom", {"see_doctor": ("disturbs_sleep", "several_places")})
    walk.answer("cramp")
    walk.press(Key.Key_Left, ALT)
    assert walk.question == "see_doctor"
    assert walk.chosen() == {"disturbs_sleep", "several_places"}
    walk.go_on()
    assert walk.chosen() == {"cramp"}


def test_back_keeps_a_number_that_could_not_be_read(walk: Walk) -> None:
    walk.to("age")
    walk.type("a hundred")
    walk.click("wizard.back")
    walk.go_on()
    assert walk.find(QWidget, "age").property("text") == "a hundred"


def test_back_at_the_first_question_leaves_and_keeps_the_answers(walk: Walk, qtbot: QtBot) -> None:
    walk.answer(("breathless",))
    with qtbot.waitSignal(walk.page.left):
        walk.click("wizard.back")
    assert walk.question == "danger_now"
    assert walk.chosen() == {"breathless"}


def test_leave_the_questions_is_offered_on_every_page(walk: Walk, qtbot: QtBot) -> None:
    walk.to("bowel")
    with qtbot.waitSignal(walk.page.left):
        walk.click("wizard.leave")
    assert walk.question == "bowel"


def test_restart_forgets_the_answers_and_can_be_undone(walk: Walk) -> None:
    walk.to("kidney")
    walk.click("wizard.restart")
    assert walk.question == "danger_now"
    assert walk.chosen() == set()
    assert not walk.page.session.has_answers
    walk.click("wizard.undo_restart")
    assert walk.question == "kidney"
    assert walk.page.session.answer("age") == 40


def test_a_new_answer_ends_the_offer_to_undo(walk: Walk) -> None:
    walk.to("symptom")
    walk.click("wizard.restart")
    walk.answer(("none",))
    assert not walk.has("wizard.undo_restart")


# --- missing answers --------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["danger_now", "symptom", "age", "food_mg", "medicines"])
def test_continue_without_an_answer_says_what_is_missing(walk: Walk, question: str) -> None:
    walk.to(question)
    walk.go_on()
    assert walk.question == question
    assert "needs an answer" in walk.problem()
    assert walk.focused() in choices_of(walk.page.session.decision.questions[question])


def test_the_problem_goes_when_the_question_is_answered(walk: Walk) -> None:
    walk.go_on()
    walk.answer(("none",))
    assert walk.problem() == ""


# --- review -----------------------------------------------------------------------------------


def test_review_shows_every_answer_and_change_returns_to_it(walk: Walk) -> None:
    walk.through()
    for question in walk.page.session.asked():
        assert walk.has(f"wizard.change.{question.id}")
    walk.click("wizard.change.stomach")
    assert walk.question == "stomach"
    assert "changing this answer" in walk.words()
    walk.answer("normal")
    walk.go_on()
    assert walk.kind == "review"
    assert walk.page.session.answer("stomach") == "normal"


def test_back_from_a_change_returns_to_the_review(walk: Walk) -> None:
    walk.through()
    walk.click("wizard.change.danger_now")
    walk.click("wizard.back")
    assert walk.kind == "review"


def test_a_change_that_opens_a_question_asks_it_before_the_review(walk: Walk) -> None:
    walk.through()
    walk.click("wizard.change.sex")
    walk.answer("female")
    walk.go_on()
    assert walk.question == "pregnancy"
    walk.answer("no")
    walk.go_on()
    assert walk.kind == "review"


def test_a_question_that_no_longer_applies_does_not_count(walk: Walk) -> None:
    walk.through({"sex": "female", "pregnancy": "pregnant"})
    walk.click("wizard.change.sex")
    walk.answer("male")
    walk.go_on()
    assert not walk.has("wizard.change.pregnancy")
    assert "pregnancy" not in walk.page.session.sheet


def test_back_from_the_result_leads_to_the_answers(walk: Walk) -> None:
    walk.through()
    walk.go_on()
    walk.click("wizard.back")
    assert walk.kind == "review"


# --- early end --------------------------------------------------------------------------------


def test_a_danger_sign_goes_straight_to_the_result(walk: Walk) -> None:
    walk.through({"danger_today": ("dark_urine",)})
    assert walk.kind == "result"
    assert "skipped the other questions" in walk.words()


def test_the_answer_that_ended_the_questions_can_be_changed(walk: Walk) -> None:
    walk.through({"danger_today": ("dark_urine",)})
    walk.click("wizard.change.danger_today")
    walk.click("danger_today.none")
    walk.go_on()
    assert walk.question == "see_doctor"
    walk.through()
    assert walk.kind == "review"


def test_a_danger_sign_found_in_the_review_ends_it_and_back_returns(walk: Walk) -> None:
    walk.through()
    walk.click("wizard.change.danger_now")
    walk.click("danger_now.tetany")
    walk.go_on()
    assert walk.has("result.emergency")
    walk.click("wizard.back")
    walk.click("danger_now.none")
    walk.go_on()
    assert walk.kind == "review"


# --- keys and focus ---------------------------------------------------------------------------


def test_the_keyboard_alone_leads_to_a_result(walk: Walk) -> None:
    walk.press(Key.Key_Space)
    assert walk.chosen() == {"stroke_signs"}
    walk.press(Key.Key_Return)
    assert walk.has("result.emergency")
    walk.press(Key.Key_Left, ALT)
    assert walk.question == "danger_now"


def test_arrow_keys_pick_one_answer_and_enter_continues(walk: Walk) -> None:
    walk.to("symptom")
    walk.press(Key.Key_Down)
    assert walk.chosen() == {"eyelid"}
    walk.press(Key.Key_Up)
    walk.press(Key.Key_Up)
    assert walk.chosen() == {"not_sure"}
    walk.press(Key.Key_Return)
    assert walk.question == "duration"


def test_arrow_keys_move_without_ticking_where_several_may_be_chosen(walk: Walk) -> None:
    walk.press(Key.Key_Down)
    assert walk.focused() == "danger_now.chest_faint"
    assert walk.chosen() == set()
    walk.press(Key.Key_Tab)
    assert walk.focused() == "danger_now.breathless"


def test_enter_on_a_button_presses_the_button(walk: Walk) -> None:
    walk.to("symptom")
    walk.find(QWidget, "wizard.back").setFocus()
    walk.press(Key.Key_Return)
    assert walk.question == "see_doctor"


def test_each_page_puts_the_focus_on_its_first_control_or_heading(walk: Walk) -> None:
    walk.to("age")
    assert walk.focused() == "age"
    walk.to("medicines")
    assert walk.focused().startswith("medicines.")
    walk.through()
    walk.go_on()
    assert walk.focused() == "result.self_care"


def test_the_side_list_leads_back_to_a_finished_section(walk: Walk) -> None:
    walk.to("age")
    walk.page.side.steps.step_chosen.emit("danger")
    walk.wait()
    assert walk.question == "danger_now"
    assert walk.chosen() == {"none"}
    walk.go_on()
    assert walk.question == "danger_today"
