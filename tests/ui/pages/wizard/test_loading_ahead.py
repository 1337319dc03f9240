"""What a result needs is loaded while the questions are read."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from magdesk.ui.pages.wizard.frame.loading_ahead import MODULES, Ahead

RESULT_ALONE = """
import importlib, sys
from magdesk.ui.pages.compare import page as first_page
from magdesk.ui.pages.wizard import page
from magdesk.ui.pages.wizard.frame.loading_ahead import MODULES
assert not set(MODULES) & set(sys.modules), set(MODULES) & set(sys.modules)
for module in MODULES:
    importlib.import_module(module)
before = set(sys.modules)
from magdesk.ui.pages.wizard.result import care_page, result_actions, result_page
print(*sorted({name for name in sys.modules if name.startswith("magdesk.")} - before))
"""


def test_one_module_at_a_time_is_loaded_until_none_is_left(qtbot: QtBot) -> None:
    keeper = QObject()
    ahead = Ahead(keeper)
    timer = ahead.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    for _ in MODULES:
        assert not ahead.is_done
        ahead.load_next()
    assert ahead.is_done
    assert not timer.isActive()
    assert set(MODULES) <= set(sys.modules)
    ahead.load_next()


def test_the_timer_loads_by_itself(qtbot: QtBot) -> None:
    keeper = QObject()
    ahead = Ahead(keeper)
    qtbot.waitUntil(lambda: ahead.is_done)


def test_nothing_is_left_for_the_first_result_to_load() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RESULT_ALONE], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
