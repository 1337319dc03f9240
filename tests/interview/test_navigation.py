"""What is asked next, from the answers alone, and where the interview ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from msgspec.structs import replace as with_fields

from magdesk.interview.answers import Answers, parse_answers
from magdesk.interview.navigation import applicable, path
from magdesk.interview.walk import walk
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.decision_records import Rule
from magdesk.rules.firing import RANK
from magdesk.rules.index import questions_of
from magdesk.rules.sheet import facts_from
from tests.sheets import fired, regions, sheets

DECISION = Library().decision
ORDER = list(DECISION.questions)
WITHOUT_PREGNANCY = [name for name in ORDER if name != "pregnancy"]


def sheet(**answers: object) -> Answers:
    return parse_answers(answers, DECISION)


def test_the_questions_stand_in_the_contract_order() -> None:
    assert " ".join(ORDER) == (
        "symptom duration danger_now danger_today supplement_mg medicines age sex pregnancy kidney "
        "conditions see_doctor triggers food_mg bowel stomach route"
    )


def test_pages_hold_the_questions_in_their_order() -> None:
    pages = list(dict.fromkeys(question.page for question in DECISION.questions.values()))
    assert [page.id for page in DECISION.pages] == pages


def test_nothing_answered_leaves_everything_that_applies() -> None:
    assert list(path(DECISION, {}, "eu").missing) == WITHOUT_PREGNANCY


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
        ({"medicines": ["ppi"]}, None),
        ({"medicines": ["not_sure"]}, None),
        ({"medicines": ["ppi", "water_tablet"]}, "kidney"),
        ({"medicines": ["statin"], "symptom": "cramp"}, "kidney"),
        ({"medicines": ["statin"], "symptom": "cramp", "duration": "under_2_weeks"}, "medicines"),
        ({"medicines": ["statin"], "symptom": "twitch"}, None),
        ({"medicines": ["statin"], "symptom": "not_sure"}, None),
        ({"supplement_mg": 2000}, "supplement_mg"),
        ({"supplement_mg": 1999}, None),
        ({"conditions": ["purging"]}, "conditions"),
        ({"conditions": ["myasthenia"]}, None),
    ],
)
def test_the_interview_ends_as_early_as_no_later_answer_could_be_more_urgent(
    answers: dict[str, object], end: str | None
) -> None:
    assert path(DECISION, sheet(**answers), "eu").end == end


def end_by_the_contract(decision: Decision, answers: Answers, region: Region) -> str | None:
    """Section 1 of the contract, word by word and slowly."""
    order = list(decision.questions)
    for place, question in enumerate(order[:-1]):
        so_far = {name: answers[name] for name in order[: place + 1] if name in answers}
        hits = fired(decision.rules, facts_from(decision, so_far, region))
        reached = max((RANK[hit.level] for hit in hits), default=0)
        stopped = any(hit.stop and RANK[hit.level] >= RANK["soon"] for hit in hits)
        later = set(order[place + 1 :])
        open_rules = [
            rule for rule in decision.rules if not later.isdisjoint(questions_of(rule, decision))
        ]
        if stopped and all(highest(rule) <= reached for rule in open_rules):
            return question
    return None


def highest(rule: Rule) -> int:
    return max(RANK[level] for level in (rule.level, rule.if_unsure) if level is not None)


@given(sheets(), regions)
def test_the_end_is_that_of_the_contract(answers: Answers, region: Region) -> None:
    assert walk(DECISION, answers, region).end == end_by_the_contract(DECISION, answers, region)


@given(sheets(), regions)
def test_what_fires_on_the_way_is_what_fires_on_the_whole_sheet(
    answers: Answers, region: Region
) -> None:
    hits = fired(DECISION.rules, facts_from(DECISION, answers, region))
    assert walk(DECISION, answers, region).hits == hits


def test_a_rule_that_is_added_moves_the_end_by_itself() -> None:
    """An emergency that the last question may bring keeps the interview open until then."""
    late = with_fields(DECISION.rules[0], id="late", when=_last_choice(), level="emergency")
    longer = replace(DECISION, rules=(*DECISION.rules, late))
    answers = sheet(danger_today=["dark_urine"])
    assert walk(DECISION, answers, "eu").end == "danger_today"
    assert walk(longer, answers, "eu").end is None


def _last_choice() -> object:
    from magdesk.knowledge.conditions import Chosen

    question = DECISION.questions[ORDER[-1]]
    return Chosen(question.id, frozenset({question.choices[-1].id}))


def test_after_an_early_end_only_earlier_questions_are_missing() -> None:
    answers = sheet(danger_today=["dark_urine"], kidney="under_30")
    way = path(DECISION, answers, "eu")
    assert way.missing == ("symptom", "duration", "danger_now")
    assert way.asked[-1].id == "danger_today"


def test_the_way_follows_the_order_and_skips_what_does_not_apply() -> None:
    ids = [question.id for question in path(DECISION, sheet(age=40, sex="male"), "eu").asked]
    assert ids[0] == ORDER[0]
    assert ids[ids.index("sex") + 1] == "kidney"
    assert ids[-1] == "route"


def test_looking_ahead_changes_no_answer() -> None:
    answers = dict(sheet(age=30, sex="female"))
    before = dict(answers)
    path(DECISION, answers, "eu")
    assert answers == before
