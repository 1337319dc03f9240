"""How many pages, clicks and seconds the three sheets take; run with -s to read the figures."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3, TYPED, Walk

WORDS_A_MINUTE = 230
MOST_PAGES, MOST_CLICKS = 11, 28


class Before(NamedTuple):
    """What version 0.1.0 (commit ec7eb46) took, walked and counted in the same way."""

    pages: int
    clicks: int
    words: int


BEFORE = {"P1": Before(19, 35, 3583), "P2": Before(12, 25, 2572), "P3": Before(18, 32, 3475)}
MOST_OF_BEFORE = {"P1": 0.5, "P2": 0.58, "P3": 0.5}
"""P2 ended early before as well; its result tells more now: what to ask for, by the rules."""


def type_medicines(walk: Walk, answers: Mapping[str, Answer]) -> None:
    """Type what the second sheet takes, as its owner would; the amount is asked with the last."""
    for name in TYPED:
        walk.enter(name)
    walk.find(QLineEdit, "supplement_mg").setFocus()
    walk.type(str(answers["supplement_mg"]))
    walk.click("medicines.line.2.ppi.yes")


def seconds(words: int) -> int:
    return round(60 * words / WORDS_A_MINUTE)


@pytest.mark.parametrize(
    ("name", "answers"), [("P1", P1), ("P2", P2), ("P3", P3)], ids=("P1", "P2", "P3")
)
def test_a_walk_is_short(
    qtbot: QtBot, library: Library, name: str, answers: Mapping[str, Answer]
) -> None:
    walk = Walk(qtbot, library)
    read: dict[str, int] = {}
    while walk.here != "result":
        if walk.here == "taking" and name == "P2":
            type_medicines(walk, answers)
        elif walk.here != "check":
            walk.fill(answers)
        read[walk.here] = len(walk.words().split())
        walk.go_on()
    read["result"] = len(walk.words().split())
    words, before = sum(read.values()), BEFORE[name]
    sys.stdout.write(
        f"{name}: {walk.pages} pages, {walk.clicks} clicks, {words} words, {seconds(words)} s; "
        f"before {before.pages} pages, {before.clicks} clicks, {before.words} words, "
        f"{seconds(before.words)} s ({words / before.words:.0%}); {read}\n"
    )
    assert walk.pages <= MOST_PAGES
    assert walk.clicks <= MOST_CLICKS
    assert words <= MOST_OF_BEFORE[name] * before.words
