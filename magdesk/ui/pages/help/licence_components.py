"""What the program is made of: name, version, licence and its text; needs no Qt.

The packaged program carries a file for each component. Elsewhere the installed packages tell.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_OURS, _QT = "magdesk", "PySide6_Essentials"


class Component(NamedTuple):
    """One piece of software."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    text: str
    """The licence itself; empty where it was not installed."""


def components() -> tuple[Component, ...]:
    """Return all components by name, this program first."""
    folder = files("magdesk.resources") / "licences"
    found = bundled(folder) if folder.is_dir() else installed()
    return tuple(sorted(found, key=lambda each: (each.name != _OURS, each.name.lower())))


def bundled(folder: Traversable) -> Iterator[Component]:
    """Read the files that were packaged with the program."""
    for file in folder.iterdir():
        head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
        title, licence = head.splitlines()
        name, version = title.rsplit(" ", 1)
        yield Component(name, version, _without_label(licence), _without_rule(text))


def _without_label(line: str) -> str:
    return line.removeprefix("Licence: ").removeprefix("LicenseRef-")


def _without_rule(text: str) -> str:
    return text.lstrip("-\n").rstrip("\n")


def installed() -> Iterator[Component]:
    """Ask the installed packages, and Python itself; what is not installed is left out."""
    from importlib.metadata import PackageNotFoundError, distribution

    yield Component("Python", platform.python_version(), "PSF-2.0", _python_text())
    waiting, seen = [_OURS, _QT], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            with suppress(PackageNotFoundError):
                component, needs = _package(distribution(name))
                waiting += needs
                yield component


def _package(package: Distribution) -> tuple[Component, list[str]]:
    """A package, and the names of those that it cannot do without."""
    told = package.metadata
    licence = told["License-Expression"] if "License-Expression" in told else told["License"]
    texts = [file.read_text("utf-8") for file in package.files or () if "licenses" in file.parts]
    needs = [need for need in package.requires or () if "extra ==" not in need]
    names = [re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in needs]
    return Component(told["Name"], package.version, licence, "\n\n".join(texts)), names


def _python_text() -> str:
    places = [Path(os.__file__).parent, Path(sys.base_prefix)]
    texts = [place / "LICENSE.txt" for place in places]
    texts.append(Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright"))
    return next((text.read_text("utf-8") for text in texts if text.is_file()), "")
