"""A stream that is closed, full or read by nobody never ends in a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
EVERY = ("advise -", "plan -", "page -", "check")
SHEETS = {
    "plan": '{"wake": "07:00", "bed": "23:00", "meals": [], "portions": 1, "medicines": []}',
}
needs_shell = pytest.mark.skipif(not FULL.exists(), reason="no such device here")


def through_shell(command: str, redirection: str) -> tuple[int, str]:
    """Exit status and standard error of a command under a redirection of the shell."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m magdesk {command} {redirection}'],
        input=SHEETS.get(command.split(maxsplit=1)[0], "{}"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


@needs_shell
@pytest.mark.parametrize("command", EVERY[:3])
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"], ids=["full", "closed"])
def test_output_that_cannot_be_written_is_told_in_one_line(command: str, redirection: str) -> None:
    status, told = through_shell(command, redirection)
    assert status == 2
    assert told.startswith("magdesk: standard output")
    assert told.count("\n") == 1


@needs_shell
@pytest.mark.parametrize("command", EVERY)
def test_a_reader_who_has_seen_enough_is_told_nothing(command: str) -> None:
    _, told = through_shell(command, "| true")
    assert told in ("", "no faults\n")


@needs_shell
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"], ids=["full", "closed"])
def test_a_refusal_keeps_its_status_where_it_cannot_be_told(redirection: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m magdesk plan nowhere.json {redirection}'],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")


@needs_shell
def test_answers_without_an_end_are_given_up() -> None:
    status, told = through_shell("advise /dev/zero", "")
    assert status == 2
    assert "/dev/zero: is larger than" in told
