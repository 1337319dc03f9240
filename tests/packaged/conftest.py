"""The built program and a desktop for it, each made once."""

from __future__ import annotations

import fcntl
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import package
from tests.packaged.desktop import TOOLS, Desktop, open_desktop
from tests.packaged.tools import ROOT, missing, need

KEPT = ROOT / "build" / "tested"
"""Where the tests build the program when ``dist`` does not hold that of today's sources."""

TIMEOUT_S = 600


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the first test the time in which the program is built."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(TIMEOUT_S))


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of the built program: that of ``dev.py package``, or one built here."""
    if package.is_current(package.OUTPUT):
        return package.OUTPUT / "magdesk"
    if importlib.util.find_spec("PyInstaller") is None:
        missing("needs PyInstaller: python3 build_spec/dev.py package installs it")
    need("readelf")
    KEPT.parent.mkdir(exist_ok=True)
    with (KEPT.parent / "tested.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not package.is_current(KEPT):
            assert package.main(["--program", "--output", str(KEPT)]) == 0
    return KEPT / "magdesk"


@pytest.fixture(scope="session")
def executable(folder: Path) -> Path:
    """The program itself."""
    return folder / "magdesk"


@pytest.fixture(scope="session")
def release() -> Path:
    """The folder with everything that is given to people."""
    if not package.is_current(package.OUTPUT) or not (package.OUTPUT / "SHA256SUMS").exists():
        missing("dist holds no release of today's sources: python3 build_spec/dev.py package")
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
