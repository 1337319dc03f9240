"""The advice as a whole: what it tells, and what it never does."""

from __future__ import annotations

from hypothesis import given

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.advice.spacing import longest_gap
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.records import Region
from magdesk.rules.firing import RANK
from tests.sheets import DECISION, regions, sheets


def advice_for(**answers: object) -> Advice:
    return advise(DECISION, parse_answers(answers, DECISION), "eu")


def test_each_line_tells_the_answers_behind_it() -> None:
    advice = advice_for(age=70, kidney="no_known_problem", conditions=["diabetes"])
    rule = next(rule for rule in advice.rules if rule.id == "kidney_untested")
    told = {said.question: said.text for said in rule.answers}
    assert set(told) == {"kidney", "age", "conditions"}
    assert "70 years" in told["age"]


def test_a_not_sure_is_told_as_one() -> None:
    advice = advice_for(kidney="not_sure")
    assert {rule.id for rule in advice.rules} == {"kidney_severe", "kidney_reduced"}
    assert all("not sure" in rule.answers[0].text for rule in advice.rules)
    assert advice.ask == (DECISION.questions["kidney"].take_along,)


def test_the_limit_of_the_region_stands_in_the_text() -> None:
    sheet = parse_answers({"supplement_mg": 380}, DECISION)
    lines = {
        region: [rule.because for rule in advise(DECISION, sheet, region).rules]
        for region in ("us", "eu", "uk")
    }
    assert "350 mg" in lines["us"][0]
    assert "250 mg" in lines["eu"][0]
    assert [text for text in lines["uk"] if "{" in text] == []


def test_hours_are_kept_for_each_medicine_and_jointly() -> None:
    advice = advice_for(medicines=["levothyroxine", "moxifloxacin", "bisphosphonate", "lithium"])
    assert [(gap.medicine, gap.before_h, gap.after_h) for gap in advice.spacing] == [
        ("moxifloxacin", 4, 8),
        ("levothyroxine", 4, 4),
        ("bisphosphonate", 2, None),
    ]
    assert longest_gap(advice.spacing) == (4, 8)
    assert longest_gap(()) == (0, 0)


def test_nothing_but_help_is_shown_beside_a_danger_sign() -> None:
    advice = advice_for(danger_now=["tetany"], medicines=["levothyroxine"], triggers=["stress"])
    assert advice.level == "emergency"
    assert (advice.options, advice.amount, advice.spacing, advice.first_steps) == ((), None, (), ())


@given(sheets(), regions)
def test_the_level_is_the_highest_that_fired(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    ranks = [RANK[rule.level] for rule in advice.rules]
    assert RANK[advice.level] == max(ranks, default=0)
    assert advice.stop == any(rule.stop for rule in advice.rules)


@given(sheets(), regions)
def test_no_text_keeps_an_open_place(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    assert [rule.id for rule in advice.rules if "{" in rule.because + rule.detail] == []


@given(sheets(), regions)
def test_the_same_answers_always_give_the_same_advice(answers: Answers, region: Region) -> None:
    assert advise(DECISION, answers, region) == advise(DECISION, dict(answers), region)
