"""What all rules come to, however few of them are looked at."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from magdesk.interview.answers import Answers
from magdesk.knowledge.records import Region
from magdesk.rules.firing import fired
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import Verdict, verdict, verdict_on
from tests.sheets import DECISION, regions, sheets


@given(sheets(), regions)
def test_leaving_out_light_rules_changes_no_verdict(answers: Answers, region: Region) -> None:
    hits = fired(DECISION.rules, facts_from(DECISION, answers, region))
    assert verdict_on(DECISION, answers, region) == verdict(hits)


@given(sheets(), regions, st.randoms())
def test_nor_where_the_rules_weigh_something_else(
    answers: Answers, region: Region, random: Random
) -> None:
    weights = [(rule.level, rule.stop) for rule in DECISION.rules]
    random.shuffle(weights)
    rules = tuple(
        with_fields(rule, level=level, stop=stop)
        for rule, (level, stop) in zip(DECISION.rules, weights, strict=True)
    )
    shuffled = replace(DECISION, rules=rules)
    hits = fired(rules, facts_from(shuffled, answers, region))
    assert verdict_on(shuffled, answers, region) == verdict(hits)


def test_nothing_answered_is_for_self_care() -> None:
    assert verdict_on(DECISION, {}, "eu") == Verdict("self_care", stop=False)


def test_a_stop_counts_although_another_rule_is_more_urgent() -> None:
    """The most urgent rule alone does not stop; a lighter one does."""
    answers: Answers = {"danger_now": ("tetany",), "kidney": "reduced_30_59"}
    rules = tuple(
        with_fields(rule, stop=False) if "tetany" in repr(rule.when) else rule
        for rule in DECISION.rules
    )
    assert verdict_on(replace(DECISION, rules=rules), answers, "eu") == Verdict(
        "emergency", stop=True
    )
