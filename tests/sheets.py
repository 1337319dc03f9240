"""Random sheets of answers to the shipped questions: well formed, complete or with gaps."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.decision_records import Rule
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import Fired, fire
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import Verdict, verdict
from tests.proofs.random_sheets import answer_sheets

DECISION = Library().decision

regions = st.sampled_from(tuple(DECISION.limits.regions))


def sheets() -> st.SearchStrategy[Answers]:
    """Any sheet: questions may be left out, and many lead to options."""
    return answer_sheets(DECISION)


def fired(rules: Iterable[Rule], facts: Facts) -> tuple[Fired, ...]:
    """Every rule that fires, in the order of the rules."""
    return tuple([hit for rule in rules if (hit := fire(rule, facts)) is not None])


def verdict_on(decision: Decision, answers: Answers, region: Region) -> Verdict:
    """What every rule together gives for a sheet of answers, each looked at."""
    return verdict(fired(decision.rules, facts_from(decision, answers, region)))
