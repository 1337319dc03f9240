"""A window for single widgets, and a browser that only notes what it was to open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import scaled_font

Show = Callable[..., QWidget]
Browser = Callable[[], list[str]]


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


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text at 150 per cent."""
    before = qapp.font()
    qapp.setFont(scaled_font(before, 1.5))
    yield
    qapp.setFont(before)


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Tells the addresses that were opened, in their order."""
    if sys.platform != "linux":
        pytest.skip("elsewhere the system opens addresses itself")
    folder = tmp_path / "browser"
    folder.mkdir()
    opener, opened = folder / "xdg-open", folder / "opened"
    opener.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return lambda: opened.read_text().split() if opened.exists() else []


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: offscreen it would go after Python, and that ends badly."""
    yield
    QApplication.clipboard().clear()
