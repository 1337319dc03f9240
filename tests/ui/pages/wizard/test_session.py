"""Where one is and what was answered, without any window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.pages.wizard.session import RESULT, REVIEW, Place, Session
from tests.ui.pages.wizard.wizard_walk import CALM


@pytest.fixture
def session(library: Library) -> Session:
    return Session(library.decision, "eu")


def walk_to_the_end(session: Session, changes: Mapping[str, Answer] | None = None) -> list[str]:
    """Answer everything; return the questions in the order they came."""
    seen = []
    while session.place.kind == "question":
        question = session.place.question
        seen.append(question)
        session.set_answer(question, {**CALM, **(changes or {})}[question])
        assert session.forward()
    return seen


def test_the_questions_come_in_order_and_end_in_the_review(session: Session) -> None:
    asked = walk_to_the_end(session)
    assert asked == [q for q in session.decision.questions if q != "pregnancy"]
    assert session.place == REVIEW
    assert session.forward()
    assert session.place == RESULT
    assert session.advice().complete


def test_without_an_answer_there_is_no_way_forward(session: Session) -> None:
    assert not session.forward()
    assert session.place == Place("question", "danger_now")


def test_the_remaining_questions_are_counted(session: Session) -> None:
    assert session.remaining() == len(session.decision.questions) - 2  # without pregnancy
    session.set_answer("sex", "female")
    session.set_answer("age", 30)
    assert session.remaining() == len(session.decision.questions) - 1


def test_what_follows_is_worked_out_once_and_follows_each_change(session: Session) -> None:
    walk_to_the_end(session)
    first = session.path
    assert session.path is first
    session.set_answer("danger_now", ("tetany",))
    assert session.ended_at() == "danger_now"
    assert session.sheet["danger_now"] == ("tetany",)
    session.set_answer("danger_now", None)
    assert session.missing() == ("danger_now",)
    session.restart()
    assert session.sheet == {}
    session.undo_restart()
    assert session.missing() == ("danger_now",)


def test_what_follows_is_worked_out_for_the_region_of_the_moment(session: Session) -> None:
    walk_to_the_end(session, {"supplement_mg": 300})
    eu = session.path
    session.region = "us"
    assert session.path is not eu
    assert session.advice().region == "us"


def test_sections_tell_how_far_one_is(session: Session) -> None:
    for question in ("danger_now", "danger_today", "see_doctor"):
        session.set_answer(question, ("none",))
        session.forward()
    states = {section.id: section for section in session.sections()}
    assert states["danger"].state == "done"
    assert (states["feel"].number, states["feel"].total) == (2, 4)
    assert states["medicines"].state == "todo"


def test_an_early_end_leaves_later_sections_open(session: Session) -> None:
    walk_to_the_end(session, {"danger_now": ("tetany",)})
    assert session.place == RESULT
    assert session.skipped()
    assert [section.state for section in session.sections()] == ["done"] + ["todo"] * 4


def test_a_stop_further_on_is_passed_by_when_one_steps_through_again(session: Session) -> None:
    walk_to_the_end(session, {"kidney": "under_30"})
    assert session.place == RESULT
    for expected in ("kidney", "sex", "age"):
        assert session.back()
        assert session.place == Place("question", expected)
    session.forward()
    assert session.place == Place("question", "sex")


def test_a_review_with_an_open_question_leads_to_it(session: Session) -> None:
    walk_to_the_end(session)
    session.set_answer("bowel", None)
    assert session.forward()
    assert session.place == Place("question", "bowel")
    session.set_answer("bowel", "loose")
    session.forward()
    assert session.place == REVIEW


def test_what_is_not_sure_is_listed(session: Session) -> None:
    walk_to_the_end(session, {"food_mg": "not_sure", "medicines": ("iron", "not_sure")})
    assert session.not_sure() == ("medicines", "food_mg")


def test_undo_brings_back_answers_drafts_and_place(session: Session) -> None:
    session.set_answer("danger_now", ("none",))
    session.forward()
    session.set_draft("age", "4x")
    session.restart()
    assert session.sheet == {}
    assert session.draft("age") == ""
    assert session.can_undo
    session.restart()  # nothing new to clear: the first undo stays
    session.undo_restart()
    assert session.draft("age") == "4x"
    assert session.place == Place("question", "danger_today")
    assert not session.can_undo


def test_a_section_opened_from_the_side_returns_to_the_review_when_all_is_answered(
    session: Session,
) -> None:
    walk_to_the_end(session)
    session.open_section("about")
    assert session.place == Place("question", "age")
    session.forward()
    assert session.place == REVIEW
    session.open_section("nowhere")
    assert session.place == REVIEW


def test_the_session_needs_no_qt() -> None:
    code = "import sys, magdesk.ui.pages.wizard.session; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
