"""The two detail levels, the region and the help hold on every page, at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import magdesk
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.help.key_table import ShortcutsDialog
from magdesk.ui.pages.help.page import HelpPage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.pages.settings.page import SettingsPage
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.page_help import help_words
from magdesk.ui.shell.pages import pages
from magdesk.ui.widgets.choices.fold_line import FoldLine
from tests.ui.in_front import detail_of_form, press
from tests.ui.pages.wizard.wizard_walk import CALM
from tests.ui.settling import settle

TOLD = {page.name: page for page in pages() if page.help}
LEFT = Qt.MouseButton.LeftButton


# --- the two detail levels -----------------------------------------------------------------------


def test_one_switch_holds_on_every_page(window: MainWindow, settings: Settings) -> None:
    preferences = cast("SettingsPage", window.show_page("settings"))
    evidence = cast("EvidencePage", window.show_page("evidence"))
    window.compare.show_form("citrate")
    switch = window.navigation.detail_level
    assert switch.objectName() == switch.accessibleIdentifier() == "detail_level"
    QTest.mouseClick(switch, LEFT)
    settle()
    assert settings.values.detail_level == "detail"
    assert detail_of_form(window).professional.isVisible()
    assert evidence.panel.detail_level.isChecked()
    assert preferences.detail_levels.rows["detail"].isChecked()
    preferences.detail_levels.rows["plain"].click()
    settle()
    assert not switch.isChecked()
    assert not detail_of_form(window).professional.isVisible()


def test_a_result_tells_its_detail_at_once_and_live(window: MainWindow) -> None:
    wizard = cast("WizardPage", window.show_page("wizard"))
    for question, answer in {**CALM, "kidney": "reduced_30_59"}.items():
        wizard.sheet.set_answer(question, answer)
    wizard.go_to(Place("result"))
    for fold in wizard.findChildren(FoldLine):
        fold.setChecked(True)
    assert "In detail:" not in words(wizard)
    window.navigation.detail_level.click()
    settle()
    assert "In detail:" in words(wizard)
    assert "Source:" in words(wizard)
    window.navigation.detail_level.click()
    settle()
    assert "In detail:" not in words(wizard)
    line = wizard.findChildren(WhyLine)[0]
    line.button.click()
    assert "Source:" in words(wizard)


def test_nothing_stands_between_the_reader_and_the_call(window: MainWindow) -> None:
    window.navigation.detail_level.click()
    wizard = cast("WizardPage", window.show_page("wizard"))
    wizard.sheet.set_answer("danger_now", ("stroke_signs",))
    wizard.go_to(Place("result"))
    for fold in wizard.findChildren(FoldLine):
        fold.setChecked(True)
    lines = wizard.findChildren(WhyLine)
    assert lines
    assert not any(line.button.isChecked() for line in lines)
    lines[0].button.click()
    assert "In detail:" in words(wizard)


def words(page: QWidget) -> str:
    """Everything that the page says."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


# --- the region ---------------------------------------------------------------------------------


def test_learn_shows_the_limits_of_three_regions_side_by_side(
    window: MainWindow, library: Library
) -> None:
    learn = cast("LearnPage", window.show_page("learn"))
    learn.open_page("needs-and-limits")
    text = learn.reader.toPlainText()
    for region in library.limits.regions.values():
        assert region.name in text
        assert f"{region.upper_mg:g} mg" in text
        for row in region.intake:
            assert f"men {row.male_mg:g} mg, women {row.female_mg:g} mg" in text
    assert "European Union, chosen" in text
    assert "7–11 months" not in text
    window.navigation.detail_level.click()
    text = learn.reader.toPlainText()
    assert "7–11 months" in text
    for authority in library.limits.authorities.values():
        assert authority.name in text
        assert authority.note in text


def test_the_region_is_chosen_once(window: MainWindow, settings: Settings) -> None:
    preferences = cast("SettingsPage", window.show_page("settings"))
    assert preferences.regions.objectName() == "region"
    wizard = cast("WizardPage", window.show_page("wizard"))
    learn = cast("LearnPage", window.show_page("learn"))
    learn.open_page("needs-and-limits")
    assert learn.regions is not None
    QTest.mouseClick(learn.regions.chips["uk"], LEFT)
    assert settings.values.region == "uk"
    assert preferences.regions.rows["uk"].isChecked()
    assert str(wizard.sheet.region) == "uk"
    assert "United Kingdom, chosen" in learn.reader.toPlainText()
    preferences.regions.rows["us"].click()
    settle()
    assert learn.regions.chips["us"].isChecked()
    assert "United States, chosen" in learn.reader.toPlainText()
    assert str(wizard.sheet.region) == "us"


# --- help ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TOLD)
def test_f1_explains_the_page_and_leads_back(window: MainWindow, name: str) -> None:
    window.show_page(name)
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    page = cast("HelpPage", window.page("help"))
    assert window.stack.currentWidget() is page
    told = TOLD[name]
    assert told.title in page.card.accessibleName()
    assert all(line in words(page.card) for line in help_words(told.help))
    assert page.verticalScrollBar().value() == 0
    assert page.back.hasFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.page(name)
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.page(name)


def test_the_navigation_opens_help_without_an_explanation(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    QTest.mouseClick(window.navigation.items["compare"], LEFT)
    QTest.mouseClick(window.navigation.items["help"], LEFT)
    page = cast("HelpPage", window.page("help"))
    assert not page.card.isVisible()


def test_keys_are_listed_over_any_page(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Question)
    (dialog,) = window.findChildren(ShortcutsDialog)
    qtbot.waitUntil(dialog.isVisible)
    listed = words(dialog)
    for keys in ("F1", "Ctrl+F", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+?", "Esc"):
        assert keys in listed
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not window.findChildren(ShortcutsDialog)


# --- what must not be ---------------------------------------------------------------------------


def test_nothing_moves_by_itself() -> None:
    moving = re.compile(r"Q\w*Animation|QTimeLine|QGraphicsEffect|QMovie|QSplashScreen")
    for path in Path(magdesk.__path__[0]).rglob("*.py"):
        assert not moving.search(path.read_text(encoding="utf-8")), path


def test_a_tooltip_repeats_what_can_be_had_without_a_mouse(
    window: MainWindow, open_all: Callable[[], None]
) -> None:
    open_all()
    for widget in window.findChildren(QWidget):
        if not widget.toolTip():
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
        heard = " ".join(told.text(kind) for kind in kinds)
        assert widget.toolTip() in heard, (type(widget), widget.toolTip(), heard)


@pytest.fixture
def open_all(window: MainWindow) -> Callable[[], None]:
    """Opens every page once."""

    def opening() -> None:
        for name in TOLD:
            window.show_page(name)
            settle()
        window.show_page("help")
        window.compare.show_form("citrate")
        settle()

    return opening


# --- the next start -----------------------------------------------------------------------------


def test_the_next_start_shows_the_page_the_size_and_the_detail_level_of_the_last(
    window: MainWindow, settings: Settings, library: Library, qtbot: QtBot
) -> None:
    settings.change(zoom=125, detail_level="detail", region="uk")
    settle()
    window.show_page("learn")
    window.close()
    kept = Settings(settings.path.parent)
    again = MainWindow(library, kept)
    qtbot.addWidget(again)
    assert again.shown == "learn"
    assert again.navigation.detail_level.isChecked()
    assert (kept.values.zoom, kept.values.region) == (125, "uk")
    assert unit(again) > 0
    again.show_page("wizard")
    again.close()
    assert Settings(settings.path.parent).values.page == "compare"
