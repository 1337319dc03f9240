"""System packages of Debian and Ubuntu: which are missing, and how they come.

``dev.py`` uses it before anything is installed, so it needs the standard library alone.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

LINUX = Path(__file__).resolve().parent / "linux"
LIBRARIES = LINUX / "debian-packages.txt"
TOOLS = LINUX / "test-packages.txt"


class SetupError(Exception):
    """Something that must be there is not; the text says what to do about it."""


def packages_by_name(text: str) -> dict[str, str]:
    """Debian package of each library, program or file, from lines ``name package``."""
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {line[0]: line[1] for line in lines}


def missing_libraries(ldd_output: str) -> list[str]:
    """Shared libraries that the loader did not find, from what ``ldd`` printed."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def packages_for(libraries: Iterable[str], known: Mapping[str, str]) -> list[str]:
    """Packages that hold these libraries; ``SetupError`` for a library of no known package."""
    libraries = list(libraries)
    unknown = [library for library in libraries if library not in known]
    if unknown:
        raise SetupError(f"Qt needs {', '.join(unknown)}; install the package that has it.")
    return sorted({known[library] for library in libraries})


def as_root() -> list[str] | None:
    """What goes before a command to run it as root; None where that cannot be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages; ``SetupError`` with the line to type where that is not possible."""
    line = shlex.join(["apt-get", "install", "--no-install-recommends", *packages])
    by_hand = SetupError(f"Please install these system packages, then try again:\n  sudo {line}")
    root = as_root()
    if root is None:
        raise by_hand
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    install = [*apt, "install", "--no-install-recommends", *packages]
    # A fresh machine has no lists yet, or old ones: fetch them only when the first try fails.
    if quiet(install) and (quiet([*apt, "update"]) or subprocess.call(install)):
        raise by_hand


def quiet(command: Sequence[str]) -> int:
    """Run a command without showing what it prints; its exit code."""
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def is_there(tool: str) -> bool:
    """Whether a program is on the path, or a file in its place; ``*`` stands for any folder."""
    if tool.startswith("/"):
        return any(Path("/").glob(tool.lstrip("/")))
    return shutil.which(tool) is not None


def install_tools(*names: str) -> None:
    """Install tools from the list that are absent: those named, or all where none is named."""
    if not sys.platform.startswith("linux"):
        return
    known = packages_by_name(TOOLS.read_text("utf-8"))
    absent = [tool for tool in names or known if not is_there(tool)]
    if absent and shutil.which("apt-get") is None:
        raise SetupError(f"Please install these, then try again: {', '.join(absent)}")
    if absent:
        apt_install(sorted({known[tool] for tool in absent}))


def install_shared_python() -> None:
    """Install the library of Debian's own Python: it comes apart, and a bundle has to hold it."""
    version = "python{}.{}".format(*sys.version_info[:2])
    is_debians = sys.base_prefix == "/usr" and shutil.which("apt-get") is not None
    if is_debians and not is_there(f"/usr/lib/*/lib{version}.so.1.0"):
        apt_install([f"lib{version}"])
