"""What all rules come to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from magdesk.interview.answers import Answers
from magdesk.rules.verdict import Verdict, raises
from tests.sheets import DECISION, verdict_on


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


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Verdict("soon", stop=False), Verdict("today", stop=False), True),
        (Verdict("soon", stop=False), Verdict("soon", stop=True), True),
        (Verdict("soon", stop=True), Verdict("today", stop=False), False),
        (Verdict("today", stop=False), Verdict("soon", stop=True), False),
        (Verdict("soon", stop=True), Verdict("soon", stop=True), False),
    ],
)
def test_a_verdict_raises_only_where_nothing_is_lowered(
    before: Verdict, after: Verdict, expected: bool
) -> None:
    assert raises(before, after) is expected


def test_not_sure_beside_a_yes_leaves_every_other_choice_unknown() -> None:
    """``["ppi", "not_sure"]``: ppi yes, every other choice unknown; a stop among them stops."""
    yes = verdict_on(DECISION, {"medicines": ("ppi",)}, "eu")
    unsure = verdict_on(DECISION, {"medicines": ("ppi", "not_sure")}, "eu")
    assert yes == Verdict("ask_first", stop=False)
    assert unsure == Verdict("ask_first", stop=True)
