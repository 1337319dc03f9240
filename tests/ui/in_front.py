"""Windows and pages as a person has them: in front, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.text_size import USUAL, apply_zoom
from magdesk.ui.look.theme import apply_theme
from magdesk.ui.pages.form.form_pane import DetailPane
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from tests.ui.settling import settle

CONTROL = Qt.KeyboardModifier.ControlModifier
Shown = TypeVar("Shown", bound=QWidget)


def in_front(qtbot: QtBot, widget: Shown, width: int = 0, height: int = 0) -> Shown:
    """Return the widget, shown in front; it goes with the test."""
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@contextmanager
def opened_window(
    qapp: QApplication,
    library: Library,
    settings: Settings,
    width: int = 1180,
    height: int = 760,
) -> Iterator[MainWindow]:
    """The window, which follows its settings; afterwards the look is the usual one again."""
    appearance = Appearance(qapp, settings)
    window = MainWindow(library, settings)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle()
    yield window
    window.close()
    window.deleteLater()
    appearance.deleteLater()
    settle()
    apply_zoom(qapp, USUAL)
    apply_theme(qapp, "light")


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key in the window."""
    QTest.keyClick(window, key, modifier)
    settle()


def detail_of_form(window: MainWindow) -> DetailPane:
    """The detail beside the table."""
    assert isinstance(window.compare.pane, DetailPane)
    return window.compare.pane
