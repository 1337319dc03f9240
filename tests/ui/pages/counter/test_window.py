"""The counter in the window: its place and size, a new person, and the page that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import Product
from magdesk.interview.counter_groups import GROUPS
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.pages.counter.medicines_row import MedicinesRow
from magdesk.ui.pages.counter.page import CounterPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from tests.ui.in_front import opened_window
from tests.ui.pages.counter.counter_hand import CONTROL, Hand, Key
from tests.ui.pages.counter.test_three_people import LIST
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3
from tests.ui.settling import settle
from tests.ui.sweeping import clipped, faults_on

TRACE = "hydrochlorothiazide"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of the European Union, in a folder of the test."""
    settings = Settings(tmp_path)
    settings.change(region="eu")
    return settings


@pytest.fixture
def window(qapp: QApplication, library: Library, settings: Settings) -> Iterator[MainWindow]:
    """The window, with the counter in front."""
    settings.change(opens_counter=True)
    with opened_window(qapp, library, settings) as opened:
        yield opened


def counter(window: MainWindow) -> CounterPage:
    """The page, which is in front."""
    page = window.page("counter")
    assert isinstance(page, CounterPage)
    return page


def test_a_setting_opens_the_program_on_it(window: MainWindow) -> None:
    assert window.shown == "counter"
    assert window.navigation.rail
    window.show_page("compare")
    assert not window.navigation.rail
    QTest.keyClick(window, Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.shown == "counter"
    assert window.navigation.rail


@pytest.fixture
def usual(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> Iterator[MainWindow]:
    """The counter in a window and a font as most people have them."""
    if "Inter" not in QFontDatabase.families():
        pytest.skip("the font Inter is not installed")
    before = QApplication.font()
    inter = QFont("Inter")
    inter.setPointSizeF(10)
    qapp.setFont(inter)
    try:
        settings.change(opens_counter=True)
        window = MainWindow(library, settings)
        window.resize(1180, 760)
        qtbot.addWidget(window)
        window.show()
        yield window
    finally:
        qapp.setFont(before)
        settle()


PEOPLE = {"P1": P1, "P2": P2, "P3": P3}


def fits(window: MainWindow) -> None:
    """Nothing scrolls, and nothing is cut off."""
    settle()
    assert (window.width(), window.height()) == (1180, 760)
    assert counter(window).questions.verticalScrollBar().maximum() == 0
    assert counter(window).questions.horizontalScrollBar().maximum() == 0
    assert clipped(window) == []


@pytest.mark.parametrize("answers", PEOPLE.values(), ids=PEOPLE)
def test_it_stands_in_a_usual_window_without_scrolling(
    usual: MainWindow, answers: dict[str, Answer]
) -> None:
    for question, answer in answers.items():
        counter(usual).sheet.set_answer(question, answer)
    fits(usual)


@pytest.mark.parametrize("typed", ["esomeprazole 40 mg", "ibuprofen 400 mg", "zinc", "simvastin"])
@pytest.mark.parametrize("answers", PEOPLE.values(), ids=PEOPLE)
def test_it_does_so_while_a_pasted_name_asks_something(
    usual: MainWindow, answers: dict[str, Answer], typed: str
) -> None:
    page = counter(usual)
    for question, answer in answers.items():
        page.sheet.set_answer(question, answer)
    medicines = page.questions.rows["R"]
    assert isinstance(medicines, MedicinesRow)
    medicines.paste(typed)
    line = page.sheet.medicines.lines[-1]
    assert line.open or line.found.did_you_mean
    fits(usual)
    assert medicines.start().isVisible()


# --- a new person -------------------------------------------------------------------------------


def leave_traces(window: MainWindow) -> None:
    """Enter something of a person wherever the window takes it."""
    page = counter(window)
    hand = page.questions
    QGuiApplication.clipboard().setText(LIST)
    hand.go_to("R")
    edit = page.findChild(QLineEdit, "counter.medicines")
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, TRACE)
    QTest.keyClick(edit, Key.Key_Return)
    QTest.keyClicks(edit, TRACE)
    for question, answer in {**P1, "supplement_mg": 437, "age": 83}.items():
        if question != "medicines":
            page.sheet.set_answer(question, answer)
    page.sheet.set_products((Product(TRACE, 437.0, TRACE),))
    page.sheet.set_foods({"oats": "daily"})
    page.sheet.day.write("wake", 0, "5:43")
    window.compare.model.ticks.put(["citrate", "oxide"])
    window.show_page("label")
    window.show_page("take_along")
    name = window.findChild(QLineEdit, "page.name")
    assert isinstance(name, QLineEdit)
    name.setText(TRACE)
    window.show_page("wizard")
    window.show_page("counter")
    window.activateWindow()  # without a desktop the list of names took that
    assert QTest.qWaitForWindowActive(window)
    settle()


def remembered(window: MainWindow) -> list[str]:
    """Every text that a widget shows, describes, or would bring back by Undo."""
    texts: list[str] = []
    for widget in window.findChildren(QWidget):
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        names = [bytes(name.data()).decode() for name in widget.dynamicPropertyNames()]
        texts += [str(widget.property(name)) for name in names if not name.startswith("_")]
        if isinstance(widget, (QLabel, QLineEdit, QAbstractButton)):
            texts.append(widget.text())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(at) for at in range(widget.count())]
        if isinstance(widget, QLineEdit):
            assert not (widget.isUndoAvailable() and widget.window() is window), widget.objectName()
            completer = widget.completer()
            if completer is not None:
                texts.append(completer.completionPrefix())
        if isinstance(widget, (QPlainTextEdit, QTextEdit)):
            texts.append(widget.toPlainText())
            assert not widget.document().isUndoAvailable()
    return texts


def test_nothing_of_the_last_person_is_left(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    leave_traces(window)
    assert any(TRACE in text for text in remembered_before(window))
    QTest.keyClick(window, Key.Key_N, CONTROL)
    settle()
    page = counter(window)
    assert window.shown == "counter"
    assert page.sheet.is_empty
    left = [text for text in remembered(window) if TRACE in text or "437" in text]
    assert left == []
    assert not window.ways.stop_stands
    assert not window.compare.model.ticks.ids
    window.keep()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert TRACE.encode() not in content
            assert b"437" not in content


def remembered_before(window: MainWindow) -> list[str]:
    """What is shown while the person is still there."""
    edits = window.findChildren(QLineEdit)
    return [edit.text() for edit in edits]


def test_the_pages_of_the_next_person_follow_the_sheet(window: MainWindow) -> None:
    leave_traces(window)
    QTest.keyClick(window, Key.Key_N, CONTROL)
    settle()
    page = counter(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "4")
    assert page.sheet.answer("symptom") == "night_cramp"
    assert page.questions.rows["W"].terms[0].chips["night_cramp"].isChecked()
    window.show_page("wizard")
    settle()


def test_a_private_counter_waits_for_ten_minutes_from_the_last_key(
    window: MainWindow, settings: Settings
) -> None:
    page = counter(window)
    assert page._watch.left == -1
    settings.change(private_counter=True)
    page._watch._timer.start(1000)  # as if nearly all of it had passed
    QTest.keyClick(page, Key.Key_4)
    assert 599_000 < page._watch.left <= 601_000  # Qt rounds the last second
    page._watch._timer.start(1000)
    window.show_page("wizard")
    QTest.keyClick(window.windowHandle(), Key.Key_Tab)
    assert page._watch.left > 599_000
    settings.change(private_counter=False)
    assert page._watch.left == -1


def test_a_private_counter_clears_by_itself(
    qtbot: QtBot, library: Library, settings: Settings
) -> None:
    settings.change(private_counter=True)
    hand = Hand(qtbot, library, settings)
    hand.enter("4")
    with qtbot.waitSignal(hand.page.person_left):
        hand.page._watch._timer.start(1)
    assert hand.sheet.is_empty


@pytest.mark.parametrize("page", ["counter", "take_along"])
def test_a_private_counter_closes_what_is_asked_before_it_clears(
    window: MainWindow, settings: Settings, qtbot: QtBot, page: str
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog

    settings.change(private_counter=True)
    first = counter(window)
    first.sheet.set_answer("age", 83)
    asking = window.show_page(page)
    asked: list[QWidget | None] = []

    def be_quiet() -> None:
        asked.append(QApplication.activeModalWidget())
        first._watch._timer.start(1)

    QTimer.singleShot(200, be_quiet)
    with qtbot.waitSignal(first.person_left):
        if page == "counter":
            QTest.keyClick(asking, Key.Key_P, CONTROL)
        else:
            button = asking.findChild(QWidget, "page.print")
            assert button is not None
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(asked[0], QPrintDialog)
    assert QApplication.activeModalWidget() is None
    assert window.shown == "counter"
    assert first.sheet.is_empty


def test_going_to_the_questions_and_back_loses_nothing(window: MainWindow) -> None:
    page = counter(window)
    for question, answer in P1.items():
        page.sheet.set_answer(question, answer)
    page.sheet.set_answer("food_mg", None, "1,500 or so")
    medicines = page.questions.rows["R"]
    assert isinstance(medicines, MedicinesRow)
    medicines.paste("omeprazole\nsimvastin\nlisinopril")
    settle()
    before, typed = dict(page.sheet.answers), page.sheet.medicines.typed()
    QTest.mouseClick(page.as_questions, Qt.MouseButton.LeftButton)
    settle()
    assert window.shown == "wizard"
    QTest.keyClick(window, Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert window.shown == "counter"
    assert counter(window) is page
    assert dict(page.sheet.answers) == before
    assert page.sheet.medicines.typed() == typed
    assert page.sheet.draft("food_mg") == "1,500 or so"


# --- what F1 says -------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", [group.letter for group in GROUPS])
def test_f1_says_a_term_plainly_and_leaves_the_page_in_front(
    window: MainWindow, letter: str
) -> None:
    page = counter(window)
    page.sheet.set_answer("age", 30)
    page.sheet.set_answer("sex", "female")
    asked = page.sheet.decision.questions
    for chip in page.questions.rows[letter].chips():
        chip.setFocus()
        QTest.keyClick(chip, Key.Key_F1)
        assert window.shown == "counter"
        assert QToolTip.text() == chip.toolTip()
        told = {each.id: each.label for each in asked[chip.question].choices}
        assert told.get(chip.choice, "") in QToolTip.text()
        assert QToolTip.text()


def test_f1_in_a_field_explains_the_page(window: MainWindow) -> None:
    field = counter(window).findChild(QLineEdit, "counter.age")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Key.Key_F1)
    assert window.shown == "help"


# --- every state in every size ------------------------------------------------------------------

SIZES = ((100, 800, 560), (100, 1180, 760), (150, 1180, 760), (200, 1280, 900))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_busy_counter_can_be_used_in_every_size(
    window: MainWindow, settings: Settings, size: tuple[int, int, int], theme: str
) -> None:
    page = counter(window)
    settings.change(theme=theme, zoom=size[0])
    window.resize(size[1], size[2])
    for question, answer in {**P2, "danger_today": ("dark_urine",), "sex": "female"}.items():
        page.sheet.set_answer(question, answer)
    page.sheet.set_answer("age", 33)
    medicines = page.questions.rows["R"]
    assert isinstance(medicines, MedicinesRow)
    medicines.paste("omeprazole\nsimvastin\nheart tablet\nlisinopril")
    settle()
    assert faults_on(window) == []
