"""A desktop of its own for the program: a display, a session bus and an accessibility bus."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("reader.py")
TOOLS = (
    "Xvfb",
    "openbox",
    "dbus-daemon",
    LAUNCHER,
    "/usr/lib/python3/dist-packages/gi/__init__.py",
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib",
)

QUIET_BRIDGE = "qt.accessibility.atspi.warning=false"
"""Qt warns that it lacks one call of at-spi2-core, GetApplicationBusAddress, whenever a screen
reader appears. Nobody needs that call, and no program can do anything about it."""


@dataclass(frozen=True)
class Desktop:
    """Where the program finds its display and its buses."""

    display: str
    bus: str
    runtime: Path

    def environment(self, home: Path) -> dict[str, str]:
        """All that the program is told: nothing of what the developer's own desktop sets.

        A warning of Qt ends the program.
        """
        return {
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "DISPLAY": self.display,
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "QT_FATAL_WARNINGS": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_LOGGING_RULES": QUIET_BRIDGE,
            "XDG_RUNTIME_DIR": str(self.runtime),
        }


@contextmanager
def open_desktop(size: str = "1280x900") -> Iterator[Desktop]:
    """A desktop, with a screen of this size in pixels, that is closed when the tests are over."""
    with ExitStack() as stack:
        runtime = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="magdesk-desktop-")))
        runtime.chmod(0o700)
        display = stack.enter_context(open_display(size))
        environment = {"DISPLAY": display, "PATH": "/usr/bin:/bin", "HOME": str(runtime)}
        environment["XDG_RUNTIME_DIR"] = str(runtime)
        environment["GSETTINGS_BACKEND"] = "memory"
        session = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        bus = stack.enter_context(_speaking(session, environment, "unix:"))
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        stack.enter_context(_started([LAUNCHER, "--launch-immediately"], environment))
        # Only a window that opens when the manager is there becomes the active one.
        manager = ["openbox", "--sm-disable", "--startup", "echo ready"]
        stack.enter_context(_speaking(manager, environment, "ready"))
        yield Desktop(display, bus, runtime)


@contextmanager
def _started(
    command: list[str], environment: Mapping[str, str] | None = None, pipe: int | None = None
) -> Iterator[None]:
    """Run a program until the tests are over; it may write to one pipe, and says nothing else."""
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=() if pipe is None else (pipe,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if pipe is not None:
        os.close(pipe)
    with _ended(process):
        yield


@contextmanager
def _ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def open_display(size: str = "1280x900") -> Iterator[str]:
    """The name of a display, of this size in pixels, that is closed when the tests are over."""
    read, write = os.pipe()
    screen = ["-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    # Without -noreset it begins anew, and drops everybody, when the first client has gone.
    command = ["Xvfb", "-displayfd", str(write), "-noreset", *screen]
    with _started(command, pipe=write), os.fdopen(read) as told:
        yield f":{told.readline().strip()}"


@contextmanager
def _speaking(command: list[str], environment: dict[str, str], begin: str) -> Iterator[str]:
    """Run a program until the tests are over; the line with this beginning that it says first."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with _ended(process):
        assert process.stdout is not None
        with process.stdout:
            lines = (line.decode().strip() for line in process.stdout)
            told = next((line for line in lines if line.startswith(begin)), None)
            assert told is not None, f"{command[0]} ended before it said {begin!r}"
            yield told
