"""What the walks need beside the program: each is there, or the test is skipped by name."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import NoReturn

import pytest

from build_spec.debian import TOOLS, is_there, packages_by_name

ROOT = Path(__file__).resolve().parents[2]


def need(*tools: str) -> None:
    """Go on if all of these are there; each has to stand in the list of packages."""
    known = packages_by_name(TOOLS.read_text("utf-8"))
    absent = [f"{tool} (Debian package {known[tool]})" for tool in tools if not is_there(tool)]
    if absent:
        missing(f"needs {', '.join(absent)}")


def need_pyinstaller() -> None:
    """Go on if PyInstaller is installed."""
    if importlib.util.find_spec("PyInstaller") is None:
        missing("needs PyInstaller: python3 build_spec/dev.py package installs it")


def missing(reason: str) -> NoReturn:
    """Skip the test; where all is to be tested, fail instead."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
