"""What the packaged program holds: the program's own files, and what is left out of Qt's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""Name in the bundle, file it comes from, and PyInstaller's kind of it."""

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Z]\w*?)(?:\.so\.\d+|\.dll|)")
_FRAMEWORK = re.compile(r"(?:Qt/)?lib/Qt(\w+)\.framework/.*")
_BINDING = re.compile(r"(Qt[A-Z]\w*?)\.(?:abi3\.so|pyd)")
_PLUGIN = re.compile(r"(?:Qt/)?plugins/([\w-]+)/(?:lib)?([\w-]+)\.(?:so|dll|dylib)")


# --- the program's own files ------------------------------------------------------------------


def program_modules(root: Path) -> list[str]:
    """Every module of the program, so that one imported by a computed name is there too."""
    files = sorted((root / "magdesk").rglob("*.py"))
    files = [file for file in files if (file.parent / "__init__.py").exists()]  # the rest is data
    parts = (file.relative_to(root).with_suffix("").parts for file in files)
    names = (".".join(part for part in each if part != "__init__") for each in parts)
    return [name for name in names if name != "magdesk.__main__"]


def program_data(root: Path) -> list[tuple[str, str]]:
    """Data files as ``(file, folder in the bundle)``: those that a wheel holds too."""
    setup = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    data: set[tuple[str, str]] = set()
    for package, patterns in setup["package-data"].items():
        inside = package.replace(".", "/")
        folder = root / setup["package-dir"].get(package, inside)
        for file in (file for pattern in patterns for file in folder.glob(pattern)):
            data.add((str(file), f"{inside}/{file.parent.relative_to(folder).as_posix()}"))
    return sorted(data)


def languages(root: Path) -> list[str]:
    """Languages that the program speaks beside English, as in ``magdesk_de.ts``."""
    files = sorted((root / "resources" / "translations").glob("*.ts"))
    return [file.stem.partition("_")[2] for file in files]


def compiled_from(entries: Iterable[Entry], sources: Mapping[str, str]) -> list[Entry]:
    """The entries, compiled modules with the source they were made from instead of their file."""
    return [(name, sources.get(_module(name), file), kind) for name, file, kind in entries]


def _module(name: str) -> str:
    """The name of a compiled module, for example ``magdesk.ui`` for ``magdesk/ui/__init__.pyc``."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.suffix != ".pyc":
        return ""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# --- what is left out -------------------------------------------------------------------------


def canonical(name: str) -> str:
    """The name of a bundled file without what differs between systems.

    ``python/QtGui`` is a binding, ``lib/QtGui`` the library, ``plugins/platforms/qxcb`` a plugin;
    other names stay as they are, with forward slashes.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if path.parts[0] != "PySide6":
        found = _QT_LIBRARY.fullmatch(path.name) if len(path.parts) == 1 else None
        return f"lib/Qt{found[1]}" if found else str(path)
    inner = str(path.relative_to("PySide6"))
    if found := _PLUGIN.fullmatch(inner):
        return f"plugins/{found[1]}/{found[2]}"
    if found := _BINDING.fullmatch(inner):
        return f"python/{found[1]}"
    if found := _FRAMEWORK.fullmatch(inner) or _QT_LIBRARY.fullmatch(path.name):
        return f"lib/Qt{found[1]}"
    return inner.removeprefix("Qt/").removesuffix(".qm")


def reason_to_leave_out(name: str, reasons: Mapping[str, str]) -> str | None:
    """Why a file of the bundle is left out; None for a file that stays."""
    short = canonical(name)
    return next((why for pattern, why in reasons.items() if fnmatchcase(short, pattern)), None)


def without_left_out(
    entries: Iterable[Entry], reasons: Mapping[str, str], *, but: Sequence[str] = ()
) -> list[Entry]:
    """The entries that stay, those named in ``but`` among them."""
    return [
        entry
        for entry in entries
        if canonical(entry[0]) in but or reason_to_leave_out(entry[0], reasons) is None
    ]


def is_plain_library(name: str) -> bool:
    """Whether only other binaries load this file: neither a plugin nor a Python extension."""
    folder, _, file = canonical(name).rpartition("/")
    return folder in {"", "lib"} and "python" not in file.lower()


def without_unneeded(
    entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """The entries without libraries that nothing in the bundle loads any more.

    ``needs`` gives the names of the libraries that a file is linked to.
    """
    entries = list(entries)
    by_name = {_file_name(entry[0]): entry for entry in entries}
    waiting = [entry for entry in entries if not is_plain_library(entry[0])]
    kept = set(waiting)
    while waiting:
        names = map(_file_name, needs(waiting.pop()[1]))
        found = {by_name[name] for name in names if name in by_name} - kept
        kept |= found
        waiting += found
    return [entry for entry in entries if entry in kept]


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].lower()


def without_dangling_links(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The entries without links to files that are left out."""
    entries = list(entries)
    there = {entry[0] for entry in [*binaries, *entries] if entry[2] != "SYMLINK"}
    return [entry for entry in entries if entry[2] != "SYMLINK" or _points_to(entry) in there]


def _points_to(link: Entry) -> str:
    return str(PurePosixPath(link[0]).parent / link[1].replace("\\", "/"))
