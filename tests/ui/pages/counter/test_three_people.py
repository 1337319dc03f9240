"""Three people at the counter by keys alone: in seconds the sheet of the wizard, and its page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.plain_text import as_text
from magdesk.rules.facts import Answer
from tests.ui.pages.counter.counter_hand import CONTROL, Hand, Key
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3, TYPED, Walk

MOST_KEYS = 30
LIST = "\n".join(TYPED)


def first(hand: Hand) -> None:
    """An eyelid that twitches, nothing else."""
    hand.enter("27000034\n13100168\n146?")


def second(hand: Hand) -> None:
    """Night cramps on four medicines, pasted as a list."""
    hand.enter("4900400\n")
    hand.paste(LIST)
    hand.enter(" \n58\n21")


def third(hand: Hand) -> None:
    """Cramps after sport."""
    hand.enter("37000029\n210049\n146?")


PEOPLE = {"P1": (first, P1), "P2": (second, P2), "P3": (third, P3)}


def ticks(sheet: Mapping[str, Answer]) -> dict[str, object]:
    """The answers of a sheet; the order of ticks means nothing."""
    return {k: frozenset(v) if isinstance(v, tuple) else v for k, v in sheet.items()}


@pytest.mark.parametrize("person", PEOPLE)
def test_few_keys_fill_the_sheet_of_the_wizard_and_print_its_page(
    hand: Hand, qtbot: QtBot, library: Library, tmp_path: Path, person: str
) -> None:
    fill, answers = PEOPLE[person]
    fill(hand)
    filled = hand.keys
    printed = tmp_path / "page.pdf"
    QTimer.singleShot(300, printing_to(printed))
    hand.press(Key.Key_P, CONTROL)
    walk = Walk(qtbot, library)
    walk.through(answers)
    sys.stdout.write(f"{person}: {filled} keys, {hand.keys} with the one that prints\n")
    assert hand.keys <= MOST_KEYS
    assert printed.read_bytes().startswith(b"%PDF")
    assert "Old Mill Pharmacy" in as_text(hand.page.report())
    assert ticks(hand.sheet.answers) == ticks(walk.sheet.answers)
    assert not hand.sheet.path.missing
    assert not walk.sheet.path.missing
    assert hand.sheet.advice() == walk.sheet.advice()


def printing_to(path: Path) -> Callable[[], None]:
    """Accept the print dialog, with this file for paper."""
    from PySide6.QtPrintSupport import QPrintDialog

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFileName(str(path))
        dialog.done(QPrintDialog.DialogCode.Accepted.value)

    return accept
