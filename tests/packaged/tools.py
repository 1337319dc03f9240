"""What the walks need beside the program: each is there, or the test is skipped by name."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "build_spec" / "linux" / "test-packages.txt"


def packages() -> dict[str, str]:
    """Debian package of each program or file that a test needs."""
    lines = LIST.read_text("utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


def is_there(tool: str) -> bool:
    """Whether a program is on the path, or a file in its place; ``*`` stands for any folder."""
    if tool.startswith("/"):
        return any(Path("/").glob(tool.lstrip("/")))
    return shutil.which(tool) is not None


def need(*tools: str) -> None:
    """Go on if all of these are there; each has to stand in the list of packages."""
    known = packages()
    absent = [f"{tool} (Debian package {known[tool]})" for tool in tools if not is_there(tool)]
    if absent:
        missing(f"needs {', '.join(absent)}")


def missing(reason: str) -> NoReturn:
    """Skip the test; where all is to be tested, fail instead."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
