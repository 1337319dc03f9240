"""What a binary needs from outside: linked libraries, and the oldest C library it runs with."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache

_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+?)\]")
_C_LIBRARY = re.compile(r"Name: GLIBC_(\d+(?:\.\d+)+)")


@cache
def linked_libraries(file: str) -> frozenset[str]:
    """File names of the libraries that a binary is itself linked to.

    Linux needs ``readelf`` for it, as PyInstaller's own reader adds what those are linked to.
    """
    if sys.platform.startswith("linux"):
        return frozenset(_NEEDED.findall(_readelf("--dynamic", file)))
    from PyInstaller.depend.bindepend import get_imports

    return frozenset(name for name, _path in get_imports(file))


def c_library(files: list[str]) -> str:
    """The oldest version of glibc that all these binaries run with, as in ``2.35``."""
    texts = (_readelf("--version-info", file) for file in files)
    versions: set[str] = {version for text in texts for version in _C_LIBRARY.findall(text)}
    return max(versions, key=lambda version: [int(part) for part in version.split(".")])


def _readelf(option: str, file: str) -> str:
    return subprocess.check_output(["readelf", "--wide", option, file], text=True)
