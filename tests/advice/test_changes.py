"""What would change the advice: true, only upward, and never a way round a stop."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from magdesk.advice.advise import advise
from magdesk.advice.changes import MOST_CHANGES, _true_changes
from magdesk.advice.single_answers import SingleAnswer
from magdesk.interview.answers import Answer, Answers, choice_ids, parse_answers
from magdesk.knowledge.records import Region
from magdesk.rules.firing import RANK, fired
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import Verdict, raises, verdict
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


@settings(max_examples=20)
@given(sheets(), regions, st.randoms())
def test_whatever_is_proposed_only_what_comes_true_and_raises_is_told(
    answers: Answers, region: Region, random: Random
) -> None:
    hits = fired(DECISION.rules, facts_from(DECISION, answers, region))
    proposed = list(other_answers(answers))
    random.shuffle(proposed)
    told = {
        (change.question, change.answer): Verdict(change.level, change.stop)
        for change in _true_changes(proposed, DECISION, answers, region, hits)
    }
    for one in proposed:
        after = advise(DECISION, {**answers, one.question: one.answer}, region)
        then = Verdict(after.level, after.stop)
        expected = then if raises(verdict(hits), then) else None
        assert told.get((one.question, one.answer)) == expected


@given(sheets(), regions)
def test_nothing_weightier_is_left_out(answers: Answers, region: Region) -> None:
    hits = fired(DECISION.rules, facts_from(DECISION, answers, region))
    best: dict[str, tuple[int, bool]] = {}
    for change in _true_changes(added_or_other(answers), DECISION, answers, region, hits):
        weight = (RANK[change.level], change.stop)
        best[change.question] = max(weight, best.get(change.question, weight))
    told = {
        change.question: (RANK[change.level], change.stop)
        for change in advise(DECISION, answers, region).would_change
    }
    lightest = min(told.values(), default=(0, False))
    missed = {name: weight for name, weight in best.items() if name not in told}
    assert {name: told[name] for name in best if name in told} == {
        name: weight for name, weight in best.items() if name in told
    }
    assert len(told) == MOST_CHANGES or not missed
    assert all(weight <= lightest for weight in missed.values())


def other_answers(answers: Answers) -> Iterator[SingleAnswer]:
    """Every choice alone, or a few numbers, as the answer to each question; expected: nonsense."""
    for question in DECISION.questions.values():
        names: list[Answer] = [0, 18, 65] if not question.choices else list(choice_ids(question))
        for name in names:
            answer = (str(name),) if question.kind == "several" else name
            yield SingleAnswer(question.id, answer, "", Verdict("emergency", stop=True))


def added_or_other(answers: Answers) -> Iterator[SingleAnswer]:
    """One more choice, or another one, for each answered question that has choices."""
    for name, present in answers.items():
        question = DECISION.questions[name]
        for choice in question.choices:
            answer: Answer = choice.id
            if isinstance(present, tuple):
                answer = (*(each for each in present if each not in ("none", answer)), choice.id)
            yield SingleAnswer(name, answer, "", Verdict("self_care", stop=False))


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
