"""Start-up, memory and speed of magdesk against their budgets; needs Linux and Xvfb.

The empty window is measured in the same run, in turn, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
STARTS = 10
REST_STARTS = 3
REST_MS = 1500
WINDOW_FACTOR = 1.5
MEMORY_FACTOR = 1.4
FRAME_MS = 16.0
COMMAND_MS = 200.0
ADVICE_MS = 1.0
TOO_LONG_S = 120


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, and how much it may be, in the same unit."""

    what: str
    measured: float
    budget: float
    unit: str
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the budget holds."""
        return self.measured <= self.budget

    def __str__(self) -> str:
        verdict = "ok" if self.kept else "OVER"
        numbers = f"{self.measured:9.1f} {self.unit:3} of {self.budget:7.1f} {self.unit:3}"
        return f"{self.what:42}{numbers}  {verdict:4}  {self.note}".rstrip()


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """The environment of a display of its own, and settings that begin empty."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer, tempfile.TemporaryDirectory() as settings:
            number = answer.readline().strip()
            # Without PYTHONDONTWRITEBYTECODE, for one: users run compiled modules.
            left_out = ("QT_", "PYTHON", "WAYLAND_DISPLAY")
            kept = {key: os.environ[key] for key in os.environ if not key.startswith(left_out)}
            own = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
            yield {**kept, **own, "MAGDESK_CONFIG_DIR": settings, "LC_ALL": "C.UTF-8"}
    finally:
        server.terminate()
        server.wait()


def child(env: dict[str, str], script: str, *arguments: object) -> dict[str, Any]:
    """What one of the scripts here printed, as JSON, on its last line."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    done = subprocess.run(
        command, env=env, check=False, stdout=subprocess.PIPE, text=True, timeout=TOO_LONG_S
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def windows(env: dict[str, str], starts: int, rest_ms: int) -> Iterator[dict[str, float]]:
    """Medians for the empty window, then for magdesk, started in turn."""
    seen: dict[str, list[dict[str, float]]] = {"empty": [], "magdesk": []}
    for _ in range(starts):
        for kind, told in seen.items():
            told.append(child(env, "first_window.py", kind, time.monotonic_ns(), rest_ms))
    for told in seen.values():
        yield {key: median(one[key] for one in told) for key in told[0]}


def window_rows(env: dict[str, str]) -> Iterator[Row]:
    """First window and memory, each beside the empty window's."""
    list(windows(env, 1, 0))  # files into the cache, settings written
    empty, ours = windows(env, STARTS, 0)
    row = beside("first window, rows in the table", ours["shown_ms"], empty["shown_ms"], "ms")
    yield replace(row, note=f"{row.note}; detail filled, all done at {ours['settled_ms']:.0f} ms")
    mebibytes = [told["pss_kib"] / 1024 for told in windows(env, REST_STARTS, REST_MS)]
    yield beside("memory at rest (PSS)", mebibytes[1], mebibytes[0], "MiB")


def beside(what: str, ours: float, empty: float, unit: str) -> Row:
    """A row whose budget is a multiple of what the empty window takes."""
    factor = WINDOW_FACTOR if unit == "ms" else MEMORY_FACTOR
    note = f"{ours / empty:.2f} x the empty window's {empty:.0f} {unit}"
    return Row(what, ours, factor * empty, unit, note)


def command_rows(env: dict[str, str]) -> Iterator[Row]:
    """The commands that need no window, from start to end."""
    for words in (["--version"], ["check"], ["advise", "-"]):
        yield Row(f"magdesk {' '.join(words)}", median(command_times(env, words)), COMMAND_MS, "ms")


def command_times(env: dict[str, str], words: Sequence[str]) -> Iterator[float]:
    """Milliseconds of each of some runs."""
    for _ in range(STARTS):
        start = time.perf_counter()
        command = [sys.executable, "-m", "magdesk", *words]
        subprocess.run(command, input=b"{}", check=True, env=env, capture_output=True)
        yield 1000 * (time.perf_counter() - start)


def advice_rows(env: dict[str, str]) -> Iterator[Row]:
    """One advice, on average over many sheets."""
    told = child(env, "advice.py")
    note = f"over {told['sheets']:.0f} sheets"
    yield Row("an advice, on average", told["average_ms"], ADVICE_MS, "ms", note)


def speed_rows(env: dict[str, str]) -> Iterator[Row]:
    """What a person does: the median, with the slowest beside it."""
    for what, (usual, slowest) in child(env, "many_rows.py").items():
        yield Row(what, usual, FRAME_MS, "ms", f"slowest {slowest:.1f} ms")


def main() -> int:
    """Measure all and print the table; 1 where a budget is not kept."""
    rows: list[Row] = []
    with display() as env:
        for group in (window_rows(env), command_rows(env), advice_rows(env), speed_rows(env)):
            for row in group:
                print(row, flush=True)
                rows.append(row)
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
