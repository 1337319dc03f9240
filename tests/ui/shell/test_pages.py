"""One entry in the registry is enough for a page to be found everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.help.key_table import ShortcutsDialog
from magdesk.ui.pages.help.page import HelpPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import Around, Page, pages
from tests.ui.in_front import in_front


def _texts(root: QWidget) -> list[str]:
    return [
        QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        for label in root.findChildren(QLabel)
    ]


def _diary(_around: Around) -> QWidget:
    page = QLabel("Dear diary")
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return page


DIARY = Page("diary", "clock", "Diary", "Ctrl+9", "diary", ("Write what you took.",), _diary)


def _shown(qtbot: QtBot, library: Library, settings: Settings) -> MainWindow:
    window = MainWindow(library, settings, (*pages(), DIARY))
    in_front(qtbot, window)
    return window


@pytest.fixture
def window(qtbot: QtBot, library: Library, tmp_path: Path) -> MainWindow:
    return _shown(qtbot, library, Settings(tmp_path))


def test_the_navigation_leads_to_the_new_page(window: MainWindow) -> None:
    QTest.mouseClick(window.navigation.items["diary"], Qt.MouseButton.LeftButton)
    assert window.shown == "diary"
    assert window.navigation.items["diary"].isChecked()
    assert window.navigation.items["diary"].text() == "Diary"


def test_its_key_opens_it(window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+9"))
    shown = window.page("diary")
    assert shown is not None
    assert window.stack.currentWidget() is shown
    assert shown.hasFocus()


def test_f1_tells_what_it_is_for(window: MainWindow) -> None:
    window.show_page("diary")
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = window.page("help")
    assert isinstance(shown, HelpPage)
    assert "Diary" in shown.card.accessibleName()
    assert "Write what you took." in _texts(shown.card)


def test_the_list_of_keys_names_it(window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+F1"))
    (dialog,) = window.findChildren(ShortcutsDialog)
    texts = _texts(dialog)
    assert texts[texts.index("Ctrl+9") + 1] == "Diary"
    dialog.close()


def test_the_next_start_opens_it_again(
    window: MainWindow, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    window.show_page("diary")
    window.close()
    assert _shown(qtbot, library, Settings(tmp_path)).shown == "diary"


def test_a_page_that_is_no_more_opens_the_first(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    settings = Settings(tmp_path)
    settings.change(page="horoscope")
    assert _shown(qtbot, library, settings).shown == pages()[0].name


def test_what_is_opened_at_the_next_start_is_a_page_that_is_kept() -> None:
    known = {page.name: page for page in pages()}
    assert len(known) == len(pages())
    assert all(known[page.kept_as].kept_as == page.kept_as for page in pages())


def test_a_page_without_an_item_belongs_to_one_that_has_one() -> None:
    known = {page.name: page for page in pages()}
    assert all(known[page.kept_as].icon for page in pages() if not page.icon)


def test_no_key_opens_two_pages() -> None:
    keys = [page.key for page in pages() if page.key]
    assert len(set(keys)) == len(keys)


def test_every_page_but_help_says_what_it_is_for() -> None:
    assert [page.name for page in pages() if not page.help] == ["help"]
