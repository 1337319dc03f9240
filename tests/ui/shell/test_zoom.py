"""A size of text is in force at once, on every page, and loses nothing."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from magdesk.ui.look.text_size import STEPS, larger, smaller
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.pages.settings.page import SettingsPage
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.notice import Notice
from tests.ui.in_front import press
from tests.ui.settling import settle

LEFT = Qt.MouseButton.LeftButton


def test_keys_make_text_larger_smaller_and_usual(window: MainWindow, settings: Settings) -> None:
    points = QApplication.font().pointSizeF()
    press(window, Qt.Key.Key_Plus)
    assert settings.values.zoom == 110
    assert QApplication.font().pointSizeF() == pytest.approx(1.1 * points)
    press(window, Qt.Key.Key_Equal)
    assert settings.values.zoom == 125
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_Minus)
    assert settings.values.zoom == 90
    press(window, Qt.Key.Key_0)
    assert settings.values.zoom == 100
    assert QApplication.font().pointSizeF() == pytest.approx(points)


def test_size_ends_at_80_and_200_percent(window: MainWindow, settings: Settings) -> None:
    assert (STEPS[0], STEPS[-1]) == (80, 200)
    settings.change(zoom=190)
    assert (larger(190), smaller(81)) == (200, 80)
    press(window, Qt.Key.Key_Plus)
    press(window, Qt.Key.Key_Plus)
    assert settings.values.zoom == 200
    settings.change(zoom=80)
    press(window, Qt.Key.Key_Minus)
    assert settings.values.zoom == 80


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_every_text_and_row_follows_the_size(
    window: MainWindow, settings: Settings, percent: int
) -> None:
    rows = window.compare.table.verticalHeader().defaultSectionSize()
    sizes = text_sizes(window.navigation)
    settings.change(zoom=percent)
    settle()
    share = percent / 100
    assert window.compare.table.verticalHeader().defaultSectionSize() == pytest.approx(
        share * rows, abs=2
    )
    for before, after in zip(sizes, text_sizes(window.navigation), strict=True):
        assert after == pytest.approx(share * before)


def test_the_usual_size_brings_back_the_least_window_and_the_navigation(
    window: MainWindow, settings: Settings
) -> None:
    least, width = window.minimumSize(), window.navigation.width()
    settings.change(zoom=200)
    settle()
    assert window.minimumSize().height() > least.height()
    assert window.navigation.rail
    press(window, Qt.Key.Key_0)
    assert window.minimumSize() == least
    assert not window.navigation.rail
    assert window.navigation.width() == width


def text_sizes(widget: QWidget) -> list[float]:
    """The size in points of every text in the widget."""
    return [child.font().pointSizeF() for child in widget.findChildren(QWidget)]


def test_another_size_keeps_the_form_the_filter_and_the_focus(
    window: MainWindow, settings: Settings
) -> None:
    compare = window.compare
    compare.toolbar.filter.edit.setText("citrate")
    compare.show_form("citrate")
    compare.toolbar.filter.edit.setFocus()
    settings.change(zoom=125)
    settle()
    again = window.compare
    assert again is compare
    assert again.toolbar.filter.edit.text() == "citrate"
    assert again.table.current_form is not None
    assert again.table.current_form.id == "citrate"
    assert again.toolbar.filter.edit.hasFocus()


def test_another_size_keeps_answers_and_the_question(
    window: MainWindow, settings: Settings
) -> None:
    wizard = cast("WizardPage", window.show_page("wizard"))
    wizard.sheet.set_answer("danger_now", ("none",))
    wizard.go_to(Place("page", "about"))
    edit = wizard.findChild(QLineEdit, "age")
    assert edit is not None
    QTest.keyClicks(edit, "5")
    settings.change(zoom=150)
    settle()
    again = cast("WizardPage", window.page("wizard"))
    assert again is wizard
    assert window.shown == "wizard"
    assert again.walk.place == Place("page", "about")
    assert again.sheet.answer("danger_now") == ("none",)
    field = again.findChild(QLineEdit, "age")
    assert field is not None
    assert field.text() == "5"


def test_another_size_keeps_the_place_on_pages_that_are_not_in_front(
    window: MainWindow, settings: Settings
) -> None:
    cast("LearnPage", window.show_page("learn")).open_page("claims-checked")
    evidence = cast("EvidencePage", window.show_page("evidence"))
    evidence.show_cell("oxide", "cramps")
    window.show_page("help")
    for percent in (125, 150):
        settings.change(zoom=percent)
        settle()
    assert cast("LearnPage", window.show_page("learn")).slug == "claims-checked"
    again = cast("EvidencePage", window.show_page("evidence"))
    cell = again.current_cell
    assert cell is not None
    assert (cell.form.id, cell.outcome.id) == ("oxide", "cramps")
    assert again.split.is_open


def test_another_size_keeps_how_far_a_page_is_scrolled(
    window: MainWindow, settings: Settings
) -> None:
    learn = cast("LearnPage", window.show_page("learn"))
    learn.open_page("claims-checked")
    settle()
    bar = learn.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settings.change(zoom=110)
    settle()
    again = cast("LearnPage", window.page("learn")).reader.verticalScrollBar()
    assert again.value() / again.maximum() == pytest.approx(0.5, abs=0.05)


def test_a_problem_stays_told_in_another_size(window: MainWindow, settings: Settings) -> None:
    window.say("The disk is full.")
    settings.change(zoom=125)
    settle()
    (notice,) = window.findChildren(Notice)
    assert notice.accessibleName() == "The disk is full."


def test_the_settings_page_offers_each_size_with_a_preview(
    window: MainWindow, settings: Settings
) -> None:
    page = cast("SettingsPage", window.show_page("settings"))
    group = page.text_size
    assert set(group.chips) == set(STEPS)
    group.show_preview(200)
    assert group.preview.font().pointSizeF() == pytest.approx(2 * QApplication.font().pointSizeF())
    QTest.mouseClick(group.chips[150], LEFT)
    settle()
    assert settings.values.zoom == 150
    again = cast("SettingsPage", window.page("settings")).text_size
    assert again.chips[150].isChecked()
    assert again.chips[150].hasFocus()
