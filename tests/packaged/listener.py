"""A server for speech that speaks nothing: it keeps every word that a screen reader sends to it.

It knows as much of SSIP, the protocol of Speech Dispatcher, as a screen reader asks for. Programs
find it through ``SPEECHD_ADDRESS=unix_socket:FILE``, so nothing of theirs is replaced.
"""

from __future__ import annotations

import html
import re
import socketserver
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

LINE_END = "\r\n"
SETTINGS = {"LANGUAGE": "en", "OUTPUT_MODULE": "listener"}
"""What is told of the settings that are asked for; each other one is the number 0."""

LISTS = {
    "OUTPUT_MODULES": (250, "listener"),
    "VOICES": (249, "MALE1"),
    "SYNTHESIS_VOICES": (249, "listener\ten\tnone"),
}


class Listener:
    """All that was said, in order; one may wait for more."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._more = threading.Condition()

    def keep(self, words: str) -> None:
        """Note what was said; silence is nothing."""
        if plain := plain_words(words):
            with self._more:
                self._said.append(plain)
                self._more.notify_all()

    def count(self) -> int:
        """How many utterances there were."""
        return len(self._said)

    def since(self, count: int) -> tuple[str, ...]:
        """What was said after that many utterances."""
        return tuple(self._said[count:])

    def wait(self, holds: Callable[[], bool], patience: float) -> bool:
        """Wait until something holds, looking whenever a word comes; whether it does."""
        with self._more:
            return self._more.wait_for(holds, patience)

    def wait_for_silence(self, quiet: float) -> None:
        """Wait until no word has come for so many seconds."""
        with self._more:
            while self._more.wait(quiet):
                pass


def plain_words(words: str) -> str:
    """What a person hears of SSML: no marks, and one space between words."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", words)).split())


class _Conversation(socketserver.StreamRequestHandler):
    """One client, answered until it goes."""

    server: _Server

    def handle(self) -> None:
        for raw in self.rfile:
            command, *words = raw.decode().split() or [""]
            answer = getattr(self, f"_{command.lower()}", self._accept)
            self.wfile.write("".join(f"{line}{LINE_END}" for line in answer(words)).encode())
            if command == "QUIT":
                break

    def _accept(self, _words: Sequence[str]) -> list[str]:
        return ["200 OK"]

    def _quit(self, _words: Sequence[str]) -> list[str]:
        return ["231 HAPPY HACKING"]

    def _history(self, _words: Sequence[str]) -> list[str]:
        return ["245-1", "245 OK CLIENT ID SENT"]

    def _get(self, words: Sequence[str]) -> list[str]:
        return [f"251-{SETTINGS.get(words[0], '0')}", "251 OK GET RETURNED"]

    def _list(self, words: Sequence[str]) -> list[str]:
        code, only = LISTS[words[0]]
        return [f"{code}-{only}", f"{code} OK LIST SENT"]

    def _speak(self, _words: Sequence[str]) -> list[str]:
        self.wfile.write(f"230 OK RECEIVING DATA{LINE_END}".encode())
        lines: list[str] = []
        for raw in self.rfile:
            line = raw.decode().rstrip("\r\n")
            if line == ".":
                break
            lines.append(line[1:] if line.startswith("..") else line)
        return self._queued(" ".join(lines))

    def _char(self, words: Sequence[str]) -> list[str]:
        return self._queued(" ".join(words))

    def _key(self, words: Sequence[str]) -> list[str]:
        return self._queued(" ".join(words))

    def _queued(self, words: str) -> list[str]:
        """Said at once: who waits for the end of a message to send the next one, goes on."""
        self.server.messages += 1
        number = self.server.messages
        self.server.listener.keep(words)
        events = [(701, "BEGIN"), (702, "END")]
        told = [(f"{code}-{number}", f"{code}-1", f"{code} {name}") for code, name in events]
        queued = [f"225-{number}", "225 OK MESSAGE QUEUED"]
        return [*queued, *(line for lines in told for line in lines)]


class _Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, address: Path, listener: Listener) -> None:
        self.listener = listener
        self.messages = 0
        super().__init__(str(address), _Conversation)


@contextmanager
def listening(address: Path) -> Iterator[Listener]:
    """A listener at this socket, until the tests are over."""
    listener = Listener()
    with _Server(address, listener) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield listener
        finally:
            server.shutdown()
            thread.join(5)
