"""The page *Compare* in a window of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.compare.page import ComparePage
from tests.ui.pages.compare.compare_forms import shown_page


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> ComparePage:
    return shown_page(qtbot, library, tmp_path)
