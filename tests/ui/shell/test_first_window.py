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
import json, os, sys
from magdesk import app as program
from magdesk.__main__ import main

def tell():
    from PySide6 import QtGui, QtWidgets
    made = [name for name in (*vars(QtGui), *vars(QtWidgets)) if name.startswith("Q")]
    told["style"] = window.style().name()
    told[moment] = {"modules": list(sys.modules), "made": made}

def first_paint():
    global moment
    tell()
    moment = "rest"
    window.compare.open_detail()
    from PySide6.QtCore import QTimer
    QTimer.singleShot(600, leave)

def leave():
    tell()
    print(json.dumps(told), flush=True)
    os._exit(0)

told, moment, make_window = {}, "first paint", program.make_window

def watched(app):
    global window
    window = make_window(app)
    window.compare.table.first_painted.connect(first_paint)
    return window

program.make_window = watched
main([])
"""


@cache
def started(config: str) -> dict[str, Any]:
    """What the program tells of itself, started as its user starts it."""
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
        "magdesk.knowledge.conditions",
        "magdesk.knowledge.decision",
        "magdesk.knowledge.limits",
        "magdesk.rules",
        "magdesk.ui.pages.form.form_pane",
        "magdesk.ui.pages.wizard.page",
        "signal",
        "sqlite3",
    ],
)
def test_the_first_paint_needs_no(module: str, config: str) -> None:
    assert module not in started(config)["first paint"]["modules"]


@pytest.mark.parametrize(
    "module",
    [
        "html.entities",
        "importlib.resources",
    ],
)
def test_the_first_page_needs_no(module: str, config: str) -> None:
    assert "magdesk.ui.pages.form.form_pane" in started(config)["rest"]["modules"]
    assert module not in started(config)["rest"]["modules"]


@pytest.mark.parametrize("name", ["QIcon", "QMdiArea", "QStyle", "QTextBrowser", "QTextDocument"])
def test_the_first_paint_makes_no_class(name: str, config: str) -> None:
    assert name not in started(config)["first paint"]["made"]


@pytest.mark.parametrize("name", ["QMdiArea", "QWizard"])
def test_the_first_page_makes_no_class(name: str, config: str) -> None:
    assert name not in started(config)["rest"]["made"]


def test_the_style_is_fusion(config: str) -> None:
    assert started(config)["style"] == "fusion"
