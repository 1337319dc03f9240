"""PyInstaller, run so that two builds of the same sources give the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_spec.packaging import archive, product
from build_spec.packaging.polish import polish

SPEC = product.ROOT / "build_spec" / "magdesk.spec"
EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1180, 760)
window.show()
app.exec()
"""

MAY_DIFFER: dict[str, str] = {}
"""Files of the bundle that two builds may give differently, each with the reason."""


class BuildError(product.PackagingError):
    """PyInstaller failed; its own words stand above."""


def build_program(target: Path, work: Path, when: int) -> Path:
    """Build the program into a folder below ``target``; that folder.

    ``work`` keeps what is made on the way: icons, licences, the list of components.
    """
    _run_pyinstaller([str(SPEC)], target, work, when)
    program = target / product.NAME
    if sys.platform.startswith("linux"):
        polish(program)
    archive.normalise(program, when)
    return program


def build_empty_window(target: Path, work: Path, when: int) -> Path:
    """Build an empty window as PyInstaller does when told nothing; its folder."""
    work.mkdir(parents=True, exist_ok=True)
    script = work / "empty_window.py"
    script.write_text(EMPTY_WINDOW, "utf-8")
    _run_pyinstaller(["--specpath", str(work), str(script)], target, work, when)
    return target / script.stem


def _run_pyinstaller(arguments: list[str], target: Path, work: Path, when: int) -> None:
    shutil.rmtree(work / "cache", ignore_errors=True)
    environment = {
        **os.environ,
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "PYI_LOG_LEVEL": "ERROR",
        "PYTHONHASHSEED": "0",
        # Compiled anew each time: what a module was compiled to before may be written otherwise.
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPYCACHEPREFIX": str(work / "cache" / "bytecode"),
        "SOURCE_DATE_EPOCH": str(when),
    }
    paths = ["--distpath", str(target), "--workpath", str(work)]
    options = ["--noconfirm", "--clean", *paths]
    command = [sys.executable, "-m", "PyInstaller", *options, *arguments]
    if subprocess.call(command, cwd=product.ROOT, env=environment):
        raise BuildError("PyInstaller failed; its own words stand above.")


def differences(one: Path, other: Path) -> list[str]:
    """Files that only one of two bundles has, or that are not the same in both, by name."""
    first, second = _contents(one), _contents(other)
    return sorted(name for name in first | second if first.get(name) != second.get(name))


def _contents(program: Path) -> dict[str, str]:
    members = archive.sorted_members(program)
    return {name: _content(path) for name, path in members if path.is_symlink() or path.is_file()}


def _content(path: Path) -> str:
    return str(path.readlink()) if path.is_symlink() else archive.sha256(path)
