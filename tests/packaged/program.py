"""The built program, run by a test: what it wrote, how it ended, and a screen reader beside it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.packaged.desktop import PYTHON, READER, Desktop

END_S = 20
"""Seconds in which the program has to end when it is told to."""


class ScreenReader:
    """Speaks to ``reader.py``, which looks at one program through the accessibility bus."""

    def __init__(self, desktop: Desktop, home: Path) -> None:
        self._process = subprocess.Popen(
            [PYTHON, "-W", "ignore", str(READER)],
            env=desktop.environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        self.ask("open", "magdesk")
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._process.communicate(timeout=END_S)

    def ask(self, verb: str, *arguments: object) -> Any:
        """What ``reader.Reader`` answers; an ``AssertionError`` tells what it did not find."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([verb, *arguments]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["ok"]

    def press(self, identifier: str) -> None:
        """Press a button, or choose an answer."""
        self.ask("press", identifier)


class Program:
    """The running program."""

    def __init__(self, command: Sequence[str | Path], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [str(part) for part in command],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def terminate(self) -> None:
        """Ask it to end, as a session does that closes."""
        self._process.terminate()

    def kill(self) -> str:
        """End it, and what it started, without giving it a chance to do anything; its errors."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.communicate()[1]

    def wait(self) -> tuple[int, str, str]:
        """Exit status, standard output and standard error, once it has ended."""
        try:
            output, errors = self._process.communicate(timeout=END_S)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"did not end within {END_S} s") from None
        return self._process.returncode, output, errors

    def ended_well(self, *, but: Mapping[str, str] | None = None) -> None:
        """It ended by itself, with status 0 and without a word.

        ``but`` holds patterns of lines that it may write, each with the reason.
        """
        status, output, errors = self.wait()
        known = [re.compile(pattern) for pattern in but or {}]
        lines = [line for line in errors.splitlines() if not any(k.search(line) for k in known)]
        assert (status, output, lines) == (0, "", [])


@contextmanager
def running(command: Sequence[str | Path], environment: dict[str, str]) -> Iterator[Program]:
    """The program while it runs; it is killed if the test leaves it running.

    A failure tells what the program had written on standard error until then.
    """
    program = Program(command, environment)
    try:
        yield program
    except BaseException as error:
        error.add_note(f"The program wrote: {program.kill() or 'nothing'}")
        raise
    finally:
        program.kill()


def until(holds: Callable[[], object]) -> None:
    """Wait until this holds; an ``AssertionError`` if it does not in time."""
    end = time.monotonic() + END_S
    while not holds():
        assert time.monotonic() < end, f"did not come true within {END_S} s"
        time.sleep(0.05)
