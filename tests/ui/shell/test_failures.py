"""When something goes wrong: a report, a display or library that is missing, an error in a page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from magdesk import app
from magdesk.ui.shell.display import explain, missing_display, missing_library
from magdesk.ui.shell.error_dialog import report_of


def test_a_report_holds_no_values() -> None:
    answers = {"age": 52, "kidneys": "weak"}
    try:
        assert answers["heart"]
    except KeyError as error:
        report = report_of(error)
    assert "KeyError: 'heart'" in report
    assert "weak" not in report.replace('"kidneys": "weak"', "")


@pytest.mark.parametrize(
    ("environment", "platform", "told"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", False),
        ({}, "win32", False),
    ],
)
def test_a_missing_display_is_told(environment: dict[str, str], platform: str, told: bool) -> None:
    assert bool(missing_display(environment, platform)) is told


@pytest.mark.parametrize(
    ("platform", "library", "advice"),
    [
        ("linux", "libEGL.so.1: cannot open", "apt install libegl1"),
        ("win32", "DLL load failed while importing QtCore:\r\nnot found", "Windows 10"),
        ("darwin", "Library not loaded: QtCore", "macOS 13"),
    ],
)
def test_a_missing_library_says_what_that_system_needs(
    platform: str, library: str, advice: str
) -> None:
    told = missing_library(ImportError(library), platform)
    assert library.split(maxsplit=1)[0] in told
    assert advice in told
    assert ("apt" in told) == (platform == "linux")
    assert len(told.splitlines()) == 1


def test_a_missing_plugin_says_what_to_install() -> None:
    told = explain(['Could not load the Qt platform plugin "xcb"'], {"DISPLAY": ":0"})
    assert "libxcb-cursor0" in told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named on Linux only")
@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "no display"),
        ({"DISPLAY": ":4711"}, "does not answer"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM is 'nonsense'"),
    ],
)
def test_without_a_display_one_line_and_status_2(
    environment: dict[str, str], told: str, tmp_path: Path
) -> None:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    clean = {key: value for key, value in os.environ.items() if key not in names}
    clean["MAGDESK_CONFIG_DIR"] = str(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-m", "magdesk"],
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert ended.returncode == app.NO_WINDOW
    (line,) = ended.stderr.splitlines()
    assert told in line


def test_an_error_in_a_page_leaves_the_window_open(tmp_path: Path) -> None:
    script = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from magdesk import app
from magdesk.ui.shell.error_dialog import ErrorDialog
from magdesk.ui.pages.wizard.page import WizardPage

application = app.make_application(["magdesk"])
window = app.make_window(application)
window.show()

def fail():
    raise RuntimeError("boom")

def look():
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ErrorDialog)]
    print(len(dialogs), window.isVisible(), "boom" in dialogs[0].report.toPlainText())
    dialogs[0].accept()
    window.close()

QTimer.singleShot(0, fail)
QTimer.singleShot(200, look)
sys.exit(application.exec())
"""
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"MAGDESK_CONFIG_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert ended.stdout.split() == ["1", "True", "True"]
    assert ended.returncode == 0
    assert "RuntimeError: boom" in ended.stderr
