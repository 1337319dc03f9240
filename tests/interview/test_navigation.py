"""What is asked next, from the answers alone."""

from __future__ import annotations

import pytest

from magdesk.interview.answers import Answers, parse_answers
from magdesk.interview.navigation import (
    applicable,
    asked,
    end_question,
    missing,
    next_question,
    remaining,
)
from magdesk.knowledge.loader import Library

DECISION = Library().decision
ORDER = list(DECISION.questions)
WITHOUT_PREGNANCY = [name for name in ORDER if name != "pregnancy"]


def sheet(**answers: object) -> Answers:
    return parse_answers(answers, DECISION)


def test_the_questions_stand_in_the_contract_order() -> None:
    assert " ".join(ORDER) == (
        "danger_now danger_today see_doctor symptom duration triggers age sex pregnancy kidney "
        "conditions medicines supplement_mg food_mg bowel stomach route"
    )


def test_nothing_answered_leaves_everything_that_applies() -> None:
    assert list(missing(DECISION, {}, "eu")) == WITHOUT_PREGNANCY


@pytest.mark.parametrize(
    ("age", "sex", "is_asked"),
    [
        (11, "female", False),
        (12, "female", True),
        (55, "female", True),
        (56, "female", False),
        (30, "male", False),
    ],
)
def test_pregnancy_is_asked_of_women_from_12_to_55(age: int, sex: str, is_asked: bool) -> None:
    ids = [question.id for question in applicable(DECISION, sheet(age=age, sex=sex))]
    assert ("pregnancy" in ids) is is_asked


@pytest.mark.parametrize(
    ("answers", "end"),
    [
        ({"danger_now": ["tetany"]}, "danger_now"),
        ({"danger_now": ["not_sure"]}, "danger_now"),
        ({"danger_now": ["none"], "danger_today": ["dark_urine"]}, "danger_today"),
        ({"danger_today": ["not_sure"]}, "danger_today"),
        ({"see_doctor": ["numbness"]}, "see_doctor"),
        ({"see_doctor": ["disturbs_sleep"]}, None),
        ({"see_doctor": ["not_sure"]}, "see_doctor"),
        ({"kidney": "under_30"}, "kidney"),
        ({"kidney": "not_sure"}, None),
        ({"medicines": ["ppi"]}, "medicines"),
        ({"medicines": ["not_sure"]}, None),
        ({"medicines": ["statin"], "symptom": "cramp"}, "medicines"),
        ({"medicines": ["statin"], "symptom": "twitch"}, None),
        ({"medicines": ["statin"], "symptom": "not_sure"}, None),
        ({"supplement_mg": 2000}, "supplement_mg"),
        ({"supplement_mg": 1999}, None),
    ],
)
def test_the_interview_ends_at_the_first_stop_at_soon_or_above(
    answers: dict[str, object], end: str | None
) -> None:
    assert end_question(DECISION, sheet(**answers), "eu") == end


def test_after_an_early_end_only_earlier_questions_are_missing() -> None:
    answers = sheet(see_doctor=["numbness"], kidney="under_30")
    assert missing(DECISION, answers, "eu") == ("danger_now", "danger_today")
    assert [question.id for question in asked(DECISION, answers, "eu")][-1] == "see_doctor"


def test_next_follows_the_order_and_skips_what_does_not_apply() -> None:
    answers = sheet(age=40, sex="male")
    first = next_question(DECISION, answers, "eu", None)
    after_sex = next_question(DECISION, answers, "eu", "sex")
    assert first is not None
    assert first.id == "danger_now"
    assert after_sex is not None
    assert after_sex.id == "kidney"
    assert next_question(DECISION, answers, "eu", "route") is None


def test_next_after_an_early_end_is_the_result() -> None:
    assert next_question(DECISION, sheet(danger_now=["tetany"]), "eu", "danger_now") is None


def test_questions_left_count_down_to_none() -> None:
    assert remaining(DECISION, {}, "eu", "danger_now") == len(WITHOUT_PREGNANCY) - 1
    assert remaining(DECISION, {}, "eu", "route") == 0
    assert remaining(DECISION, sheet(danger_now=["tetany"]), "eu", "danger_now") == 0


def test_looking_ahead_changes_no_answer() -> None:
    answers = dict(sheet(age=30, sex="female"))
    before = dict(answers)
    asked(DECISION, answers, "eu")
    next_question(DECISION, answers, "eu", "age")
    assert answers == before
