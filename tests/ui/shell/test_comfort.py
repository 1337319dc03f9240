"""Size of text, the two detail levels, the region and the help hold on every page, at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import magdesk
from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.text_size import STEPS, USUAL, apply_zoom, larger, smaller
from magdesk.ui.look.theme import apply_theme, unit
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.form.form_pane import DetailPane
from magdesk.ui.pages.help.key_table import ShortcutsDialog
from magdesk.ui.pages.help.page import HelpPage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.pages.settings.page import SettingsPage
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from magdesk.ui.widgets.choices.fold_line import FoldLine
from magdesk.ui.widgets.notice import Notice
from tests.ui.pages.wizard.wizard_walk import CALM
from tests.ui.settling import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
TOLD = {page.name: page for page in pages() if page.help}
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a folder of the test."""
    return Settings(tmp_path)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> Iterator[MainWindow]:
    """The window, shown at the usual size of text."""
    apply_theme(qapp, "light")
    apply_zoom(qapp, USUAL)
    appearance = Appearance(qapp, settings)
    opened = MainWindow(library, settings)
    opened.resize(1180, 760)
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    settle()
    yield opened
    appearance.deleteLater()
    apply_zoom(qapp, USUAL)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key in the window."""
    QTest.keyClick(window, key, modifier)
    settle()


# --- size of text -------------------------------------------------------------------------------


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


def _pane(window: MainWindow) -> DetailPane:
    assert isinstance(window.compare.pane, DetailPane)
    return window.compare.pane


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
    assert _pane(window).professional.isVisible()
    assert evidence.panel.detail_level.isChecked()
    assert preferences.detail_levels.rows["detail"].isChecked()
    preferences.detail_levels.rows["plain"].click()
    settle()
    assert not switch.isChecked()
    assert not _pane(window).professional.isVisible()


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
    assert all(line in words(page.card) for line in told.help)
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
