"""The shared parts are tried in the light theme, unless a test says another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from magdesk.ui.look.theme import apply_theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
