"""What the program put on the clipboard goes with the person; what others put there stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.packaged.desktop import open_display

HAND = (sys.executable, "-m", "tests.ui.pages.counter.clipboard_hand")
ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    """The environment of programs on a display of their own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    with open_display() as name:
        yield {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}


def new_person(what: str, folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    """What the clipboard was and is, told by a program of its own."""
    done = subprocess.run(
        [*HAND, what, str(folder)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_what_the_program_copied_goes_with_the_person(
    display: dict[str, str], tmp_path: Path
) -> None:
    told = new_person("own", tmp_path, display)
    assert told["owned"] == [True, True]
    assert told["left"] == ["", ""]


def test_what_another_program_copied_stays(display: dict[str, str], tmp_path: Path) -> None:
    other = subprocess.Popen(
        [*HAND, "hold"], cwd=ROOT, env=display, stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        told = new_person("foreign", tmp_path, display)
    finally:
        other.kill()
        other.communicate()
    assert told["owned"] == [False, False]
    assert told["left"] == ["lithium", "lithium"]
