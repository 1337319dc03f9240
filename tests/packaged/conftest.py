"""The built program and a desktop for it, each made once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import package
from tests.packaged import speech
from tests.packaged.desktop import TOOLS, Desktop, open_desktop
from tests.packaged.listener import Listener
from tests.packaged.program import running
from tests.packaged.speech import Person, Transcript, screen_reader
from tests.packaged.tools import ROOT, missing, need, need_window_libraries

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


# --- what is heard ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def transcript() -> Iterator[Transcript]:
    """All that was said, written when the tests are over."""
    kept = Transcript()
    yield kept
    kept.write()


@pytest.fixture(scope="module")
def listener(desktop: Desktop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """Who hears Orca, which runs for all walks of a file."""
    need(*speech.TOOLS)
    with screen_reader(desktop, tmp_path_factory.mktemp("orca")) as heard:
        yield heard


@pytest.fixture(params=["source", "package"])
def program(request: pytest.FixtureRequest) -> list[str | Path]:
    """How the program is started: from this checkout, and as it is packaged."""
    need_window_libraries()
    if request.param == "source":
        return [sys.executable, "-m", "magdesk"]
    executable: Path = request.getfixturevalue("executable")
    return [executable]


@pytest.fixture
def person(
    program: list[str | Path],
    listener: Listener,
    desktop: Desktop,
    home: Path,
    transcript: Transcript,
    request: pytest.FixtureRequest,
) -> Iterator[Person]:
    """Someone before the program, whose start has been spoken."""
    told = {"PYTHONPATH": str(ROOT), "PATH": speech.without_browser(home)}
    environment = speech.without_noise({**desktop.environment(home), **told})
    transcript.begin(request.node.name)
    before = listener.count()
    with running(program, environment) as started:
        sits = Person(started, listener, desktop.display, transcript)
        sits.arrive(before)
        yield sits
        sits.press("ctrl+q")
        started.ended_well(but=speech.KNOWN_LINES)
