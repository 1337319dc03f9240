"""A hand at an empty counter."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from tests.ui.pages.counter.counter_hand import Hand


@pytest.fixture
def hand(qtbot: QtBot, library: Library, tmp_path: Path) -> Hand:
    """At the counter, nothing answered yet."""
    return Hand(qtbot, library, Settings(tmp_path))
