"""Answer sheets told as short stories, and what each must give.

The stories stand in ``tests/cases``, several files by theme. They are written from the contract,
not from the data the program loads, so that each checks the other. One case::

    [[case]]
    name = "a_swollen_calf_sends_you_for_help_today"
    story = "Ana, 44, has had one hot, swollen calf since yesterday."
    region = "eu"                  # us, eu (default) or uk
    base = "healthy_adult"         # a complete sheet of bases.toml; without it the sheet is empty
    remove = ["food_mg"]           # answers of the base that are left out
    [case.answers]                 # answers that are added to the base or override it
    danger_today = ["swollen_calf"]
    [case.gives]                   # `level` always; of the rest only what the case is about
    level = "today"
    stop = true
    complete = true
    missing = []                                   # questions without an answer, in order
    rules = ["today.swollen_calf"]                 # every rule that fires, in order
    unknown = ["now.*", "!now.lockjaw"]            # those that fire as unknown; [] beside `rules`
    stopping = ["today.swollen_calf"]              # those that fire with a stop
    rule_levels = { "today.swollen_calf" = "today" }
    options = []                                   # forms listed, in order, `none` among them
    points = { glycinate = 4 }                     # points of listed forms
    amount = { start_mg = 100, max_mg = 200, limit_mg = 250, already_mg = 0 }   # any of these
    no_amount = true                               # instead of `amount`
    spacing = [["levothyroxine", 4, 4]]            # hours before and after, 0 for no hours
    ask_count = 0                                  # questions to take along
    first_steps_include = ["stretch"]
    no_first_steps = true                          # instead of `first_steps_include`

In lists of rules ``now.*`` stands for every rule of that group, and ``!now.lockjaw`` takes one out
again: so a new sign or medicine leaves the stories of *not sure* as they are.
"""

from __future__ import annotations

import sys
from collections import Counter

import msgspec
import pytest

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import LEVELS
from tests.case_files import Case, Gives, load_bases, load_cases, sheet, spelled_out
from tests.case_metrics import Share, metrics, table
from tests.proofs.contract_decision import contract_decision

CASES = load_cases()
BASES = load_bases()
SHEETS = [(sheet(case, BASES), case.region) for case in CASES]
CONTRACT = contract_decision()
"""What the stories have to cover: the contract's rules, choices and medicines."""
GIVES = [spelled_out(case.gives, [rule.id for rule in CONTRACT.rules]) for case in CASES]


@pytest.fixture(scope="module")
def decision(library: Library) -> Decision:
    return library.decision


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_story(case: Case, decision: Decision) -> None:
    answers = parse_answers(sheet(case, BASES), decision)
    advice = advise(decision, answers, case.region)
    gives = spelled_out(case.gives, [rule.id for rule in decision.rules])
    assert said(advice, gives) == asked_for(gives), case.story


def asked_for(gives: Gives) -> dict[str, object]:
    """What the case gives, by what it is about."""
    plain = ("level", "stop", "complete", "missing", "rules", "stopping", "options", "ask_count")
    wanted = {key: getattr(gives, key) for key in plain if getattr(gives, key) is not None}
    if gives.rules is not None or gives.unknown is not None:
        wanted["unknown"] = gives.unknown or ()
    if gives.spacing is not None:
        wanted["spacing"] = set(gives.spacing)
    if gives.no_amount or gives.amount:
        wanted["amount"] = None if gives.no_amount else gives.amount
    if gives.no_first_steps or gives.first_steps_include:
        wanted["first_steps"] = set(gives.first_steps_include)
    return wanted | {"rule_levels": gives.rule_levels, "points": gives.points}


def said(advice: Advice, gives: Gives) -> dict[str, object]:
    """What the program says to the things that the case is about."""
    steps = {step.id for step in advice.first_steps}
    levels = {rule.id: rule.level for rule in advice.rules}
    points = {option.form: option.points for option in advice.options}
    found: dict[str, object] = {
        "level": advice.level,
        "stop": advice.stop,
        "complete": advice.complete,
        "missing": tuple(advice.missing),
        "rules": tuple(rule.id for rule in advice.rules),
        "stopping": tuple(rule.id for rule in advice.rules if rule.stop),
        "unknown": tuple(rule.id for rule in advice.rules if rule.unknown),
        "options": tuple(option.form for option in advice.options),
        "spacing": {(s.medicine, s.before_h or 0, s.after_h or 0) for s in advice.spacing},
        "ask_count": len(advice.ask),
        "amount": advice.amount and {key: getattr(advice.amount, key) for key in gives.amount},
        "first_steps": steps & set(gives.first_steps_include)
        if not gives.no_first_steps
        else steps,
        "rule_levels": {rule: levels.get(rule) for rule in gives.rule_levels},
        "points": {form: points.get(form) for form in gives.points},
    }
    return {key: found[key] for key in asked_for(gives)}


def test_every_story_has_its_own_name() -> None:
    assert [name for name, n in Counter(case.name for case in CASES).items() if n > 1] == []


def test_there_are_at_least_eighty_stories() -> None:
    assert len(CASES) >= 80


def test_every_level_and_every_region_is_reached() -> None:
    assert {case.gives.level for case in CASES} == set(LEVELS)
    assert {case.region for case in CASES} == {"us", "eu", "uk"}


def test_every_rule_has_a_story_in_which_it_is_true() -> None:
    told = {
        rule for gives in GIVES for rule in gives.rules or () if rule not in (gives.unknown or ())
    }
    assert [rule.id for rule in CONTRACT.rules if rule.id not in told] == []


def test_every_rule_that_can_be_unknown_has_a_story_in_which_it_is() -> None:
    told = {rule for gives in GIVES for rule in gives.unknown or ()}
    unsure = [rule.id for rule in CONTRACT.rules if rule.if_unsure is not None]
    assert unsure
    assert [rule for rule in unsure if rule not in told] == []


def test_every_choice_is_answered_in_some_story() -> None:
    answered = {(key, choice) for case in CASES for key, choice in _choices(sheet(case, BASES))}
    offered = {(q.id, choice.id) for q in CONTRACT.questions.values() for choice in q.choices}
    assert sorted(offered - answered) == []


def _choices(answers: dict[str, object]) -> list[tuple[str, object]]:
    several = ((k, v if isinstance(v, list) else [v]) for k, v in answers.items())
    return [(key, choice) for key, choices in several for choice in choices]


def test_both_sides_of_each_boundary_have_a_story() -> None:
    ages = {answers.get("age") for answers, _ in SHEETS}
    taken = {(region, answers.get("supplement_mg")) for answers, region in SHEETS}
    adults = {
        (region, answers.get("supplement_mg"))
        for answers, region in SHEETS
        if answers.get("age") in range(18, 65)
    }
    assert ages >= {11, 12, 17, 18, 55, 56, 64, 65}
    assert {amount for _, amount in taken} >= {19, 20, 1999, 2000}
    for region, limit in (("us", 350), ("eu", 250), ("uk", 400)):
        amounts = [x for place, x in taken if place == region and isinstance(x, int | float)]
        assert limit in amounts
        assert any(limit < amount <= limit + 1 for amount in amounts)
        assert {(region, limit - 50), (region, limit - 49)} <= adults  # 50 and 49 mg of room


def test_each_medicine_and_pairs_of_rules_have_a_story() -> None:
    taken = {choice for answers, _ in SHEETS for choice in chosen(answers, "medicines")}
    assert taken >= set(CONTRACT.medicines)
    together = [case for case in CASES if len(case.gives.rules or ()) == 2]
    assert len({frozenset(case.gives.rules or ()) for case in together}) >= 20


def chosen(answers: dict[str, object], question: str) -> list[str]:
    """The choices that a sheet has for a question that takes several."""
    found = answers.get(question, [])
    assert isinstance(found, list)
    return found


def test_the_metrics_are_printed_and_no_danger_sign_is_under_triaged(
    capsys: pytest.CaptureFixture[str],
) -> None:
    measured = metrics(CASES)
    with capsys.disabled():
        sys.stdout.write(f"\n{table(measured)}\n")
    assert measured.danger_under_triage.of > 0
    assert measured.danger_under_triage.count == 0


def test_the_metrics_count_what_lies_below_and_above_the_right_level() -> None:
    calm = Case(name="calm", story="", base="healthy_adult", gives=Gives(level="self_care"))
    missed = msgspec.structs.replace(calm, gives=Gives(level="today"))
    calf: dict[str, object] = {"danger_today": ["swollen_calf"]}
    calf_missed = msgspec.structs.replace(calm, answers=calf, gives=Gives(level="emergency"))
    scared = msgspec.structs.replace(calm, answers=calf, gives=Gives(level="soon"))

    measured = metrics([calm, missed, calf_missed, scared])

    assert measured.accuracy == Share(1, 4)
    assert measured.accuracy_by_level["self_care"] == Share(1, 1)
    assert measured.accuracy_by_level["today"] == Share(0, 1)
    assert measured.safety == Share(2, 4)
    assert measured.over_triage == Share(1, 4)
    assert measured.under_triage == Share(2, 4)
    assert measured.danger_under_triage == Share(1, 2)
