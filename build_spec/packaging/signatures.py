"""The binding's own modules of signatures, laid out where it looks for them.

shiboken6 carries them in a ZIP archive inside its library, and compiles twenty of them at each
start. Where a folder ``files.dir`` stands beside it, it takes them from there; its documented
switch ``SBK_EMBED=0`` makes that folder. Here a copy of it is told so, and all is compiled once.
"""

from __future__ import annotations

import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

from build_spec.packaging.contents import Entry
from build_spec.packaging.product import PackagingError

FOLDER = "shiboken6/files.dir"
"""Where they stand in the bundle."""


class NoSignaturesError(PackagingError):
    """The binding did not lay out its files: it may do so in another way than before."""


def signature_files(work: Path) -> list[Entry]:
    """The entries of the bundle that hold the compiled modules; ``work`` keeps the files."""
    laid_out = _laid_out(work / "signatures")
    entries: list[Entry] = []
    for source in sorted(laid_out.rglob("*.py")):
        inside = source.relative_to(laid_out).with_suffix(".pyc")
        compiled = source.with_suffix(".pyc")
        mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(
            str(source), str(compiled), dfile=f"{FOLDER}/{inside}", doraise=True,
            invalidation_mode=mode,
        )  # fmt: skip
        entries.append((f"{FOLDER}/{inside.as_posix()}", str(compiled), "DATA"))
    return entries


def _laid_out(folder: Path) -> Path:
    """The folder that a copy of the binding makes."""
    found = importlib.util.find_spec("shiboken6")
    if found is None or found.origin is None:
        raise NoSignaturesError("shiboken6 is not installed")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(Path(found.origin).parent, folder / "shiboken6")
    command = [sys.executable, "-c", "from shiboken6 import Shiboken"]
    environment = {**os.environ, "PYTHONPATH": str(folder), "SBK_EMBED": "0"}
    subprocess.run(command, check=True, env=environment, cwd=folder)
    laid_out = folder / FOLDER
    if not (laid_out / "shibokensupport" / "signature" / "loader.py").exists():
        raise NoSignaturesError(f"shiboken6 made no {laid_out}")
    return laid_out
