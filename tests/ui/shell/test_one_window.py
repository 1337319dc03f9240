"""While the window and its pages are made, nothing else stands on the screen, not for a moment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages


class Shown(QObject):
    """The names of the classes whose windows were shown."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.names: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Shown:
    return Shown(qapp)


def test_no_part_is_a_window_of_its_own(
    qtbot: QtBot, library: Library, tmp_path: Path, shown: Shown
) -> None:
    window = MainWindow(library, Settings(tmp_path))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    for page in pages():
        window.show_page(page.name)
    assert shown.names == ["MainWindow"]
