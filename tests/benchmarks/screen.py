"""A display without a screen whose picture can be read while programs draw on it.

Xvfb keeps its picture in a file that is mapped into memory, so a look costs neither the display nor
the program anything, and needs nothing of either: any program can be watched as it is.
"""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1600, 1000
LINE_STEP = 8
"""Every eighth line is looked at: less than the height of a letter."""

_BYTES_A_PIXEL = 4
_HEADER = struct.Struct(">25I")
_HEADER_SIZE, _BYTES_A_LINE, _COLOURS = 0, 12, 19
_BYTES_A_COLOUR = 12

Picture = tuple[bytes, ...]
"""The lines that are looked at, from top to bottom."""


class Screen:
    """The picture of a display; ``number`` is what DISPLAY has to say, as in ``:1``."""

    def __init__(self, number: str, memory: mmap.mmap) -> None:
        self.number = number
        self._memory = memory
        header = _HEADER.unpack_from(memory)
        first = header[_HEADER_SIZE] + _BYTES_A_COLOUR * header[_COLOURS]
        length = header[_BYTES_A_LINE]
        starts = range(first, first + HEIGHT * length, LINE_STEP * length)
        self._lines = [slice(start, start + length) for start in starts]

    def picture(self) -> Picture:
        """What is to be seen now."""
        return tuple(self._memory[line] for line in self._lines)


def part(picture: Picture, left: int, top: int, right: int, bottom: int) -> Picture:
    """A part of the picture; its edges are in pixels of the screen."""
    lines = picture[-(-top // LINE_STEP) : -(-bottom // LINE_STEP)]
    return tuple(line[_BYTES_A_PIXEL * left : _BYTES_A_PIXEL * right] for line in lines)


def colours(picture: Picture) -> int:
    """How many colours it has."""
    pixels = (line[place : place + _BYTES_A_PIXEL] for line in picture
              for place in range(0, len(line), _BYTES_A_PIXEL))  # fmt: skip
    return len(set(pixels))


@contextmanager
def open_screen() -> Iterator[Screen]:
    """A display of its own, with nothing on it, not even a pointer."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory(prefix="magdesk-screen-") as folder:
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", folder]
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp", "-nocursor"],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                number = f":{answer.readline().strip()}"
            with (
                Path(folder, "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as memory,
            ):
                yield Screen(number, memory)
        finally:
            server.terminate()
            server.wait()
