"""Machines on which the program has to run: without Python, with a home that cannot be written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.packaged.tools import ROOT, missing, need

EVERYTHING = ("bwrap", "--dev-bind", "/", "/", "--die-with-parent")
"""What goes before a command so that it sees this machine as it is."""


def need_bubblewrap() -> None:
    """Go on if parts of this machine can be hidden from a program."""
    need("bwrap")
    if subprocess.call([*EVERYTHING, "true"], stderr=subprocess.DEVNULL):
        missing("needs bwrap to be allowed to make namespaces")


def without_python() -> list[str]:
    """What goes before a command so that no Python is found, nor this checkout."""
    need_bubblewrap()
    folders = [ROOT, Path(sys.prefix), Path("/opt"), *Path("/usr/lib").glob("python3*")]
    if sys.base_prefix != "/usr":
        folders.append(Path(sys.base_prefix))
    command = list(EVERYTHING)
    for folder in folders:
        if folder.is_dir() and not any(folder.is_relative_to(each) for each in command[4:]):
            command += ["--tmpfs", str(folder)]
    for file in Path("/usr/bin").glob("python3*"):
        command += ["--ro-bind", "/dev/null", str(file)]
    return command


def with_read_only(folder: Path) -> list[str]:
    """What goes before a command so that it cannot write to a folder, not even as root."""
    need_bubblewrap()
    return [*EVERYTHING, "--ro-bind", str(folder), str(folder)]


def without_file(*files: Path) -> list[str]:
    """What goes before a command so that these files are useless to it."""
    need_bubblewrap()
    hidden = [part for file in files for part in ("--ro-bind", "/dev/null", str(file.resolve()))]
    return [*EVERYTHING, *hidden]
