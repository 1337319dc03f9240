"""What the first window does without: each thing here was paid for before the first paint.

The binding makes a class of Qt's when it is first asked for; until then its module lacks it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from typing import Any

import pytest

START = """
import builtins, json, os, sys
from magdesk.app import make_application, make_window

app = make_application(["magdesk"])
window = make_window(app)

def tell():
    from PySide6 import QtGui, QtWidgets
    made = [name for name in (*vars(QtGui), *vars(QtWidgets)) if name.startswith("Q")]
    own = builtins.__import__ is builtins.__orig_import__
    print(json.dumps({"modules": list(sys.modules), "made": made, "own_import": own,
                      "style": window.style().name()}), flush=True)
    os._exit(0)

window.compare.table.first_painted.connect(tell)
window.show()
app.exec()
"""


@cache
def at_first_paint(config: str) -> dict[str, Any]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MAGDESK_CONFIG_DIR": config}
    done = subprocess.run(
        [sys.executable, "-c", START], env=env, check=True, capture_output=True, text=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("config"))


@pytest.mark.parametrize(
    "module",
    [
        "dataclasses",
        "magdesk.advice",
        "magdesk.interview",
        "magdesk.knowledge.bibliography",
        "magdesk.knowledge.claims",
        "magdesk.knowledge.conditions",
        "magdesk.knowledge.decision",
        "magdesk.knowledge.limits",
        "magdesk.rules",
        "magdesk.ui.detail.pane",
        "magdesk.ui.wizard.page",
        "magdesk.ui.window_icons",
        "sqlite3",
    ],
)
def test_the_first_paint_needs_no(module: str, config: str) -> None:
    assert module not in at_first_paint(config)["modules"]


@pytest.mark.parametrize("name", ["QIcon", "QMdiArea", "QStyle", "QTextBrowser", "QTextDocument"])
def test_the_first_paint_makes_no_class(name: str, config: str) -> None:
    assert name not in at_first_paint(config)["made"]


def test_imports_are_pythons_own(config: str) -> None:
    assert at_first_paint(config)["own_import"]


def test_the_style_is_fusion(config: str) -> None:
    assert at_first_paint(config)["style"] == "fusion"
