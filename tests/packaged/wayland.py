"""The other kind of display: a Wayland compositor in a window of the X display, driven from there.

``weston`` with its X11 backend, since one without a display has no keyboard. It writes down every
request and event of the protocol, which is what a test looks at.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.packaged.desktop import Desktop
from tests.packaged.program import until

WIDTH, HEIGHT = 1200, 840
SOCKET = "magdesk-wayland"
COMMAND = (
    "weston",
    "--no-config",
    "--backend=x11-backend.so",
    "--use-pixman",
    f"--width={WIDTH}",
    f"--height={HEIGHT}",
    f"--socket={SOCKET}",
    "--idle-time=0",
    "--logger-scopes=proto",
)
KNOWN_LINES: dict[str, str] = {}
"""Lines of Qt that a program may write here, as patterns, each with the reason."""


@dataclass(frozen=True)
class Compositor:
    """The display; what the program says to it, and it to the program."""

    desktop: Desktop
    log: Path

    def environment(self, home: Path) -> dict[str, str]:
        """What the program is told; a warning of Qt is only written."""
        told = self.desktop.environment(home)
        for name in ("DISPLAY", "QT_FATAL_WARNINGS"):
            del told[name]
        return {**told, "WAYLAND_DISPLAY": SOCKET, "XDG_SESSION_TYPE": "wayland"}

    def messages(self, pattern: str) -> list[tuple[str, ...]]:
        """What such messages held, in order."""
        return [found.groups() for found in re.finditer(pattern, self.log.read_text("utf-8"))]

    def wait_for(self, pattern: str, count: int = 1) -> list[tuple[str, ...]]:
        """Wait for so many such messages; what they held."""
        until(lambda: len(self.messages(pattern)) >= count)
        return self.messages(pattern)

    def drive(self, *action: str) -> None:
        """What a hand does: an action of ``xdotool``, for instance ``key F1``."""
        own = {"DISPLAY": self.desktop.display, "PATH": "/usr/bin:/bin"}
        subprocess.run(["xdotool", *action], env=own, check=True, stdout=subprocess.DEVNULL)

    def point_at(self, x: int, y: int) -> None:
        """Move the pointer to a place on the compositor's screen.

        The compositor adds up how far the hand moves: in the first corner both begin at nothing.
        """
        for left, top in ((WIDTH - 1, HEIGHT - 1), (0, 0), (x - 2, y), (x, y)):
            self.drive("getactivewindow", "mousemove", "--window", "%1", str(left), str(top))


@contextmanager
def compositor(desktop: Desktop, folder: Path) -> Iterator[Compositor]:
    """A compositor with a screen, a keyboard and a pointer, until the test is over."""
    log = folder / "weston.log"
    process = subprocess.Popen(
        [*COMMAND, f"--log={log}"],
        env=desktop.environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until((desktop.runtime / SOCKET).exists)
        opened = Compositor(desktop, log)
        opened.wait_for(r"weston_desktop_shell@\d+\.desktop_ready")
        yield opened
    finally:
        process.terminate()
        process.wait(10)
