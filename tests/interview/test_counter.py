"""What the counter page asks next, and what its keys and an eGFR stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.advice.advise import advise
from magdesk.interview.counter_groups import GROUPS, MOST_DIGITS, digits, group_of
from magdesk.interview.egfr import kidney_of_egfr, kidney_of_normal_test
from magdesk.interview.still_to_ask import still_to_ask
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.rules.firing import RANK
from tests.advice.calm_sheet import CALM as CALM_AS_READ

CALM: dict[str, Answer] = {
    name: tuple(answer) if isinstance(answer, list) else answer  # type: ignore[misc]
    for name, answer in CALM_AS_READ.items()
}
SIGNS_ASKED: dict[str, Answer] = {
    "symptom": "eyelid",
    "duration": "under_2_weeks",
    "danger_now": ("none",),
    "danger_today": ("none",),
    "supplement_mg": 0,
    "medicines": ("none",),
}


def test_on_an_empty_sheet_the_danger_signs_are_asked_first(library: Library) -> None:
    first = still_to_ask(library.decision, {}, "eu")[0]
    assert (first.question, first.level, first.stop) == ("danger_now", "emergency", True)
    assert first.terms


def test_the_most_urgent_stands_first(library: Library) -> None:
    ranks = [RANK[each.level] for each in still_to_ask(library.decision, {}, "eu")]
    assert ranks == sorted(ranks, reverse=True)


def test_nothing_is_left_to_ask_once_no_answer_can_raise_the_level(library: Library) -> None:
    whole = {**CALM, "danger_now": ("stroke_signs",)}
    assert still_to_ask(library.decision, whole, "eu") == ()
    early: dict[str, Answer] = {
        "danger_now": ("stroke_signs",),
        "symptom": "twitch",
        "duration": "under_2_weeks",
    }
    assert still_to_ask(library.decision, early, "eu") == ()


def test_much_magnesium_makes_the_kidneys_urgent(library: Library) -> None:
    kidney = next(
        each
        for each in still_to_ask(library.decision, {**SIGNS_ASKED, "supplement_mg": 400}, "eu")
        if each.question == "kidney"
    )
    assert kidney.level == "today"
    little = next(
        each
        for each in still_to_ask(library.decision, SIGNS_ASKED, "eu")
        if each.question == "kidney"
    )
    assert little.level == "soon"


@pytest.mark.parametrize("open_question", [name for name in CALM if name != "pregnancy"])
def test_what_is_not_named_changes_nothing(library: Library, open_question: str) -> None:
    """Where one question is open and not named, none of its choices raises level or stop."""
    decision = library.decision
    answers = {name: answer for name, answer in CALM.items() if name != open_question}
    named = {each.question: each for each in still_to_ask(decision, answers, "eu")}
    now = advise(decision, answers, "eu")
    question = decision.questions[open_question]
    for choice in question.choices:
        answer: Answer = (choice.id,) if question.kind == "several" else choice.id
        then = advise(decision, {**answers, open_question: answer}, "eu")
        if (RANK[then.level], then.stop) > (RANK[now.level], now.stop):
            most = named[open_question]
            assert (RANK[most.level], most.stop) >= (RANK[then.level], then.stop)


@given(st.floats(0, 200))
def test_an_egfr_chooses_the_answer(egfr: float) -> None:
    kidney = kidney_of_egfr(egfr)
    expected = "under_30" if egfr < 30 else "reduced_30_59" if egfr < 60 else None
    assert kidney == expected


def test_only_a_recent_normal_test_counts(library: Library) -> None:
    known = {choice.id for choice in library.decision.questions["kidney"].choices}
    recent, old = (kidney_of_normal_test(within_a_year=is_new) for is_new in (True, False))
    assert (recent, old) == ("tested_normal", "no_known_problem")
    assert {recent, old, kidney_of_egfr(20), kidney_of_egfr(45)} == known


def test_every_question_stands_in_one_group_with_a_letter_of_its_own(library: Library) -> None:
    asked = [question for group in GROUPS for question in group.questions]
    assert sorted(asked) == sorted(library.decision.questions)
    assert "".join(group.letter for group in GROUPS) == "WNTMRPKCSBH"
    assert group_of("duration").letter == "W"


def test_the_first_nine_choices_of_a_group_have_digits(library: Library) -> None:
    for group in GROUPS:
        found = digits(library.decision.questions[name] for name in group.questions)
        assert list(found) == [str(number) for number in range(1, len(found) + 1)]
        assert len(found) <= MOST_DIGITS


def test_every_choice_has_a_professional_term(library: Library) -> None:
    questions = library.decision.questions.values()
    choices = [each for question in questions for each in question.choices]
    without = [each.id for each in choices if not each.term]
    assert without == []
