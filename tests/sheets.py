"""Random sheets of answers to the shipped questions: well formed, complete or with gaps."""

from __future__ import annotations

from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answers
from tests.proofs.random_sheets import answer_sheets

DECISION = Library().decision

regions = st.sampled_from(tuple(DECISION.limits.regions))


def sheets() -> st.SearchStrategy[Answers]:
    """Any sheet: questions may be left out, and many lead to options."""
    return answer_sheets(DECISION)
