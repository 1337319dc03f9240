"""Reads a sheet of answers from JSON, where a slip must never pass for an answer."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from typing import IO

from magdesk.interview.answers import quoted

MAX_BYTES = 1_000_000
"""A full sheet takes about 2,000 bytes; what is far larger is no sheet."""


class AnswerFileError(ValueError):
    """A text that is no sheet of answers; the message begins with its name."""


class _DuplicateKeyError(ValueError):
    """A key that stands twice; the text is the key."""


def read_source(source: str) -> dict[str, object]:
    """The JSON object in a file, or on standard input for ``-``; raise ``AnswerFileError``.

    No more is read than a sheet may take, and a pipe that nobody writes to is not waited for.
    """
    name = "standard input" if source == "-" else source
    try:
        if source == "-":
            return read_sheet(_start_of(_standard_input()), name)
        with open(source, "rb", buffering=0, opener=_open_without_waiting) as file:
            return read_sheet(_start_of(file), name)
    except OSError as error:
        raise AnswerFileError(f"{name}: {error.strerror}") from error


def read_sheet(raw: bytes, name: str) -> dict[str, object]:
    """One JSON object, each key once; raise ``AnswerFileError`` for anything else."""
    if len(raw) > MAX_BYTES:
        raise AnswerFileError(f"{name}: is larger than {MAX_BYTES} bytes")
    try:
        sheet = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise AnswerFileError(f"{name}: is not UTF-8 text (byte {error.start})") from error
    except _DuplicateKeyError as error:
        raise AnswerFileError(f"{name}: the key {error} stands twice") from error
    except (ValueError, RecursionError) as error:
        raise AnswerFileError(f"{name}: is not JSON ({_first_line(error)})") from error
    if not isinstance(sheet, dict):
        raise AnswerFileError(f"{name}: is no JSON object")
    return sheet


def _standard_input() -> IO[bytes]:
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


def _start_of(file: IO[bytes]) -> bytes:
    """What a file holds, or one byte more than a sheet may take."""
    raw = bytearray()
    while len(raw) <= MAX_BYTES and (part := file.read(MAX_BYTES + 1 - len(raw))):
        raw += part
    return bytes(raw)


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file, or a pipe with or without a writer; only what is sent is waited for."""
    without_waiting = getattr(os, "O_NONBLOCK", 0)  # Windows has no such pipes among its files
    opened = os.open(path, flags | without_waiting)
    if without_waiting:
        os.set_blocking(opened, True)
    return opened


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        if key in result:
            raise _DuplicateKeyError(quoted(key))
        result[key] = value
    return result


def _first_line(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split("\n")[0]
