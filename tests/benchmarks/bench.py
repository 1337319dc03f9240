"""Start-up, memory and speed of magdesk against their budgets; needs Linux and Xvfb.

The empty window is measured in the same run, in turn, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from build_spec import package
from build_spec.packaging import archive
from tests.benchmarks.programs import PAIRS, Pair
from tests.benchmarks.screen import Screen, colours, open_screen
from tests.benchmarks.starts import Start, watch

HERE = Path(__file__).resolve().parent
STARTS = 10
LEAST_COLOURS = 20
"""Letters have soft edges: so many colours at least are where rows of a table stand."""

WINDOW_FACTOR = {"source": 1.9, "packaged": 1.75}
WINDOW_AIM = {"source": 1.75, "packaged": 1.6}
MEMORY_FACTOR, MEMORY_AIM = 1.55, 1.45
FRAME_MS = 16.0
DAY_MS = 50.0
COMMAND_MS = 200.0
GROWN_MB, MORE_HANDLES = 10.0, 0.0
TOO_LONG_S = 600


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
def environment(screen: Screen) -> Iterator[dict[str, str]]:
    """What the programs are told: the display, and settings that begin empty."""
    # Without PYTHONDONTWRITEBYTECODE, for one: users run compiled modules.
    left_out = ("QT_", "PYTHON", "WAYLAND_DISPLAY")
    kept = {key: os.environ[key] for key in os.environ if not key.startswith(left_out)}
    own = {"DISPLAY": screen.number, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as settings:
        yield {**kept, **own, "MAGDESK_CONFIG_DIR": settings}


def child(env: dict[str, str], script: str) -> dict[str, Any]:
    """What one of the scripts here printed, as JSON, on its last line."""
    command = [sys.executable, str(HERE / script)]
    done = subprocess.run(
        command, env=env, check=False, stdout=subprocess.PIPE, text=True, timeout=TOO_LONG_S
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def window_rows(screen: Screen, env: Mapping[str, str], pairs: Mapping[str, Pair]) -> Iterator[Row]:
    """First window and memory of each pair, magdesk beside the empty window."""
    starts: dict[tuple[str, str], list[Start]] = {}
    for turn in range(STARTS + 1):
        for kind, pair in pairs.items():
            for what, command in pair._asdict().items():
                start = watch(screen, command, env)
                assert (colours(start.rows) >= LEAST_COLOURS) == (what == "magdesk"), command
                if turn:  # the first brought files into the cache, and wrote settings
                    starts.setdefault((kind, what), []).append(start)
    for kind in pairs:
        yield from beside_empty(kind, starts[kind, "magdesk"], starts[kind, "empty"])


def beside_empty(kind: str, ours: Sequence[Start], empty: Sequence[Start]) -> Iterator[Row]:
    """Medians of the starts of a pair; a budget is a multiple of what the empty window takes."""
    shown, least = (median(start.shown_ms for start in starts) for starts in (ours, empty))
    settled = median(start.settled_ms for start in ours)
    note = beside(shown, least, WINDOW_AIM[kind], "ms") + f"; all done at {settled:.0f} ms"
    yield Row(f"{kind}: first window with rows", shown, WINDOW_FACTOR[kind] * least, "ms", note)
    rest, least = (median(start.pss_kib for start in starts) / 1024 for starts in (ours, empty))
    note = beside(rest, least, MEMORY_AIM, "MiB")
    yield Row(f"{kind}: memory at rest (PSS)", rest, MEMORY_FACTOR * least, "MiB", note)


def beside(measured: float, empty: float, aim: float, unit: str) -> str:
    """How often the empty window's it is, and how often it should be."""
    return f"{measured / empty:.2f} x the empty window's {empty:.0f} {unit}, aim {aim}"


def size_rows(pairs: Mapping[str, Pair]) -> Iterator[Row]:
    """The folder of the packaged program, and its archive where there is one."""
    folders = [Path(command[0]).parent for command in (pairs["packaged"])]
    empty, ours = (archive.size_of(folder) / package.MEGABYTE for folder in folders)
    note = f"an empty window, untrimmed: {empty:.0f} MB"
    yield Row("packaged: unpacked", ours, package.BUDGET["unpacked"], "MB", note)
    for file in folders[1].parent.glob("*.tar.xz"):
        packed = file.stat().st_size / package.MEGABYTE
        yield Row("packaged: archive", packed, package.BUDGET["packed"], "MB")


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


def speed_rows(env: dict[str, str], script: str) -> Iterator[Row]:
    """What a person does: the median, with the slowest beside it."""
    for what, (usual, slowest) in child(env, script).items():
        budget = DAY_MS if what.startswith("a day") else FRAME_MS
        yield Row(what, usual, budget, "ms", f"slowest {slowest:.1f} ms")


def long_use_rows(env: dict[str, str]) -> Iterator[Row]:
    """What stays in memory, and open, after long use."""
    told = child(env, "long_use.py")
    yield Row("long use: memory grown", told["memory_mb"], GROWN_MB, "MB", told["done"])
    yield Row("long use: handles", told["handles"], MORE_HANDLES, "")


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments ask for; ends the program where they are wrong."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("only", nargs="?", choices=PAIRS, help="measure one of the two")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Measure all and print the table; 1 where a budget is not kept."""
    only = options_of(arguments).only
    pairs = {kind: find() for kind, find in PAIRS.items() if only in {kind, None}}
    rows: list[Row] = []
    with open_screen() as screen, environment(screen) as env:
        groups = [window_rows(screen, env, pairs)]
        if "source" in pairs:
            scripts = ("answers.py", "many_rows.py")
            groups += [command_rows(env), *(speed_rows(env, script) for script in scripts)]
            groups.append(long_use_rows(env))
        if "packaged" in pairs:
            groups.append(size_rows(pairs))
        for group in groups:
            for row in group:
                print(row, flush=True)
                rows.append(row)
    missed = [row.what for row in rows if not row.kept]
    if missed:
        print(f"OVER BUDGET: {'; '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
