"""What would change the advice: true, only upward, and never a way round a stop."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from magdesk.advice.advice import Change
from magdesk.advice.advise import advise
from magdesk.advice.changes import MOST_CHANGES, NOT_TRIED
from magdesk.interview.answers import Answer, Answers, parse_answers
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Choice, Question
from magdesk.rules.firing import RANK
from magdesk.rules.verdict import Verdict, raises
from tests.sheets import DECISION, regions, sheets, verdict_on


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
    weights = [weight(change) for change in changes]
    assert len(changes) <= MOST_CHANGES
    assert len({change.question for change in changes}) == len(changes)
    assert weights == sorted(weights, reverse=True)
    assert all(change.question in answers for change in changes)


@given(sheets(), regions)
def test_a_change_is_a_whole_answer_that_the_program_takes(
    answers: Answers, region: Region
) -> None:
    for change in advise(DECISION, answers, region).would_change:
        assert parse_answers({change.question: change.answer}, DECISION)


@given(sheets(), regions)
def test_of_all_single_answers_nothing_weightier_is_left_out(
    answers: Answers, region: Region
) -> None:
    now = verdict_on(DECISION, answers, region)
    best: dict[str, tuple[int, bool]] = {}
    for question, answer in single_answers(answers):
        then = verdict_on(DECISION, {**answers, question: answer}, region)
        if raises(now, then):
            best[question] = max(then.weight, best.get(question, then.weight))
    told = {
        change.question: weight(change)
        for change in advise(DECISION, answers, region).would_change
        if DECISION.questions[change.question].kind != "number"
    }
    missed = {name: heaviest for name, heaviest in best.items() if name not in told}
    assert told == {name: heaviest for name, heaviest in best.items() if name in told}
    everything = advise(DECISION, answers, region).would_change
    lightest = min(map(weight, everything), default=(0, False))
    assert len(everything) == MOST_CHANGES or not missed
    assert all(heaviest <= lightest for heaviest in missed.values())


def weight(change: Change) -> tuple[int, bool]:
    return Verdict(change.level, change.stop).weight


def single_answers(answers: Answers) -> Iterator[tuple[str, Answer]]:
    """One more choice, or another one, for each answered question that has choices."""
    complaint = answers.get("symptom", "not_sure")
    for name, present in answers.items():
        if name in NOT_TRIED:
            continue
        for choice in DECISION.questions[name].choices:
            if not is_of(choice, str(complaint)):
                continue
            if isinstance(present, tuple):
                others = (each for each in present if each not in ("none", choice.id))
                yield name, (*others, choice.id)
            else:
                yield name, choice.id


def is_of(choice: Choice, complaint: str) -> bool:
    return complaint == "not_sure" or not choice.fits or complaint in choice.fits


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


@given(sheets(), regions)
def test_a_sign_of_another_complaint_alone_is_not_told(answers: Answers, region: Region) -> None:
    complaint = str(answers.get("symptom", "not_sure"))
    for change in advise(DECISION, answers, region).would_change:
        question = DECISION.questions[change.question]
        for choice in new_choices(question, answers.get(change.question), change.answer):
            assert is_of(choice, complaint)


def new_choices(question: Question, before: object, after: Answer) -> list[Choice]:
    old = before if isinstance(before, tuple) else (before,)
    new = after if isinstance(after, tuple) else (after,)
    return [choice for choice in question.choices if choice.id in new and choice.id not in old]
