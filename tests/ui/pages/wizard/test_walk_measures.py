"""How many pages, clicks and seconds the three sheets take; run with -s to read the figures."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3, TYPED, Walk

WORDS_A_MINUTE = 230
MOST_PAGES, MOST_CLICKS = 11, 28


def type_medicines(walk: Walk, answers: Mapping[str, Answer]) -> None:
    """Type what the second sheet takes, as its owner would; the amount is asked with the last."""
    for name in TYPED:
        walk.enter(name)
    walk.find(QLineEdit, "supplement_mg").setFocus()
    walk.type(str(answers["supplement_mg"]))
    walk.click("medicines.line.2.ppi.yes")


@pytest.mark.parametrize(
    ("name", "answers"), [("P1", P1), ("P2", P2), ("P3", P3)], ids=("P1", "P2", "P3")
)
def test_a_walk_is_short(
    qtbot: QtBot, library: Library, name: str, answers: Mapping[str, Answer]
) -> None:
    walk = Walk(qtbot, library)
    while walk.here != "result":
        if walk.here == "taking" and name == "P2":
            type_medicines(walk, answers)
        elif walk.here != "check":
            walk.fill(answers)
        walk.go_on()
    words = walk.read + len(walk.words().split())
    seconds = round(60 * words / WORDS_A_MINUTE)
    sys.stdout.write(
        f"{name}: {walk.pages} pages, {walk.clicks} clicks, {words} words, {seconds} s\n"
    )
    assert walk.pages <= MOST_PAGES
    assert walk.clicks <= MOST_CLICKS
