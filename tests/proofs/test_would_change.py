"""The part of property 13 that is code rather than data, on thousands of changed sheets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers
from tests.proofs.random_sheets import SAME_EACH_TIME, sheets
from tests.proofs.would_change import untrue_changes

# What the proofs run, other tests cover; counting lines would take two thirds of their time.
pytestmark = pytest.mark.usefixtures("lines_not_counted")

DECISION = Library().decision


@settings(SAME_EACH_TIME, max_examples=1000)
@given(sheets(DECISION))
def test_what_would_change_is_what_the_core_then_says(sheet: tuple[Answers, Region]) -> None:
    assert list(untrue_changes(DECISION, *sheet)) == []
