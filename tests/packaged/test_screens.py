"""The window on screens of many sizes, under a window manager: all of it and its frame is seen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaged.desktop import Desktop, open_desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.tools import ROOT, need, need_window_libraries
from tests.packaged.walking import quit_program

SCREENS = ((800, 600, 1.0, 100), (800, 600, 2.0, 100), (1024, 600, 1.0, 200), (1366, 768, 3.0, 80))
"""Pixels of the screen, their scale, and the size of text in percent."""
GEOMETRY = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")


@pytest.mark.parametrize("screen", [*SCREENS, (3840, 2160, 3.0, 200)], ids=str)
def test_head_and_foot_of_the_window_are_on_the_screen(
    screen: tuple[int, int, float, int], home: Path
) -> None:
    need("xdotool", "openbox", "xprop")
    need_window_libraries()
    width, height, scale, percent = screen
    folder = home / ".config" / "magdesk"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps({"format": 4, "zoom": percent}), "utf-8")
    with open_desktop(f"{width}x{height}") as desktop:
        environment = {**desktop.environment(home), "PYTHONPATH": str(ROOT)}
        environment["QT_SCALE_FACTOR"] = str(scale)
        with running([sys.executable, "-m", "magdesk"], environment) as program:
            with ScreenReader(desktop, home) as reader:
                reader.ask("focus", "compare.table")
                until(lambda: is_inside(desktop, width, height))
                for identifier in ("nav.wizard", "nav.label", "nav.day", "nav.counter"):
                    reader.press(identifier)
                assert is_inside(desktop, width, height)
                quit_program(reader)
            program.ended_well()


def is_inside(desktop: Desktop, width: int, height: int) -> bool:
    """Whether all of the window and its frame lies on a screen of this size."""
    left, top, right, bottom = frame_of_window(desktop)
    return left >= 0 and top >= 0 and right <= width and bottom <= height


def frame_of_window(desktop: Desktop) -> tuple[int, int, int, int]:
    """Return the edges of the active window with what the window manager puts around it."""
    window = _asked(desktop, "xdotool", "getactivewindow").strip()
    shape = _asked(desktop, "xwininfo", "-id", window)
    x, y, width, height = (int(_found(rf"{name}:\s+(-?\d+)", shape)) for name in GEOMETRY)
    extents = _asked(desktop, "xprop", "-id", window, "_NET_FRAME_EXTENTS")
    left, right, top, bottom = map(int, _found(r"= (\d+, \d+, \d+, \d+)", extents).split(","))
    return x - left, y - top, x + width + right, y + height + bottom


def _asked(desktop: Desktop, *command: str) -> str:
    own = {"DISPLAY": desktop.display, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, env=own, check=True, capture_output=True, text=True).stdout


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, text
    return found[1]
