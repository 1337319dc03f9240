"""Speaks on the terminal: streams may be closed, full or broken, and that ends in no traceback.

Exit statuses are those of a shell: 2 for trouble, as grep and diff have it, 130 for Ctrl+C, 141 for
a pipe that nobody reads.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

TROUBLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def guarded(command: Callable[[], int]) -> int:
    """Run a command and return its exit status, or that of what befell its streams."""
    fill_standard_streams()
    try:
        try:
            status = command()
        except SystemExit as leaving:  # argparse leaves so, also after --help
            status = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        status = BROKEN_PIPE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OutputError as error:
        status = complain(f"standard output: {error}")
    except OSError as error:  # of the streams: commands tell of files themselves
        status = complain(f"standard output: {error.strerror or error}")
    _drop_what_cannot_be_written()
    return status


class OutputError(Exception):
    """There is nothing to write to."""


def write(content: bytes) -> None:
    """Write to standard output; raise ``OutputError`` where it is closed, else ``OSError``."""
    if sys.stdout is None:
        raise OutputError(os.strerror(9))  # EBADF, as other programs say it
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(message: str, status: int = TROUBLE) -> int:
    """Say one line on the stream of errors, if there is one; return the exit status."""
    say(f"magdesk: {shown(message)}\n")
    return status


def say(text: str) -> None:
    """Write to the stream of errors, if there is one and it takes anything."""
    if sys.stderr is None:  # print would turn to standard output
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):
        _to_nowhere(2)


def shown(text: str) -> str:
    """Return a text whose signs that steer a terminal are written out; letters stay."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )


def fill_standard_streams() -> None:
    """Keep the numbers of closed streams from files, which would then take stray words."""
    try:
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
    except OSError:
        return
    os.close(number)


def _drop_what_cannot_be_written() -> None:
    """Python writes out what is left at its end; what cannot be written is not left then."""
    for stream, number in ((sys.stdout, 1), (sys.stderr, 2)):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _to_nowhere(number)


def _to_nowhere(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
