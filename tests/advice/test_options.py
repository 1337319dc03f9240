"""Which forms are listed, in which order, and what speaks for and against them."""

from __future__ import annotations

import pytest
from hypothesis import given

from magdesk.advice.advice import Option
from magdesk.advice.advise import advise
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.catalogue import grade_for
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from tests.advice.calm_sheet import CALM
from tests.sheets import DECISION, regions, sheets

COMPLAINTS = [choice.id for choice in DECISION.questions["symptom"].choices]


def options(**answers: object) -> dict[str, Option]:
    advice = advise(DECISION, parse_answers(CALM | answers, DECISION), "eu")
    return {option.form: option for option in advice.options}


def test_an_unknown_bowel_counts_against_but_never_for() -> None:
    normal, unsure, loose = (options(bowel=bowel) for bowel in ("normal", "not_sure", "loose"))
    assert normal["citrate"].points == 2
    assert normal["malate"].points == 2
    assert unsure["malate"].points == 1
    assert "citrate" not in unsure
    assert unsure["glycinate"].points == normal["glycinate"].points == 1
    assert loose["glycinate"].points == 2


def test_a_reason_against_says_when_the_person_was_not_sure() -> None:
    assert options(bowel="not_sure")["malate"].against[0].text.startswith("You were not sure")
    assert options(bowel="loose")["malate"].against[0].text.startswith("You said")


def test_an_antacid_takes_citrate_out() -> None:
    listed = options(medicines=["magnesium_product"], supplement_mg=100, bowel="constipated")
    assert "citrate" not in listed


def test_skin_only_without_a_point_lists_the_skin_form_after_none() -> None:
    listed = options(route="skin_only", symptom="twitch")
    assert list(listed) == ["none", "chloride_topical"]
    assert listed["chloride_topical"].points == 0


@pytest.mark.parametrize("symptom", ["cramp", "night_cramp"])
def test_trials_in_cramps_break_a_tie_for_citrate(symptom: str) -> None:
    listed = options(symptom=symptom)
    assert list(listed) == ["citrate", "glycinate", "taurate", "none"]
    assert listed["citrate"].evidence == "G2"
    assert listed["glycinate"].evidence == "G0"


def test_the_trial_in_sore_muscles_breaks_a_tie_for_glycinate() -> None:
    listed = options(symptom="soreness")
    assert list(listed) == ["malate", "citrate", "glycinate", "none"]
    assert [option.evidence for option in listed.values()] == ["G0", "G0", "G3", None]


def test_evidence_for_another_complaint_counts_for_nothing() -> None:
    listed = options(symptom="twitch")
    assert {option.evidence for option in listed.values()} == {"G0", None}


def test_grades_are_those_of_the_evidence_outside_pregnancy() -> None:
    catalogue = Library().catalogue
    for (form, outcome), grade in DECISION.grades.items():
        assert grade == grade_for(catalogue, form, outcome, outside_pregnancy=True)


@pytest.mark.parametrize("symptom", COMPLAINTS)
def test_a_caveat_is_about_the_complaint(symptom: str) -> None:
    other = {"twitch": "cramp", "eyelid": "cramp"}.get(symptom, "twitch")
    for option in options(symptom=symptom).values():
        assert option.form == "none" or option.against
        reasons = (*option.in_favour, *option.against)
        assert not [reason for reason in reasons if other in f"{reason.text} {reason.professional}"]


@given(sheets(), regions)
def test_options_follow_the_contract_on_any_sheet(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    forms = [option.form for option in advice.options]
    assert bool(forms) == (advice.complete and not advice.stop)
    assert len([form for form in forms if form != "none"]) <= 3
    assert forms.count("none") == (1 if forms else 0)
    assert all(form in DECISION.candidates for form in forms if form != "none")
    if answers.get("route") == "skin_only":
        assert set(forms) <= {"none", "chloride_topical"}


@given(sheets(), regions)
def test_the_amount_stays_below_every_limit_on_any_sheet(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    oral = [
        option.form
        for option in advice.options
        if option.form != "none" and DECISION.candidates[option.form].oral
    ]
    if advice.amount is None:
        assert not oral
        return
    age = answers["age"]
    assert isinstance(age, int)
    assert 1 <= advice.amount.start_mg <= advice.amount.max_mg
    assert advice.amount.max_mg + advice.amount.already_mg <= advice.amount.limit_mg
    if age >= 65:
        assert advice.amount.max_mg + advice.amount.already_mg <= 250
        assert advice.amount.max_mg <= 100
