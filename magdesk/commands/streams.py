"""Standard output and standard error, either of which may be closed, full or read by nobody."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

WRITTEN = 0
NOT_WRITTEN = 1


def write_out(content: bytes) -> int:
    """Write to standard output; return the exit status, 1 where not all of it could be written."""
    if sys.stdout is None:
        write_error("magdesk: standard output is closed")
        return NOT_WRITTEN
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # who reads has seen enough, which needs no words
        _give_up_output()
        return NOT_WRITTEN
    except OSError as error:
        _give_up_output()
        write_error(f"magdesk: standard output: {error.strerror}")
        return NOT_WRITTEN
    return WRITTEN


def write_error(line: str) -> None:
    """Write one line in ASCII to standard error, if anything can be written there."""
    if sys.stderr is not None:
        ascii_line = line.encode("ascii", "backslashreplace").decode()
        with suppress(OSError):
            sys.stderr.write(f"{ascii_line}\n")
            sys.stderr.flush()


def _give_up_output() -> None:
    """What is left is thrown away, or Python would try to write it once more as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
