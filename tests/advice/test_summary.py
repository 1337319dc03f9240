"""What the person came for: danger, what to do, which form, how much, when to a doctor."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.advice.summary import called_together, compound
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.decision_records import SUMMARY_PARTS
from magdesk.report.level_words import instructions
from magdesk.rules.firing import RANK
from tests.advice.calm_sheet import CALM
from tests.sheets import DECISION, regions, sheets


def advice_for(answers: dict[str, object], region: Region = "eu") -> Advice:
    return advise(DECISION, parse_answers(answers, DECISION), region)


def told(advice: Advice) -> dict[str, str]:
    return {line.part: line.text for line in advice.summary}


@given(sheets(), regions)
def test_the_parts_stand_in_the_contract_order(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    parts = [line.part for line in advice.summary]
    if advice.complete and RANK[advice.level] < RANK["today"]:
        assert parts == list(SUMMARY_PARTS)
    else:
        assert parts == ["danger", "do"]


@given(sheets(), regions)
def test_no_sentence_keeps_an_open_place(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    assert [line.text for line in advice.summary if "{" in line.text] == []


@given(sheets(), regions)
def test_a_sheet_that_is_not_finished_says_so_far_and_never_at_home(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    if not advice.complete:
        assert "so far" in told(advice)["danger"]
        assert "home" not in " ".join(told(advice).values())


@given(sheets(), regions)
def test_where_something_stops_no_form_and_no_amount_to_take_is_named(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    if advice.stop:
        text = " ".join(told(advice).values()).lower()
        names = [label.name.lower() for label in DECISION.labels.values()]
        assert [name for name in names if name in text] == []
        assert "start with" not in text.replace("start with the first steps", "")


@given(sheets(), regions)
def test_the_sum_of_the_amount_is_right(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    if advice.amount is None or not advice.amount.already_mg or not advice.complete:
        return
    numbers = [float(found) for found in re.findall(r"\d+(?:\.\d+)?", told(advice)["amount"])]
    total = advice.amount.max_mg + advice.amount.already_mg
    expected = [advice.amount.max_mg, total, advice.amount.limit_mg]
    assert numbers == pytest.approx(expected[: len(numbers)], abs=0.051)
    assert len(numbers) >= 2


def test_a_healthy_person_is_told_what_the_label_must_say() -> None:
    text = told(advice_for(CALM | {"symptom": "twitch", "triggers": ["stress"]}))
    assert "glycinate" in text["form"]
    assert "“magnesium 100 mg”" in text["form"]
    assert "710 mg" in text["form"]
    assert "200 mg" in text["amount"]


def test_taking_none_is_told_first_where_none_is_needed() -> None:
    older = told(advice_for(CALM | {"symptom": "cramp", "age": 70}))
    fed = told(advice_for(CALM | {"symptom": "twitch", "food_mg": 400}))
    assert older["form"].startswith("None")
    assert "trials" in older["form"]
    assert "350 mg" in fed["form"]


def test_the_amount_taken_is_paused_at_a_stop() -> None:
    text = told(advice_for(CALM | {"kidney": "reduced_30_59", "supplement_mg": 120.5}))
    assert "120.5 mg" in text["amount"]
    assert "unless a doctor prescribed it" in text["amount"]
    assert "kidney" in text["form"]


def test_sugar_comes_before_the_call() -> None:
    advice = advice_for({"danger_now": ["low_sugar"]})
    assert told(advice)["do"].startswith("Take sugar")
    (rule,) = advice.rules
    assert rule.at_once.startswith("Take sugar")


@pytest.mark.parametrize(
    ("region", "line"), [("us", "1-800-222-1222"), ("uk", "NHS 111"), ("eu", "poison advice")]
)
def test_far_too_much_names_the_poison_line_of_the_region(region: Region, line: str) -> None:
    advice = advice_for({"supplement_mg": 2500}, region)
    rule = next(rule for rule in advice.rules if rule.id == "far_over_limit")
    assert line in rule.because
    assert "2500 mg" in rule.because
    assert "Too much magnesium at once" in rule.because
    assert (advice.level, advice.stop) == ("today", True)


def test_outside_every_region_no_number_is_named() -> None:
    sheet = parse_answers({"danger_now": ["tetany"], "supplement_mg": 300}, DECISION)
    advice = advise(DECISION, sheet, "eu", elsewhere=True)
    text = " ".join([*told(advice).values(), *instructions(advice, DECISION)])
    assert "your emergency number" in text
    assert re.search(r"\b(112|911|999|116)\b", text) is None
    over = next(rule.because for rule in advice.rules if rule.id == "over_limit")
    assert "250 mg" in over


def test_the_compound_is_that_of_the_formula_rounded_to_ten() -> None:
    assert compound(100, 0.1410) == "710"
    assert compound(50, 0.0892) == "560"


@given(sheets(), regions)
def test_a_medicine_that_may_be_the_cause_comes_before_the_visit(
    answers: Answers, region: Region
) -> None:
    """Two times stand in one result: the nearer one is told first, and for what it is."""
    advice = advise(DECISION, answers, region)
    harm = {medicine.because_harm for medicine in DECISION.medicines.values()} - {""}
    lines = {rule.because for rule in advice.rules} & harm
    if not lines or not advice.complete or RANK[advice.level] >= RANK["today"]:
        return
    assert advice.before_dose
    assert "next dose" in told(advice)["do"]
    assert "next dose" in instructions(advice, DECISION)[0]
    assert "pharmacist or doctor" in told(advice)["do"]
    if advice.level == "soon":
        assert "two weeks" in told(advice)["doctor"]


@pytest.mark.parametrize(
    ("medicines", "named"),
    [
        (["statin"], "the statin"),
        (["statin", "rosuvastatin"], "the statin"),
        (["statin", "ppi"], "the acid blocker and the statin"),
        (["cramp_causing"], "the medicine named below"),
        (["statin", "cramp_causing", "ppi"], "the medicines named below"),
        (["iron"], "the medicine that may cause this"),
        (["inhaler"], "the medicine that may cause this"),
    ],
)
def test_the_medicine_whose_next_dose_comes_first_is_named(
    medicines: list[str], named: str
) -> None:
    changes = {"symptom": "cramp", "duration": "over_6_weeks", "see_doctor": ["new_medicine"]}
    advice = advice_for(CALM | changes | {"medicines": medicines})
    assert f"before the next dose of {named};" in told(advice)["do"]


def test_a_sentence_that_names_medicines_stays_short() -> None:
    harmful = [each for each in DECISION.medicines.values() if each.called]
    for pair in combinations(harmful, 2):
        named = called_together(DECISION, pair)
        for line in DECISION.summary:
            assert len(line.text.replace("{causes}", named).split()) <= 20, line.text


def test_a_medicine_whose_dose_is_asked_about_has_a_name_for_it() -> None:
    for medicine in DECISION.medicines.values():
        asked = "before the next" in medicine.because_harm
        assert bool(medicine.called) == asked, medicine.id


@given(sheets(), regions)
def test_who_is_asked_before_any_magnesium_is_told_with_the_doctor(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    if advice.complete and advice.level == "ask_first":
        assert told(advice)["doctor"].startswith("Before any magnesium, a pharmacist or doctor")


@given(sheets(), regions)
def test_nothing_is_due_before_a_dose_where_no_medicine_may_be_the_cause(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    if not advice.before_dose and RANK[advice.level] < RANK["today"]:
        assert "next dose" not in " ".join(told(advice).values())
        assert "next dose" not in " ".join(instructions(advice, DECISION))


def test_nobody_is_told_of_a_first_tablet_who_may_take_some_already() -> None:
    texts = [line.text for line in DECISION.summary]
    for rule in DECISION.rules:
        texts += [rule.because, rule.unsure, *(clears.text for clears in rule.clears)]
    texts += [medicine.action for medicine in DECISION.medicines.values()]
    first = re.compile(r"first( magnesium)? tablet")
    assert [text for text in texts if first.search(text)] == []
