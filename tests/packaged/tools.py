"""What the walks need beside the program: each is there, or the test is skipped by name."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path
from typing import NoReturn

import PySide6
import pytest

from build_spec.debian import TOOLS, is_there, missing_libraries, packages_by_name

ROOT = Path(__file__).resolve().parents[2]
STRACE = ("strace", "--follow-forks", "--quiet=all")


def need(*tools: str) -> None:
    """Go on if all of these are there; each has to stand in the list of packages."""
    known = packages_by_name(TOOLS.read_text("utf-8"))
    absent = [f"{tool} (Debian package {known[tool]})" for tool in tools if not is_there(tool)]
    if absent:
        missing(f"needs {', '.join(absent)}")


def need_strace() -> None:
    """Go on if what a program asks of the system can be written down."""
    need("strace")
    if subprocess.call([*STRACE, "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL):
        missing("needs strace to be allowed to trace")


def need_pyinstaller() -> None:
    """Go on if PyInstaller is installed."""
    if importlib.util.find_spec("PyInstaller") is None:
        missing("needs PyInstaller: python3 build_spec/dev.py package installs it")


def need_window_libraries() -> None:
    """Go on if Qt finds all that a window on X11 needs of the system."""
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    ldd = subprocess.run(["ldd", plugin], capture_output=True, text=True, check=False)
    if absent := missing_libraries(ldd.stdout):
        missing(f"needs the libraries {', '.join(absent)}")


def missing(reason: str) -> NoReturn:
    """Skip the test; where all is to be tested, fail instead."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
