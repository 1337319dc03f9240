"""What the packages say about the program: names, version, and the time they are made for."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "magdesk"
APP_ID = "org.magdesk.magdesk"
AUTHORS = "the magdesk authors"
SUMMARY = "Compare forms of magnesium, with what trials found"

_OLDEST_ZIP_TIME = 315532800  # 1980: before it, no ZIP archive can name a time
_SOURCES = ("magdesk", "resources", "build_spec", "pyproject.toml", "setup.py", "LICENSE")


class PackagingError(Exception):
    """The program cannot be packaged; the text says why."""


def version() -> str:
    """The version, from its one place; the program is not imported for it."""
    text = (ROOT / "magdesk" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([\d.]+)"', text, re.MULTILINE)
    if found is None:
        raise PackagingError("magdesk/__init__.py names no version")
    return found[1]


def version_numbers() -> tuple[int, int, int, int]:
    """The version as Windows wants it: four numbers."""
    numbers = [int(part) for part in version().split(".")]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return (first, second, third, fourth)


def release_time() -> int:
    """Seconds since 1970 that stand in every archive.

    ``SOURCE_DATE_EPOCH`` if it is set, else the time of the last commit, else 1980.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    try:
        git = ["git", "log", "-1", "--format=%ct"]
        printed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return _OLDEST_ZIP_TIME
    return int(printed)


def target() -> str:
    """System and processor, as in ``linux-x86_64``."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower()}"


def source_files() -> list[Path]:
    """Every file that the packaged program is made from."""
    found: list[Path] = []
    for name in _SOURCES:
        path = ROOT / name
        found += path.rglob("*") if path.is_dir() else [path]
    made = {"__pycache__", "magdesk.egg-info"}
    return sorted(file for file in found if file.is_file() and not made & set(file.parts))


def fingerprint() -> str:
    """One hash over the sources and the versions they are built with."""
    digest = hashlib.sha256(repr((sys.version, target())).encode())
    for file in source_files():
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def version_resource(folder: Path, program: str = NAME) -> Path:
    """Write what Windows shows under *Properties*, in PyInstaller's form; the file."""
    text = (ROOT / "build_spec" / "windows" / "version_resource.txt").read_text("utf-8")
    values = {"VERSION": version(), "NUMBERS": repr(version_numbers()), "PROGRAM": program}
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    file = folder / f"{program}_version.txt"
    file.write_text(text, "utf-8")
    return file
