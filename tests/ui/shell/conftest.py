"""The window in front, with settings in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from tests.ui.in_front import opened_window


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a folder of the test."""
    return Settings(tmp_path)


@pytest.fixture
def window(qapp: QApplication, library: Library, settings: Settings) -> Iterator[MainWindow]:
    """The window, shown at the usual size of text."""
    with opened_window(qapp, library, settings) as opened:
        yield opened
