"""Who listens hears every word, and a step fails where words are missing, wrong or said twice."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaged.listener import Listener, listening
from tests.packaged.speech import Step

SAID = ("Citrate.", "Citrate, elemental magnesium 16.2 percent.", "evidence for cramps: No trial.")


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[tuple[Listener, socket.SocketIO]]:
    """A listener, and a screen reader's connection to it."""
    address = tmp_path / "speech"
    with listening(address) as listener, socket.socket(socket.AF_UNIX) as client:
        client.connect(str(address))
        with client.makefile("rwb", buffering=0) as connection:
            yield listener, connection


def ask(connection: socket.SocketIO, *lines: str) -> list[str]:
    """The answer: every line up to the first without a dash behind its number."""
    connection.write("".join(f"{line}\r\n" for line in lines).encode())
    answer = [connection.readline().decode().rstrip("\r\n")]
    while answer[-1][3] == "-":
        answer.append(connection.readline().decode().rstrip("\r\n"))
    return answer


def say(connection: socket.SocketIO, *lines: str) -> list[str]:
    """Say lines; the answer to it."""
    assert ask(connection, "SPEAK")[-1].startswith("230")
    return ask(connection, *lines, ".")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Citrate."], "Citrate."),
        (["first", "second"], "first second"),
        (["..5 mg"], ".5 mg"),
        (["<speak>50 &lt; 90 <mark name='0:3'/>mg</speak>"], "50 < 90 mg"),
    ],
)
def test_what_is_spoken_is_heard(
    heard: tuple[Listener, socket.SocketIO], lines: list[str], words: str
) -> None:
    listener, connection = heard
    assert say(connection, *lines)[-1].startswith("225")
    assert listener.since(0) == (words,)


def test_who_speaks_is_told_when_it_is_over(heard: tuple[Listener, socket.SocketIO]) -> None:
    _listener, connection = heard
    number = say(connection, "one")[0].removeprefix("225-")
    events = [connection.readline().decode().strip() for _ in range(6)]
    assert events == [f"701-{number}", "701-1", "701 BEGIN", f"702-{number}", "702-1", "702 END"]


def test_letters_and_keys_are_heard(heard: tuple[Listener, socket.SocketIO]) -> None:
    listener, connection = heard
    ask(connection, "CHAR o")
    assert listener.since(0) == ("o",)


def test_a_screen_reader_gets_an_answer_to_all_it_asks(
    heard: tuple[Listener, socket.SocketIO],
) -> None:
    _listener, connection = heard
    asked = {
        "SET self CLIENT_NAME root:Orca:main": ["200 OK"],
        "HISTORY GET CLIENT_ID": ["245-1", "245 OK CLIENT ID SENT"],
        "GET RATE": ["251-0", "251 OK GET RETURNED"],
        "GET LANGUAGE": ["251-en", "251 OK GET RETURNED"],
        "LIST OUTPUT_MODULES": ["250-listener", "250 OK LIST SENT"],
        "CANCEL self": ["200 OK"],
        "QUIT": ["231 HAPPY HACKING"],
    }
    assert {command: ask(connection, command) for command in asked} == asked


def test_silence_is_waited_for(heard: tuple[Listener, socket.SocketIO]) -> None:
    listener, connection = heard
    say(connection, "one")
    listener.wait_for_silence(0.01)
    assert listener.wait(lambda: listener.count() == 1, 5)
    assert not listener.wait(lambda: listener.count() == 2, 0.01)


@pytest.mark.parametrize(
    ("step", "faults"),
    [
        (Step("Down", "citrate", "16.2 percent", "no trial"), 0),
        (Step("Down", "no trial", "citrate"), 1),
        (Step("Down", "oxide"), 1),
        (Step("Down", "citrate", never=("selected",)), 0),
        (Step("Down", "citrate", never=("elemental",)), 1),
        (Step("Down", once=("no trial",)), 0),
        (Step("Down", once=("citrate",)), 1),
        (Step("Down", once=("oxide",)), 2),
    ],
)
def test_a_step_tells_what_is_wrong_with_what_was_said(step: Step, faults: int) -> None:
    assert len(step.faults(SAID)) == faults
