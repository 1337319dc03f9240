"""What was changed is kept however the program ends, and no window reaches outside its screen.

Most run the program on a display of its own, with a window manager where a frame is needed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from magdesk.ui.settings.settings_file import FILE_NAME

on_a_display = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("Xvfb") is None
    or shutil.which("xdotool") is None,
    reason="needs Xvfb and xdotool",
)  # fmt: skip

TOO_LONG_S = 30.0


class Display:
    """A display of its own, with or without a window manager."""

    def __init__(self, width: int, height: int, folder: Path) -> None:
        read, write = os.pipe()
        size = f"{width}x{height}x24"
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            number = f":{answer.readline().strip()}"
        kept = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
        own = {"DISPLAY": number, "QT_QPA_PLATFORM": "xcb", "MAGDESK_CONFIG_DIR": str(folder)}
        self.environment = {**kept, **own}
        self.settings = folder / FILE_NAME
        self.started: list[subprocess.Popen[bytes]] = [self.server]

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE)
        self.started.append(process)
        return process

    def start_magdesk(self) -> subprocess.Popen[bytes]:
        """Start the program and wait until its window stands."""
        process = self.start(sys.executable, "-m", "magdesk")
        self.window = wait_for(lambda: self.ask("search", "--onlyvisible", "--name", "magdesk"))
        self.window = self.window.split()[0]
        wait_until_still(lambda: self.ask("getwindowgeometry", self.window))
        return process

    def ask(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def kept(self) -> dict[str, Any]:
        """What the settings file says; nothing while there is none."""
        if not self.settings.exists():
            return {}
        table: dict[str, Any] = json.loads(self.settings.read_text("utf-8"))
        return table

    def end(self) -> None:
        for process in reversed(self.started):
            if process.poll() is None:
                process.kill()
            process.communicate()


def wait_for(found: Callable[[], Any]) -> Any:
    end = time.monotonic() + TOO_LONG_S
    while not (what := found()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)
    return what


def wait_until_still(look: Callable[[], str], seconds: float = 0.6) -> str:
    last, since, end = look(), time.monotonic(), time.monotonic() + TOO_LONG_S
    while time.monotonic() - since < seconds:
        now = look()
        if now != last:
            last, since = now, time.monotonic()
        assert time.monotonic() < end, "it does not come to rest"
        time.sleep(0.05)
    return last


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Callable[[int, int], Display]]:
    opened: list[Display] = []

    def open_display(width: int, height: int) -> Display:
        opened.append(Display(width, height, tmp_path))
        return opened[-1]

    yield open_display
    for each in opened:
        each.end()


# --- how it ends --------------------------------------------------------------------------------


@on_a_display
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_and_nothing_is_lost(
    display: Callable[[int, int], Display], number: signal.Signals
) -> None:
    screen = display(1600, 1000)
    process = screen.start_magdesk()
    screen.ask("windowsize", "--sync", screen.window, "1111", "707")
    wait_until_still(lambda: screen.ask("getwindowgeometry", screen.window))
    process.send_signal(number)
    assert process.wait(TOO_LONG_S) in (128 + number, -number)
    assert (screen.kept()["window"]["width"], screen.kept()["window"]["height"]) == (1111, 707)


@on_a_display
def test_a_signal_ends_it_while_a_dialog_waits(display: Callable[[int, int], Display]) -> None:
    screen = display(1600, 1000)
    process = screen.start_magdesk()
    screen.ask("windowfocus", screen.window)
    screen.ask("key", "--window", screen.window, "ctrl+F1")
    wait_for(lambda: len(screen.ask("search", "--onlyvisible", "--name", "").split()) > 1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(TOO_LONG_S) in (128 + signal.SIGTERM, -signal.SIGTERM)
    assert "window" in screen.kept()


@on_a_display
def test_a_display_that_goes_loses_nothing(display: Callable[[int, int], Display]) -> None:
    screen = display(1600, 1000)
    process = screen.start_magdesk()
    screen.ask("windowsize", "--sync", screen.window, "1111", "707")
    wait_until_still(lambda: screen.ask("getwindowgeometry", screen.window))
    screen.server.terminate()
    process.wait(TOO_LONG_S)
    assert (screen.kept()["window"]["width"], screen.kept()["window"]["height"]) == (1111, 707)


LOGOUT = """
import os
import sys
from functools import partial

from PySide6.QtCore import QTimer

from magdesk import app

program = app.make_application(["magdesk"])
window = app.make_window(program)

def log_out():
    window.resize(1111, 707)
    # No object of Qt's class for a session can be made, and who keeps the settings asks it nothing.
    program.commitDataRequest.emit(None)
    os._exit(7)  # nothing that comes later may keep them

window.first_painted.connect(partial(app._after_first_paint, program, window))
window.first_painted.connect(lambda: QTimer.singleShot(0, log_out))
window.show()
program.exec()
"""


def test_a_logout_loses_nothing_where_the_system_asks_before_it_ends_the_program(
    tmp_path: Path,
) -> None:
    """Windows and macOS ask through this signal of Qt; no plugin of Linux ever sends it."""
    own = {"QT_QPA_PLATFORM": "offscreen", "MAGDESK_CONFIG_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOGOUT],
        env={**os.environ, **own},
        timeout=TOO_LONG_S,
        check=False,
    )
    assert done.returncode == 7
    kept = json.loads((tmp_path / FILE_NAME).read_text("utf-8"))
    assert (kept["window"]["width"], kept["window"]["height"]) == (1111, 707)


# --- where it stands ----------------------------------------------------------------------------


def outside(screen: Display, width: int, height: int) -> list[str]:
    """Edges of the window, frame included, that the screen does not show."""
    told = subprocess.run(
        ["xwininfo", "-frame", "-id", screen.window],
        env=screen.environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    number = {
        name: int(re.search(rf"{name}:\s+(-?\d+)", told)[1])  # type: ignore[index]
        for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
    }
    left, top, wide, high = number.values()
    edges = {"left": left, "top": top, "right": width - left - wide, "bottom": height - top - high}
    return [f"{edge} {by}" for edge, by in edges.items() if by < 0]


@on_a_display
@pytest.mark.skipif(
    shutil.which("openbox") is None or shutil.which("xwininfo") is None,
    reason="needs openbox and xwininfo",
)
@pytest.mark.parametrize(
    ("width", "height", "kept"),
    [
        (1024, 600, None),
        (1366, 768, {"x": 300, "y": 200, "width": 1380, "height": 960}),
        (1366, 768, {"x": 0, "y": 0, "width": 1366, "height": 768}),
        (1366, 768, {"x": 1300, "y": 700, "width": 900, "height": 600}),
        (1600, 1000, {"x": -700, "y": -300, "width": 900, "height": 600}),
        (1600, 1000, {"x": 9000, "y": 9000, "width": 900, "height": 600}),
        (800, 600, None),
    ],
)
def test_all_of_the_window_is_on_the_screen_with_its_frame(
    display: Callable[[int, int], Display], width: int, height: int, kept: dict[str, int] | None
) -> None:
    screen = display(width, height)
    screen.start("openbox", "--sm-disable")
    if kept is not None:
        screen.settings.write_text(json.dumps({"format": 2, "window": kept}), "utf-8")
    screen.start_magdesk()
    assert outside(screen, width, height) == []
