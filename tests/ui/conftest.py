"""A window for single widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """A window that holds the given widgets, in front and with the keyboard."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)  # or it would be gone before the test is over
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show
    windows.clear()
