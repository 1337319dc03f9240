"""The second click of a double-click does not reach what the first one brought."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QWindow
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.access.click_hold import hold_clicks
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from tests.ui.conftest import Show

LEFT = Qt.MouseButton.LeftButton


class Pages(QStackedWidget):
    """Two pages with a control at one place: the first leads to the second."""

    def __init__(self, second: QWidget) -> None:
        super().__init__()
        self.first, self.second = Button("Continue"), second
        self.addWidget(self.first)
        self.addWidget(second)
        self.first.clicked.connect(self._go_on)
        self.acted = QSignalSpy(second.clicked)  # type: ignore[attr-defined]

    def _go_on(self) -> None:
        self.setCurrentWidget(self.second)
        hold_clicks(self)


def place(pages: Pages) -> QPoint:
    return pages.mapTo(pages.window(), QPoint(40, pages.first.height() // 2))


def handle(pages: Pages) -> QWindow:
    window = pages.window().windowHandle()
    assert window is not None
    return window


def first_click(pages: Pages) -> None:
    """Click as a hand does: through the window, with the pointer there."""
    QCursor.setPos(pages.window().mapToGlobal(place(pages)))
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    assert pages.currentWidget() is pages.second


@pytest.fixture(params=[Button, Chip, ChoiceRow])
def pages(shown: Show, request: pytest.FixtureRequest) -> Pages:
    made = Pages(request.param("Print"))
    shown(made)
    return made


def test_the_second_click_of_a_double_click_does_nothing(pages: Pages) -> None:
    first_click(pages)
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    assert pages.acted.count() == 0


def test_a_hand_that_shakes_a_little_does_nothing_either(pages: Pages) -> None:
    first_click(pages)
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages) + QPoint(6, 5))
    assert pages.acted.count() == 0


def test_three_and_four_clicks_do_nothing(pages: Pages) -> None:
    first_click(pages)
    for _ in range(3):
        QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    assert pages.acted.count() == 0


def test_a_click_after_the_moment_acts(pages: Pages, qtbot: QtBot) -> None:
    first_click(pages)
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    assert pages.acted.count() == 1


def test_a_press_that_was_taken_takes_its_release_with_it_however_late(
    pages: Pages, qtbot: QtBot
) -> None:
    first_click(pages)
    QTest.mousePress(handle(pages), LEFT, pos=place(pages))
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    QTest.mouseRelease(handle(pages), LEFT, pos=place(pages))
    assert pages.acted.count() == 0
    QTest.mouseClick(handle(pages), LEFT, pos=place(pages))
    assert pages.acted.count() == 1


def test_keys_act_at_once(pages: Pages) -> None:
    first_click(pages)
    pages.second.setFocus()
    QTest.keyClick(pages.second, Qt.Key.Key_Space)
    assert pages.acted.count() == 1


def test_a_click_elsewhere_acts_at_once(shown: Show) -> None:
    pages, other = Pages(Button("Print")), Button("Learn")
    shown(pages, other)
    acted = QSignalSpy(other.clicked)
    first_click(pages)
    middle = other.mapTo(other.window(), other.rect().center())
    QTest.mouseClick(handle(pages), LEFT, pos=middle)
    assert acted.count() == 1


def test_a_page_without_a_window_on_the_screen_is_left_alone(qtbot: QtBot) -> None:
    alone = Button("Print")
    qtbot.addWidget(alone)
    hold_clicks(alone)
    assert alone.windowHandle() is None
