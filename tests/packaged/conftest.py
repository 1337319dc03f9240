"""The built program and a desktop for it, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import package
from tests.packaged.desktop import TOOLS, Desktop, open_desktop
from tests.packaged.tools import missing, need

HOW = "python3 build_spec/dev.py package builds it"


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of the built program."""
    if not package.is_current(package.OUTPUT):
        missing(f"dist holds no program of today's sources: {HOW}")
    return package.OUTPUT / "magdesk"


@pytest.fixture(scope="session")
def executable(folder: Path) -> Path:
    """The program itself."""
    return folder / "magdesk"


@pytest.fixture(scope="session")
def release() -> Path:
    """The folder with everything that is given to people."""
    if not (package.is_current(package.OUTPUT) and (package.OUTPUT / "SHA256SUMS").exists()):
        missing(f"dist holds no release of today's sources: {HOW}")
    return package.OUTPUT


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """A display and the buses, for all tests."""
    need(*TOOLS)
    with open_desktop() as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that nobody has used yet."""
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    return made
