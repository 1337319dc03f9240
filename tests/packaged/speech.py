"""What a blind person hears: the real Orca beside the program, keys that are pressed, words.

How to add what must be heard
-----------------------------
A walk is a list of steps: the keys, and what must be heard after them, in this order::

    def test_the_filter_is_heard(person: Person) -> None:
        person.walk(
            Step("ctrl+f", "Filter"),
            Step('"oxide"', "1 of 20 forms"),
            Step("Tab Tab", "Clear", "button", never=("not selected",)),
        )

``person`` (a fixture, see ``conftest.py``) sits before the program when its start has been spoken:
once before the source install, once before the package. Keys are X's names, several with a space
between them, ``ctrl+shift+Tab`` at once; text in double quotes is typed. A step is over when its
words were heard and Orca is silent again; what is said must come within ``PATIENCE_S``.

Words are compared without regard to case, commas and full stops, and other words may stand between
two of them; ``never`` names what must not be heard, ``once`` what must be heard one time only. Use
no word that only one version of Orca says: "button" is in each, "push button" is not; prefer the
program's own words. ``person.press_until("Tab", "Continue")`` goes on until a word is heard, at
most ``MOST_PRESSES`` times.

Everything that was said stands in ``dist/speech.txt`` afterwards. One walk while you write it::

    python3 build_spec/dev.py test tests/packaged/test_speech.py -k "filter and source"
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from build_spec import package
from tests.packaged.desktop import Desktop
from tests.packaged.listener import Listener, listening
from tests.packaged.program import Program

TRANSCRIPT = package.OUTPUT / "speech.txt"
TOOLS = ("orca", "xdotool", "bwrap")
APART = (
    "bwrap", "--die-with-parent", "--dev-bind", "/", "/", "--unshare-pid", "--proc", "/proc",
)  # fmt: skip
"""Orca ends where another one runs on the machine, perhaps the developer's own: it sees none."""

PATIENCE_S = 8.0
WORDS_S = 2.0
"""How long a control may take to be said that may have no words at all."""

QUIET_S = 0.3
"""Orca speaks while it reads: a pause as long as this means that it has said all."""

BETWEEN_KEYS_MS = "30"
IN_A_ROW_MS = "5"
"""Between presses of the same key: what lies between is passed over, and not said."""

MOST_PRESSES = 40
GREETING = "screen reader on"
AT_START = ("magdesk", "Forms of magnesium", "percent")
"""What ends the words of the start: the table, and its first row."""

KNOWN_LINES = {
    "QSpiApplication::keyEventError .*NoReply": "on a busy machine Orca answers a key too late",
    "QSpiApplication::notifyKeyboardListener.* no queued key": "the answer that came too late",
}
"""Lines of Qt that the program may write while Orca listens, as patterns, each with the reason."""


@dataclass(frozen=True, init=False)
class Step:
    """Keys, what must be heard after them in this order, what never, and what only once."""

    keys: str
    heard: tuple[str, ...]
    never: tuple[str, ...]
    once: tuple[str, ...]

    def __init__(
        self, keys: str, *heard: str, never: Sequence[str] = (), once: Sequence[str] = ()
    ) -> None:
        values = {"keys": keys, "heard": heard, "never": tuple(never), "once": tuple(once)}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def is_heard(self, said: Sequence[str]) -> bool:
        """Whether all that must be heard was said, in order."""
        rest = comparable(" ".join(said))
        for words in (*self.heard, *(() if self.heard else self.once)):
            _before, found, rest = rest.partition(comparable(words))
            if not found:
                return False
        return True

    def faults(self, said: Sequence[str]) -> list[str]:
        """What is wrong with what was said."""
        text = comparable(" ".join(said))
        wrong = [] if self.is_heard(said) else [f"not heard in order: {self.heard}"]
        wrong += [f"heard: {words!r}" for words in self.never if comparable(words) in text]
        counts = {words: text.count(comparable(words)) for words in self.once}
        return wrong + [f"{words!r} heard {n} times" for words, n in counts.items() if n != 1]


def comparable(words: str) -> str:
    """Words without what is not heard: case, commas, full stops, and more than one space."""
    return " ".join(re.sub(r"[.,;]+(?=\s|$)", "", words).casefold().split())


@dataclass
class Transcript:
    """All that was said, walk by walk, as a person can read it."""

    lines: list[str] = field(default_factory=list)

    def begin(self, title: str) -> None:
        """A new walk."""
        self.lines += ["", f"== {title}", ""]

    def add(self, keys: str, said: Sequence[str]) -> None:
        """What was said after some keys."""
        first, *others = said or ("(nothing)",)
        self.lines.append(f"{keys:>24}  {first}")
        self.lines += [f"{'':>24}  {words}" for words in others]

    def write(self) -> None:
        """Write all of it, where anything was said."""
        if self.lines:
            TRANSCRIPT.parent.mkdir(exist_ok=True)
            TRANSCRIPT.write_text("\n".join(self.lines[1:]) + "\n", "utf-8")


class Person:
    """Someone who presses keys and hears, and sees nothing."""

    def __init__(
        self, program: Program, listener: Listener, display: str, transcript: Transcript
    ) -> None:
        self.program = program
        self.start: tuple[str, ...] = ()
        self._listener = listener
        self._display = display
        self._transcript = transcript

    def walk(self, *steps: Step) -> None:
        """Do each step; an ``AssertionError`` tells what was heard where it was not right."""
        for step in steps:
            self.do(step)

    def do(self, step: Step) -> tuple[str, ...]:
        """Press the keys of a step, wait for its words and then for silence; what was said."""
        before = self._listener.count()
        self.press(step.keys)
        return self.hear(step, before)

    def arrive(self, before: int) -> None:
        """Wait until the start has been spoken, or long enough for it."""
        begun = Step("(start)", *AT_START)
        self._listener.wait(lambda: begun.is_heard(self._listener.since(before)), PATIENCE_S)
        self.start = self.hear(Step("(start)", AT_START[0]), before)

    def hear(self, step: Step, before: int) -> tuple[str, ...]:
        """Wait for the words of a step; what was said after so many utterances."""
        self._listener.wait(lambda: step.is_heard(self._listener.since(before)), PATIENCE_S)
        self._listener.wait_for_silence(QUIET_S)
        said = self._listener.since(before)
        self._transcript.add(step.keys, said)
        assert self.program.is_running, f"the program ended at {step.keys}"
        faults = step.faults(said)
        assert not faults, "\n".join([f"After {step.keys}:", *faults, "What was said:", *said])
        return said

    def press_until(self, key: str, *heard: str, never: Sequence[str] = ()) -> tuple[str, ...]:
        """Press a key as often as it takes until this is heard; what was said at last."""
        wanted = Step(key, *heard, never=never)
        for _ in range(MOST_PRESSES):
            before = self._listener.count()
            self.press(key)
            echo = len(key.split("+"))
            self._listener.wait(lambda: self._listener.count() > before + echo, WORDS_S)  # noqa: B023
            said = self.hear(Step(key), before)
            if wanted.is_heard(said):
                assert not wanted.faults(said), wanted.faults(said)
                return said
        raise AssertionError(f"{MOST_PRESSES} times {key}, and {heard} was not heard")

    def press(self, keys: str) -> None:
        """Press keys, or type the text that stands in double quotes."""
        if keys.startswith('"'):
            action = ["type", "--delay", BETWEEN_KEYS_MS, keys.strip('"')]
        else:
            names = keys.split()
            in_a_row = len(names) > 2 and len(set(names)) == 1
            action = ["key", "--delay", IN_A_ROW_MS if in_a_row else BETWEEN_KEYS_MS, *names]
        own = {"DISPLAY": self._display, "PATH": "/usr/bin:/bin"}
        subprocess.run(["xdotool", *action], env=own, check=True)


@contextmanager
def screen_reader(desktop: Desktop, home: Path) -> Iterator[Listener]:
    """Orca as it is installed, with settings that nobody has touched, and who hears it."""
    address = home / "speech.sock"
    environment = {
        **desktop.environment(home),
        "GSETTINGS_BACKEND": "memory",
        "SPEECHD_ADDRESS": f"unix_socket:{address}",
    }
    with listening(address) as listener:
        process = subprocess.Popen(
            [*APART, "orca"],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            greeted = Step("", GREETING)
            heard = listener.wait(lambda: greeted.is_heard(listener.since(0)), 3 * PATIENCE_S)
            assert heard, f"Orca said {listener.since(0)}"
            listener.wait_for_silence(QUIET_S)
            yield listener
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:  # it waits for a program that is gone
                process.kill()
                process.wait()


def without_browser(home: Path) -> str:
    """A search path where a link opens nothing, whatever browser this machine has."""
    folder = home / "bin"
    folder.mkdir()
    opener = folder / "xdg-open"
    opener.write_text("#!/bin/sh\nexit 3\n")
    opener.chmod(0o755)
    return f"{folder}:/usr/bin:/bin"


def without_noise(environment: dict[str, str]) -> dict[str, str]:
    """The environment, in which a warning of Qt is written and does not end the program."""
    return {name: value for name, value in environment.items() if name != "QT_FATAL_WARNINGS"}
