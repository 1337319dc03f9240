"""The window: pages on demand, a rail where room is short, and a place that is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk import __version__
from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.theme import apply_theme, current_theme, unit
from magdesk.ui.pages.help.about_dialog import AboutDialog
from magdesk.ui.pages.help.page import HelpPage
from magdesk.ui.pages.settings.page import SettingsPage
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.settings_file import FILE_NAME
from magdesk.ui.settings.values import WindowPlace
from magdesk.ui.shell.error_dialog import ErrorDialog, show_error
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import keys_of, pages
from magdesk.ui.shell.window_place import LEAST_SIZE, USUAL_FRAME
from magdesk.ui.widgets.notice import Notice
from tests.ui.in_front import in_front

PAGES = tuple(page.name for page in pages())
IN_NAVIGATION = tuple(page.name for page in pages() if page.icon)
KEYS = {page.key: page.name for page in pages() if page.key} | {"F1": "help"}


@pytest.fixture
def opened(
    qapp: QApplication, qtbot: QtBot, library: Library, tmp_path: Path
) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows, with settings in a folder of the test."""
    apply_theme(qapp, "light")
    windows: list[MainWindow] = []
    appearances: list[Appearance] = []

    def open_window(settings: Settings | None = None) -> MainWindow:
        kept = settings or Settings(tmp_path)
        appearances.append(Appearance(qapp, kept))
        window = MainWindow(library, kept)
        windows.append(window)
        in_front(qtbot, window)
        return window

    yield open_window
    windows.clear()
    for appearance in appearances:
        appearance.deleteLater()
    apply_theme(qapp, "light")


# --- pages ------------------------------------------------------------------------------------


def test_only_the_comparison_is_built_at_first(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    assert window.page("compare") is window.stack.currentWidget()
    assert all(window.page(name) is None for name in PAGES if name != "compare")
    QApplication.processEvents()
    assert window.compare.table.hasFocus()


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_built_once_and_then_kept(
    opened: Callable[..., MainWindow], name: str
) -> None:
    window = opened()
    page = window.show_page(name)
    assert window.stack.currentWidget() is page
    window.show_page("compare")
    assert window.show_page(name) is page


@pytest.mark.parametrize("name", IN_NAVIGATION)
def test_the_navigation_leads_to_each_page_and_marks_it(
    opened: Callable[..., MainWindow], name: str
) -> None:
    window = opened()
    item = window.navigation.items[name]
    assert item.objectName() == item.accessibleIdentifier() == f"nav.{name}"
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.page(name)
    checked = [key for key, each in window.navigation.items.items() if each.isChecked()]
    assert checked == [name]


@pytest.mark.parametrize("key", KEYS)
def test_keys_lead_to_pages_and_back(opened: Callable[..., MainWindow], key: str) -> None:
    window = opened()
    QTest.keySequence(window, QKeySequence(key))
    page = window.page(KEYS[key])
    assert page is not None
    assert window.stack.currentWidget() is page
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page is focused or page.isAncestorOf(focused)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.page("compare")


def test_arrows_walk_through_the_navigation(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    window.navigation.items["compare"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.navigation.items["compare"], Qt.Key.Key_Down)
    assert window.stack.currentWidget() is window.page(IN_NAVIGATION[1])
    assert window.navigation.items[IN_NAVIGATION[1]].hasFocus()


def test_help_leads_to_how_safe_this_is(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    page = window.show_page("help")
    assert isinstance(page, HelpPage)
    QTest.mouseClick(page.safety, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.page("safety")
    assert window.navigation.items["help"].isChecked()


def test_find_leads_back_to_the_table_from_other_pages(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    window.show_page("help")
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.page("compare")
    assert window.compare.toolbar.filter.edit.hasFocus()


def test_quit_closes_the_window(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_the_wizard_opens_from_the_table_and_is_marked_as_find(
    opened: Callable[..., MainWindow],
) -> None:
    window = opened()
    window.compare.find_requested.emit()
    wizard = window.page("wizard")
    assert window.stack.currentWidget() is wizard
    assert window.navigation.items["wizard"].isChecked()
    assert window.navigation.isVisible()
    QTest.mouseClick(window.navigation.items["compare"], Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.page("compare")


def test_forms_of_an_earlier_result_do_not_stay_beside_a_danger_sign(
    opened: Callable[..., MainWindow],
) -> None:
    window = opened()
    wizard = cast("WizardPage", window.show_page("wizard"))
    wizard.show_in_table.emit(["citrate", "lactate"], "cramps")
    assert window.compare.proxy.rowCount() == 2
    window.show_page("wizard")
    wizard.begin_anew()
    assert window.compare.proxy.rowCount() == window.compare.model.rowCount()


def test_the_wizard_leads_to_the_table_and_to_a_form(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    window.compare.find_requested.emit()
    wizard = cast("WizardPage", window.page("wizard"))
    wizard.show_in_table.emit(["citrate", "lactate"], "cramps")
    assert window.stack.currentWidget() is window.page("compare")
    assert window.compare.proxy.rowCount() == 2
    window.show_page("wizard")
    wizard.read_form.emit("malate")
    assert window.compare.table.current_form is not None
    assert window.compare.table.current_form.id == "malate"
    window.show_page("wizard")
    wizard.left.emit()
    assert window.stack.currentWidget() is window.page("compare")


def test_a_detail_opens_learn_at_its_page(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    window.compare.open_learn.emit("needs-and-limits")
    learn = window.page("learn")
    assert learn is window.stack.currentWidget()


# --- arrangement ------------------------------------------------------------------------------


def test_the_list_becomes_a_rail_below_the_breakpoint(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    one = unit(window)
    window.resize(round(970 * one), 600)
    QApplication.processEvents()
    assert not window.navigation.rail
    wide = window.navigation.width()
    window.resize(round(950 * one), 600)
    QApplication.processEvents()
    assert window.navigation.rail
    assert window.navigation.width() < wide
    for item in window.navigation.items.values():
        assert item.width() >= item.words_width()


def test_the_window_comes_back_where_it_was(
    opened: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = opened()
    window.setGeometry(8, 60, 784, 570)
    QApplication.processEvents()
    window.close()
    again = Settings(tmp_path)
    assert again.values.window == WindowPlace(x=8, y=60, width=784, height=570)
    assert opened(again).geometry() == QRect(8, 60, 784, 570)


def test_the_window_does_not_become_too_small_for_its_pages(
    opened: Callable[..., MainWindow],
) -> None:
    window = opened()
    room = window.screen().availableGeometry().marginsRemoved(USUAL_FRAME)
    assert window.minimumSize() == LEAST_SIZE.boundedTo(room.size())


def test_a_problem_is_told_in_the_window_until_it_is_closed(
    opened: Callable[..., MainWindow], tmp_path: Path
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"{broken")
    window = opened()
    (notice,) = window.findChildren(Notice)
    assert "kept as" in notice.accessibleName()
    notice.shut.click()
    QApplication.processEvents()
    assert not notice.isVisible()


def test_messages_told_again_and_again_leave_the_page_in_sight(
    opened: Callable[..., MainWindow],
) -> None:
    window = opened()
    for number in range(12):
        window.say("Not opened: the file is damaged.")
        window.say(f"Not saved: there is no folder {number}.")
    QApplication.processEvents()
    told = [notice.accessibleName() for notice in window.findChildren(Notice) if notice.isVisible()]
    assert "Not saved: there is no folder 11." in told
    assert len(told) == len(set(told)) <= 2
    assert window.stack.height() > window.height() / 2


@pytest.mark.parametrize("name", PAGES)
def test_every_control_can_be_named(opened: Callable[..., MainWindow], name: str) -> None:
    window = opened()
    window.show_page(name)
    QApplication.processEvents()
    nameless = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        if not found.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert not nameless


# --- settings and help ------------------------------------------------------------------------


def test_a_theme_is_chosen_by_keys_and_shown_at_once(opened: Callable[..., MainWindow]) -> None:
    window = opened()
    page = cast("SettingsPage", window.show_page("settings"))
    rows = page.colours.rows
    assert rows["system"].isChecked()
    rows["system"].setFocus()
    for theme in ("light", "dark", "contrast"):
        focused = cast("QWidget", QApplication.focusWidget())
        QTest.keyClick(focused, Qt.Key.Key_Down)
        assert rows[theme].isChecked()
        assert current_theme().name == theme


def test_the_settings_show_a_theme_that_was_chosen_elsewhere(
    opened: Callable[..., MainWindow], tmp_path: Path
) -> None:
    settings = Settings(tmp_path)
    rows = cast("SettingsPage", opened(settings).show_page("settings")).colours.rows
    for name in ("dark", "contrast", "light"):
        settings.change(theme=name)
        assert [each for each, row in rows.items() if row.isChecked()] == [name]


def test_a_region_is_kept(opened: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = opened()
    page = cast("SettingsPage", window.show_page("settings"))
    assert page.regions.rows["eu"].isChecked()
    page.regions.rows["uk"].click()
    window.close()
    assert Settings(tmp_path).values.region == "uk"
    assert page.colours.rows["system"].isChecked()  # the groups do not share a choice


def test_help_lists_the_keys_and_leads_to_about(
    opened: Callable[..., MainWindow], qtbot: QtBot, library: Library
) -> None:
    window = opened()
    page = cast("HelpPage", window.show_page("help"))
    keys = [key for key, _ in keys_of(pages())]
    assert "F1" in keys
    assert "Ctrl+F" in keys
    page.about.click()
    (about,) = window.findChildren(AboutDialog)
    qtbot.waitUntil(about.isVisible)
    words = " ".join(str(label.property("text")) for label in about.findChildren(QWidget))
    assert library.content.purpose.split(";")[0] in words
    assert __version__ in words
    assert "LGPL" in words
    about.shut.click()
    qtbot.waitUntil(lambda: not window.findChildren(AboutDialog))


# --- when something goes wrong ----------------------------------------------------------------


def test_an_error_is_told_with_a_report_to_copy(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened()
    try:
        raise RuntimeError("boom")
    except RuntimeError as error:
        dialog = show_error(error)
    assert dialog is not None
    assert dialog.parent() is window
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: boom" in copied
    assert f"magdesk {__version__}" in copied
    assert show_error(ValueError("a second one")) is None  # one dialog at a time
    dialog.go_on.click()
    qtbot.waitUntil(lambda: not _error_dialogs())


def _error_dialogs() -> list[ErrorDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ErrorDialog)]
