"""What to ask for: each test, value, person and question once, whichever rules call for it."""

from __future__ import annotations

import re

from hypothesis import given

from magdesk.advice.advise import advise
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.report.advice_document import ask_blocks
from magdesk.report.asked_for import AskedFor, asked_for
from tests.sheets import DECISION, regions, sheets

LIBRARY = Library()
WORDS = LIBRARY.report_words
CLEARS = [clears for rule in DECISION.rules for clears in rule.clears]
BLOOD = WORDS.rows["ask.blood"].text.partition("{")[0]


def called_for(answers: Answers, region: Region) -> tuple[AskedFor, ...]:
    return asked_for(advise(DECISION, answers, region).rules, DECISION.measured, WORDS)


def values(line: str) -> list[str]:
    """What a blood test is for: the list before the first full stop."""
    return line.removeprefix(BLOOD).partition(".")[0].split(", ")


@given(sheets(), regions)
def test_no_list_names_a_test_or_a_question_twice(answers: Answers, region: Region) -> None:
    blocks = ask_blocks(advise(DECISION, answers, region), LIBRARY)
    told = [line.text for block in blocks for line in block.lines]
    assert len(set(told)) == len(told)
    blood = [line for line in told if line.startswith(BLOOD)]
    assert len(blood) <= 1
    named = [name for line in blood for name in values(line)]
    assert len(set(named)) == len(named)


@given(sheets(), regions)
def test_nothing_that_a_rule_calls_for_is_left_out(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    told = called_for(answers, region)
    measured = {name for each in told if each.text.startswith(BLOOD) for name in values(each.text)}
    for rule in advice.rules:
        for clears in rule.clears:
            names = {DECISION.measured[key].name for key in clears.measures}
            assert names <= measured
            assert any(rule in each.rules for each in told)


def test_what_is_measured_in_the_blood_is_told_by_what_it_measures() -> None:
    """Else two rules could ask for the same test in other words."""
    blood = re.compile(
        r"in the blood|blood test|blood level|\beGFR\b|\bCK\b|\bTSH\b|ferritin", re.IGNORECASE
    )
    told = [each.text for each in CLEARS if not each.measures and blood.search(each.text)]
    assert told == []


def test_everything_that_can_be_measured_is_called_for() -> None:
    called = {key for each in CLEARS for key in each.measures}
    assert called == set(DECISION.measured)


def test_the_names_of_what_is_measured_cannot_be_mixed_up() -> None:
    names = [each.name for each in DECISION.measured.values()]
    assert len(set(names)) == len(names)
    assert [name for name in names if "." in name or "," in name] == []


def test_questions_of_one_topic_are_of_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for each in CLEARS:
        if each.topic:
            kinds.setdefault(each.topic, set()).add(each.kind)
    assert {topic: kind for topic, kind in kinds.items() if len(kind) > 1} == {}


def test_what_two_rules_call_for_stands_behind_the_one_line() -> None:
    answers = {"symptom": "night_cramp", "medicines": ["ppi", "water_tablet", "statin"]}
    told = called_for(parse_answers(answers, DECISION), "eu")
    (blood,) = [each for each in told if each.text.startswith(BLOOD)]
    rules = {rule.id for rule in blood.rules}
    assert {"ppi_depleter", "ppi_symptom", "statin_muscle", "medicine.water_tablet"} <= rules
    assert "fda2011ppi" in blood.sources
