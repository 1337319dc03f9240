"""One start of a window as a person sees it, the same for every program and from outside.

The screen is looked at a thousand times a second, and each change is noted with its time. When
nothing has changed for a while, the last picture tells which came first that already showed the
place of the table's rows as it stayed. In an empty window that is the first paint.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.screen import Picture, Screen, part

ROWS = (160, 170, 640, 560)
"""Where the rows of the table stand on the screen, and nothing else: left, top, right, bottom."""

PAUSE_S = 0.001
QUIET_S = 1.0
"""Seconds without a change after which a window is at rest."""

TOO_LONG_S = 30.0


@dataclass(frozen=True)
class Start:
    """Times in milliseconds from the start of the process."""

    shown_ms: float
    """The rows of the table are there."""
    settled_ms: float
    """All is there."""
    pss_kib: float
    """Memory at rest, pages that others use too counted in part (PSS)."""
    rows: Picture
    """How the place of the rows looks at rest."""


class NothingShownError(Exception):
    """A program ended, or drew nothing in time."""


def watch(screen: Screen, command: Sequence[str | Path], env: Mapping[str, str]) -> Start:
    """Start a program, wait until its window is at rest, and end it.

    ``NothingShownError`` for a program that ends by itself, or never draws or rests.
    """
    blank = screen.picture()
    started = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), env=dict(env), start_new_session=True)
    try:
        changes = _changes(screen, blank, started, process)
        memory = proportional_set_size(process.pid)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    _wait_for(screen, blank)
    settled_ms, last = changes[-1]
    rows = part(last, *ROWS)
    shown_ms = next(moment for moment, picture in changes if part(picture, *ROWS) == rows)
    return Start(shown_ms, settled_ms, memory, rows)


def _changes(
    screen: Screen, blank: Picture, started: float, process: subprocess.Popen[bytes]
) -> list[tuple[float, Picture]]:
    """Each picture that differs from the one before, with its time in milliseconds."""
    changes: list[tuple[float, Picture]] = []
    before, changed = blank, started
    while not changes or changed + QUIET_S > time.monotonic():
        now = screen.picture()
        moment = time.monotonic()
        if now != before:
            changes.append((1000 * (moment - started), now))
            before, changed = now, moment
        if process.poll() is not None or moment > started + TOO_LONG_S:
            raise NothingShownError(f"{process.args!r} showed no window that came to rest")
        time.sleep(PAUSE_S)
    return changes


def _wait_for(screen: Screen, picture: Picture) -> None:
    end = time.monotonic() + TOO_LONG_S
    while screen.picture() != picture:
        if time.monotonic() > end:
            raise NothingShownError("a window stays on the screen after its program has ended")
        time.sleep(PAUSE_S)


def proportional_set_size(process: int) -> int:
    """Memory of a process, KiB, with shared pages counted in part (PSS)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
