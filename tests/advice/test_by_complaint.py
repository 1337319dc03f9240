"""First steps, signs and lines of medicines: one story, and of one's own complaint."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.advice.by_complaint import MOST_STEPS
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.records import Region
from magdesk.rules.firing import RANK
from tests.sheets import DECISION, regions, sheets

COMPLAINTS = [choice.id for choice in DECISION.questions["symptom"].choices]
KEEPS_TAKING = re.compile(r"not stop|never stop|[Kk]eep (taking|using)|[Gg]o on taking")
HARM: dict[str, dict[str, object]] = {
    "statin_new_muscle": {"medicines": ["statin"], "symptom": "cramp", "duration": "under_2_weeks"},
    "statin_muscle": {"medicines": ["rosuvastatin"], "symptom": "soreness"},
    "lithium_signs": {"medicines": ["lithium", "twitch_causing"], "symptom": "twitch"},
    "bone_injection_signs": {"medicines": ["bone_injection"], "symptom": "night_cramp"},
    "quinolone_muscle": {
        "medicines": ["moxifloxacin"],
        "symptom": "soreness",
        "duration": "2_to_6_weeks",
    },
    "ppi_symptom": {"medicines": ["ppi"], "symptom": "twitch"},
    "doctor.new_medicine": {
        "see_doctor": ["new_medicine"],
        "medicines": ["ssri_stimulant", "twitch_causing", "cramp_causing", "inhaler", "statin"],
    },
    "now.serotonin_rigidity": {
        "danger_now": ["serotonin_rigidity"],
        "medicines": ["ssri_stimulant"],
    },
    "today.medicine_poisoning": {
        "danger_today": ["medicine_poisoning"],
        "medicines": ["lithium", "digoxin", "twitch_causing"],
    },
}


def advice_for(**answers: object) -> Advice:
    return advise(DECISION, parse_answers(answers, DECISION), "eu")


def steps(**answers: object) -> list[str]:
    return [step.id for step in advice_for(**answers).first_steps]


def signs(**answers: object) -> list[str]:
    return [sign.id for sign in advice_for(**answers).watch]


@pytest.mark.parametrize(
    ("symptom", "expected"),
    [
        ("twitch", ["wait"]),
        ("eyelid", ["rest_eyes", "wait"]),
        ("cramp", ["stretch"]),
        ("night_cramp", ["stretch"]),
        ("restless_legs", ["move_legs"]),
        ("soreness", ["stretch"]),
        ("not_sure", ["notes"]),
    ],
)
def test_each_complaint_has_its_own_first_steps(symptom: str, expected: list[str]) -> None:
    assert steps(symptom=symptom) == expected


@pytest.mark.parametrize(
    ("trigger", "step"),
    [
        ("caffeine", "caffeine"),
        ("alcohol", "alcohol"),
        ("poor_sleep", "sleep"),
        ("tired", "sleep"),
        ("screen", "screen"),
        ("stress", "stress"),
        ("anxiety", "stress"),
        ("heat_fluid", "fluids"),
        ("exertion", "fluids"),
    ],
)
def test_each_trigger_has_its_step_after_those_of_the_complaint(trigger: str, step: str) -> None:
    assert steps(symptom="cramp", triggers=[trigger]) == ["stretch", step]
    assert steps(triggers=[trigger]) == [step]


@given(sheets(), regions)
def test_there_are_one_to_five_first_steps_below_today(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    if RANK[advice.level] < RANK["today"]:
        assert 1 <= len(advice.first_steps) <= MOST_STEPS
        assert advice.watch
    else:
        assert (advice.first_steps, advice.watch) == ((), ())


def test_the_steps_of_the_complaint_are_never_cut_off() -> None:
    every = [choice.id for choice in DECISION.questions["triggers"].choices]
    told = steps(symptom="eyelid", triggers=every)
    assert told[:2] == ["rest_eyes", "wait"]
    assert len(told) == MOST_STEPS


@pytest.mark.parametrize(
    ("symptom", "words"),
    [
        ("eyelid", ["two weeks", "closes fully", "spreads", "red"]),
        ("twitch", ["two weeks", "weak", "spreads"]),
        ("cramp", ["One leg", "dark", "ten minutes", "sleep"]),
        ("night_cramp", ["One leg", "dark", "ten minutes", "sleep"]),
        ("restless_legs", ["sleep", "iron"]),
        ("soreness", ["dark", "swells", "week"]),
    ],
)
def test_the_signs_to_watch_for_are_those_of_the_complaint(symptom: str, words: list[str]) -> None:
    told = " ".join(sign.text for sign in advice_for(symptom=symptom).watch)
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize("symptom", [*COMPLAINTS, "not_sure"])
def test_nothing_is_told_of_another_complaint(symptom: str) -> None:
    """No calf for an eyelid, no twitch for a cramp, no cramp for a twitch."""
    foreign = {"eyelid": "cramp|calf|leg|urine", "twitch": "cramp|calf|eyelid|urine"}.get(
        symptom, "twitch|eyelid" if symptom != "not_sure" else "eyelid|urine|calf"
    )
    every = [choice.id for choice in DECISION.questions["triggers"].choices]
    for triggers in ([trigger] for trigger in every):
        advice = advice_for(symptom=symptom, triggers=triggers)
        told = [step.text for step in advice.first_steps]
        told += [sign.text for sign in advice.watch]
        told += [line.text for line in advice.summary]
        assert [line for line in told if re.search(foreign, line)] == []


@pytest.mark.parametrize("rule", HARM)
def test_beside_a_sign_of_harm_no_line_says_to_keep_taking_the_medicine(rule: str) -> None:
    advice = advice_for(**HARM[rule])
    told = {line.id: f"{line.because} {line.at_once}" for line in advice.rules}
    assert rule in told
    assert {name: text for name, text in told.items() if KEEPS_TAKING.search(text)} == {}
    level = DECISION.levels[advice.level]
    assert [line for line in (*level.do, level.stop_lead) if KEEPS_TAKING.search(line)] == []


@given(sheets(), regions)
def test_hours_are_told_whether_magnesium_is_stopped_or_not(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    taken = answers.get("medicines", ())
    assert isinstance(taken, tuple)
    with_hours = [row.id for row in DECISION.medicines.values() if row.spaced and row.id in taken]
    told = [gap.medicine for gap in advice.spacing]
    assert told == (with_hours if RANK[advice.level] < RANK["today"] else [])
