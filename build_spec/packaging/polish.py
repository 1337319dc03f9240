"""What is taken out of a built bundle: debug information, and folders of the build machine."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_DYNAMIC = struct.Struct("<QQ")
_PT_DYNAMIC = 2
_DT_NULL, _DT_RPATH, _DT_RUNPATH = 0, 15, 29
_ELF_64_LITTLE = b"\x7fELF\x02\x01"


def polish(program: Path) -> None:
    """Strip Python's own binaries, which a build from source leaves four times as large.

    Files of Qt stay as they came, so that anyone can compare them with Qt's own.
    """
    for file in pythons_own(program):
        if shutil.which("strip"):
            subprocess.run(["strip", "--strip-unneeded", file], check=True)
        file.write_bytes(without_search_path(file.read_bytes()))


def pythons_own(program: Path) -> list[Path]:
    """Shared libraries that were built with Python, and are found without a search path."""
    inside = program / "_internal"
    return sorted([*inside.glob("libpython3*.so*"), *inside.glob("python3*/lib-dynload/*.so")])


def without_search_path(binary: bytes) -> bytes:
    """The binary without the folders of the build machine in which it would look for libraries.

    Only 64-bit little-endian ELF has one here; anything else comes back as it is.
    """
    if not binary.startswith(_ELF_64_LITTLE):
        return binary
    header = _HEADER.unpack_from(binary)
    segments_at, segment_size, segments = header[5], header[9], header[10]
    for number in range(segments):
        segment = _SEGMENT.unpack_from(binary, segments_at + number * segment_size)
        if segment[0] == _PT_DYNAMIC:
            start, size = segment[2], segment[5]
            table = _without_search_entries(binary[start : start + size])
            return binary[:start] + table + binary[start + size :]
    return binary


def _without_search_entries(table: bytes) -> bytes:
    entries = list(_DYNAMIC.iter_unpack(table))
    stay = [entry for entry in entries if entry[0] not in (_DT_RPATH, _DT_RUNPATH)]
    stay += [(_DT_NULL, 0)] * (len(entries) - len(stay))
    return b"".join(_DYNAMIC.pack(*entry) for entry in stay)
