"""What a pharmacy sets: the first page, when it clears, and what its pages bear."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.plain_text import as_text
from magdesk.ui.pages.counter.page import CounterPage
from magdesk.ui.pages.settings.page import SettingsPage
from magdesk.ui.pages.take_along.page import TakeAlongPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.choices.choice_row import ChoiceRow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a folder of the test."""
    return Settings(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, library: Library, settings: Settings) -> MainWindow:
    """The window with the settings in front."""
    opened = MainWindow(library, settings)
    qtbot.addWidget(opened)
    opened.show_page("settings")
    opened.show()
    return opened


@pytest.mark.parametrize("name", ["opens_counter", "private_counter"])
def test_a_switch_is_kept(window: MainWindow, settings: Settings, name: str) -> None:
    row = window.findChild(ChoiceRow, f"settings.{name}")
    assert isinstance(row, ChoiceRow)
    assert not row.isChecked()
    row.click()
    assert getattr(settings.values, name) is True
    row.click()
    assert getattr(settings.values, name) is False


def test_the_pharmacy_and_its_note_stand_on_every_page_that_is_printed(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    for name, text in (("pharmacy", "Old Mill Pharmacy"), ("pharmacy_note", "Open till nine")):
        edit = window.findChild(QLineEdit, f"settings.{name}")
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
        edit.editingFinished.emit()
    counter, take_along = window.show_page("counter"), window.show_page("take_along")
    assert isinstance(counter, CounterPage)
    assert isinstance(take_along, TakeAlongPage)
    for report in (counter.report(), take_along.report()):
        text = as_text(report)
        assert "Old Mill Pharmacy" in text
        assert "Open till nine" in text
    settings.save()
    assert Settings(tmp_path).values.pharmacy == "Old Mill Pharmacy"


def test_the_private_switch_of_the_counter_is_the_same(
    window: MainWindow, settings: Settings
) -> None:
    counter = window.show_page("counter")
    assert isinstance(counter, CounterPage)
    counter.private.click()
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.counter.private.isChecked()
    assert settings.values.private_counter
