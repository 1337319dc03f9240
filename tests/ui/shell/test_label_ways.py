"""Label from the start of the program: every question of a label within two actions, and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.label.page import LabelPage
from magdesk.ui.pages.wizard.check.check_page import CheckPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.buttons import Button
from tests.ui.in_front import in_front
from tests.ui.pages.wizard.wizard_walk import CALM


@pytest.fixture
def window(qtbot: QtBot, library: Library, tmp_path: Path) -> MainWindow:
    settings = Settings(tmp_path)
    settings.change(region="eu")
    return in_front(qtbot, MainWindow(library, settings), 1180, 760)


def said(page: LabelPage) -> str:
    """All that is seen and heard on the page."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    lanes = [lane.accessibleName() for lane in page.label.day.lanes.values()]
    return " ".join((*labels, *lanes))


def open_label(window: MainWindow) -> LabelPage:
    QTest.mouseClick(window.navigation.items["label"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return cast("LabelPage", window.page("label"))


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("bisglycinate 1000 mg", ["100 to 141 mg"]),
        ("400 mg magnesium oxide", ["241 mg"]),
        (
            "magnesium citrate 200 mg (as trimagnesium citrate 1250 mg)",
            ["200 mg of magnesium", "fits this salt"],
        ),
        ("two tablets of 250 mg elemental", ["500 of 250 mg", "250 mg over the limit of 250 mg"]),
        ("magnesium 400", ["400 of 250 mg"]),
    ],
)
def test_a_click_and_a_text_answer_it(window: MainWindow, typed: str, answers: list[str]) -> None:
    page = open_label(window)
    focused = QApplication.focusWidget()
    assert focused is page.label.text.edit
    QTest.keyClicks(focused, typed)
    for answer in answers:
        assert answer in said(page)


def test_the_key_of_the_page_leads_to_the_text_field(window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+4"))
    QApplication.processEvents()
    page = cast("LabelPage", window.page("label"))
    assert page.label.text.edit.hasFocus()


def test_a_text_from_another_page_is_read_at_once(window: MainWindow) -> None:
    window.ways.read_label("bisglycinate 1000 mg")
    page = cast("LabelPage", window.page("label"))
    assert window.shown == "label"
    assert "100 to 141 mg" in said(page)


def test_a_figure_that_was_worked_out_stands_in_the_questions(window: MainWindow) -> None:
    window.ways.open_label("supplement_mg")
    page = cast("LabelPage", window.page("label"))
    QTest.keyClicks(page.label.text.edit, "magnesium 200 mg elemental")
    QTest.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert window.shown == "wizard"
    assert window.files.sheet.answer("supplement_mg") == 200


def test_the_search_of_the_table_leads_to_the_reading(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.compare.toolbar
    bar.filter.edit.setFocus()
    QTest.keyClicks(bar.filter.edit, "bisglycinate 1000 mg")
    qtbot.waitUntil(lambda: "100 to 141 mg" in bar.hint.text())
    QTest.mouseClick(bar.hint, Qt.MouseButton.LeftButton)
    page = cast("LabelPage", window.page("label"))
    assert page.label.text.text() == "bisglycinate 1000 mg"


def test_the_check_page_tells_the_parts_of_what_was_worked_out(window: MainWindow) -> None:
    sheet = window.files.sheet
    for question, answer in CALM.items():
        sheet.set_answer(question, answer)
    window.ways.open_label("supplement_mg")
    page = cast("LabelPage", window.page("label"))
    QTest.keyClicks(page.label.text.edit, "magnesium oxide 500 mg")
    page.label.taken.menu.actions()[0].trigger()
    QTest.mouseClick(page.use, Qt.MouseButton.LeftButton)
    shown = CheckPage(sheet)
    (change,) = shown.findChildren(Button, "wizard.change.supplement_mg")
    assert "Oxide: 302 mg a day" in change.accessibleDescription()
    sheet.set_answer("supplement_mg", 100)
    again = CheckPage(sheet)
    (change,) = again.findChildren(Button, "wizard.change.supplement_mg")
    assert "Oxide" not in change.accessibleDescription()


def test_what_was_entered_is_saved_and_opened(window: MainWindow, tmp_path: Path) -> None:
    page = open_label(window)
    QTest.keyClicks(page.label.text.edit, "magnesium 200 mg elemental")
    path = tmp_path / "answers.json"
    assert "Saved" in window.files.save(path)
    window.files.sheet.clear()
    assert page.label.text.text() == ""
    assert "Opened" in window.files.open(path)
    assert page.label.text.text() == "magnesium 200 mg elemental"


def test_a_newer_file_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    page = open_label(window)
    QTest.keyClicks(page.label.text.edit, "magnesium 200 mg elemental")
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"format": 2, "answers": {}}), "utf-8")
    told = window.files.open(path)
    assert "newer magdesk" in told
    assert str(path) in told
    assert page.label.text.text() == "magnesium 200 mg elemental"


def test_a_question_that_reads_otherwise_is_named(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    whole = {"format": 1, "content": "2020.1 age:000000000000", "answers": {"age": 40}}
    path.write_text(json.dumps(whole), "utf-8")
    told = window.files.open(path)
    assert window.files.sheet.decision.questions["age"].short in told
    assert window.files.sheet.answer("age") is None
