"""What would change the advice: true, only upward, and never a way round a stop."""

from __future__ import annotations

from hypothesis import given

from magdesk.advice.advise import advise
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.records import Region
from magdesk.rules.firing import RANK
from tests.sheets import DECISION, regions, sheets


@given(sheets(), regions)
def test_every_change_is_what_the_core_answers_for_the_changed_sheet(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    for change in advice.would_change:
        changed = advise(DECISION, {**answers, change.question: change.answer}, region)
        assert (changed.level, changed.stop) == (change.level, change.stop)
        assert RANK[changed.level] >= RANK[advice.level]
        assert changed.stop >= advice.stop
        assert (changed.level, changed.stop) != (advice.level, advice.stop)


@given(sheets(), regions)
def test_changes_are_at_most_five_one_a_question_weightiest_first(
    answers: Answers, region: Region
) -> None:
    changes = advise(DECISION, answers, region).would_change
    weights = [(RANK[change.level], change.stop) for change in changes]
    assert len(changes) <= 5
    assert len({change.question for change in changes}) == len(changes)
    assert weights == sorted(weights, reverse=True)
    assert all(change.question in answers for change in changes)


@given(sheets(), regions)
def test_a_change_is_a_whole_answer_that_the_program_takes(
    answers: Answers, region: Region
) -> None:
    for change in advise(DECISION, answers, region).would_change:
        assert parse_answers({change.question: change.answer}, DECISION)


def test_an_emergency_has_nothing_above_it() -> None:
    sheet = parse_answers({"danger_now": ["tetany"], "kidney": "tested_normal"}, DECISION)
    assert advise(DECISION, sheet, "eu").would_change == ()


def test_passing_the_limit_is_told_by_the_smallest_amount_that_does() -> None:
    sheet = parse_answers({"supplement_mg": 10}, DECISION)
    changes = {region: advise(DECISION, sheet, region).would_change for region in ("eu", "uk")}
    assert [change.answer for change in changes["eu"]] == [251]
    assert [change.answer for change in changes["uk"]] == [401]


def test_signs_already_told_stay_in_the_changed_answer() -> None:
    sheet = parse_answers({"see_doctor": ["disturbs_sleep"]}, DECISION)
    (change,) = advise(DECISION, sheet, "eu").would_change
    assert change.answer == ("disturbs_sleep", "slow_weakness")
    assert (change.level, change.stop) == ("soon", True)
