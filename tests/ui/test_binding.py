"""The binding says the same whether its knowledge of signatures came at once or late."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

SPEAK = """
import inspect, json, sys

if sys.argv[1] == "late":
    from magdesk.ui.binding.start import import_base_quickly
    assert import_base_quickly()
import shiboken6
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QTableView

app = QApplication(["speak"])
known_at_first = "shibokensupport.signature.parser" in sys.modules
table = QTableView()

def error(call, *arguments, **named):
    try:
        call(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "no error"

said = {
    "a constructor": error(QLabel, 3.5, 4),
    "too many": error(app.setFont, "x", 3, 4),
    "a name": error(QLabel, nonsense=4),
    "a value": error(QPoint, "a"),
    "an object": error(table.setModel, 3),
    "bytes": error(QObject().setObjectName, b"x"),
    "too few": error(QTimer.singleShot, "x"),
    "a module that came later": error(QPainter().drawText, "x"),
    "help": QLabel.setText.__doc__ + QPoint.__doc__,
    "a property": error(setattr, QLabel(), "text", 3),
}
from PySide6 import QtPrintSupport
said["a type of a module that came later"] = error(QtPrintSupport.QPrinter, "x")
import PySide6.support.signature.mapping
modules = vars(sys)["modules"]
base = {
    name: repr(each)
    for name, each in vars(shiboken6).items()
    if each not in modules.values() and name not in ("__builtins__", "annotations")
}
print(json.dumps({"said": said, "known_at_first": known_at_first, "base": base}))
"""


@cache
def spoken(way: str, *switch: str) -> dict[str, Any]:
    env: Mapping[str, str] = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SPEAK, way],
        env={**env, **dict(each.split("=") for each in switch)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_errors_and_help_read_the_same() -> None:
    late = spoken("late")["said"]
    assert late == spoken("plain")["said"]
    assert "Supported signatures" in late["a constructor"]


def test_signatures_are_not_known_before_they_are_asked_for() -> None:
    assert not spoken("late")["known_at_first"]
    assert spoken("plain")["known_at_first"]


def test_the_base_holds_what_it_always_holds() -> None:
    late, plain = (spoken(way)["base"] for way in ("late", "plain"))
    told = {"__version__", "__version_info__", "__file__", "__path__", "isValid", "VoidPtr"}
    assert told <= set(late)
    assert {name: late.get(name) for name in plain if "at 0x" not in plain[name]} == {
        name: each for name, each in plain.items() if "at 0x" not in each
    }


@pytest.mark.parametrize(
    ("first", "switch"),
    [
        ("import shiboken6", ""),
        ("import magdesk.ui.binding.start as start; start.KNOWN = {'6.0.0': {}}", ""),
        (
            "import sys; sys.path[:] = [path for path in sys.path if 'site-pack' not in path]",
            "",
        ),
        ("", "SBK_EMBED=1"),
    ],
    ids=["imported before", "another release", "no binding", "the binding's own switch"],
)
def test_any_other_binding_is_left_to_itself(first: str, switch: str) -> None:
    script = (
        f"import magdesk.ui.binding.start as start\n{first}\nprint(start.import_base_quickly())\n"
    )
    env = {**os.environ, **dict([switch.split("=")] if switch else [])}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("False\n", "")
