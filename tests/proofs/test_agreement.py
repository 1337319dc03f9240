"""Formulas and core say the same, on thousands of random sheets."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings

from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers
from tests.case_files import load_bases, load_cases
from tests.case_files import sheet as story_sheet
from tests.proofs.agreement import Agreement
from tests.proofs.random_sheets import SAME_EACH_TIME, sheets

# What the proofs run, other tests cover; counting lines would take two thirds of their time.
pytestmark = pytest.mark.usefixtures("lines_not_counted")

DECISION = Library().decision
AGREEMENT = Agreement(DECISION)


@pytest.mark.slow
@settings(SAME_EACH_TIME, max_examples=2500)
@given(sheets(DECISION))
def test_formulas_and_core_agree(sheet: tuple[Answers, Region]) -> None:
    assert AGREEMENT.differences(*sheet) == []


def test_formulas_and_core_agree_on_every_story() -> None:
    """Rare rules, which random sheets seldom meet, each have a story."""
    bases = load_bases()
    stories = [(case, parse_answers(story_sheet(case, bases), DECISION)) for case in load_cases()]
    told = {case.name: AGREEMENT.differences(answers, case.region) for case, answers in stories}
    assert {name: differences for name, differences in told.items() if differences} == {}


@pytest.mark.parametrize("region", list(DECISION.limits.regions))
def test_no_amount_passes_the_limit_by_rounding(region: Region) -> None:
    """Real numbers are proved; the core counts with floating-point ones."""
    base = load_bases()["healthy_adult"]
    limit = Fraction(DECISION.limits.regions[region].upper_mg)
    passed = []
    for whole in range(int(limit) + 1):
        for already in (math.nextafter(whole, math.inf), math.nextafter(whole + 1, 0)):
            answers = parse_answers({**base, "supplement_mg": already}, DECISION)
            amount = advise(DECISION, answers, region).amount
            if amount is not None and amount.max_mg + Fraction(already) > limit:
                passed.append(already)
    assert passed == []
