"""What is measured: magdesk installed from its source and as it is packaged, with empty windows.

Like is set beside like: both windows of a pair start in the same way, by Python or from a folder
that brings its own. The packaged program is built if no folder holds that of today's sources.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from build_spec import package
from build_spec.packaging import product
from build_spec.packaging.build import EMPTY_WINDOW, build_empty_window
from tests.benchmarks.installed import install

Command = list[str | Path]
MEASURED = product.ROOT / "build" / "measured"


class Pair(NamedTuple):
    """Commands that start an empty window, and magdesk."""

    empty: Command
    magdesk: Command


def from_source() -> Pair:
    """Both run by one Python, in an environment into which pip installed magdesk."""
    programs = install(MEASURED / "installed")
    script = MEASURED / "empty_window.py"
    script.write_text(EMPTY_WINDOW, "utf-8")
    return Pair([programs / "python", script], [programs / "magdesk"])


def packaged() -> Pair:
    """Both built by PyInstaller; the empty window as it comes when told nothing."""
    return Pair([_empty_window()], [_program()])


def _program() -> Path:
    kept = MEASURED / "dist"
    for folder in (package.OUTPUT, kept):
        if package.is_current(folder):
            return folder / product.NAME / product.NAME
    if package.main(["--program", "--output", str(kept)]):
        raise SystemExit("The packaged program could not be built.")
    return kept / product.NAME / product.NAME


def _empty_window() -> Path:
    """Built once for each version of Qt."""
    work = MEASURED / f"empty-{importlib.metadata.version('PySide6_Essentials')}"
    program = work / "dist" / "empty_window" / "empty_window"
    script = work / "empty_window.py"
    if not program.exists() or script.read_text("utf-8") != EMPTY_WINDOW:
        print("Building an empty window.", flush=True)
        build_empty_window(work / "dist", work, product.release_time())
    return program


PAIRS: dict[str, Callable[[], Pair]] = {"source": from_source, "packaged": packaged}
