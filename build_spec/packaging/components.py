"""Whose work is in the bundle: each file belongs to one component with a version and a licence."""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import quote

from packaging.requirements import Requirement

from build_spec.packaging import product, signatures
from build_spec.packaging.contents import Entry

LICENCE_TEXTS = product.ROOT / "build_spec" / "licences"
QT_NOTICE = LICENCE_TEXTS / "Qt.txt"
GNU_TEXTS = (LICENCE_TEXTS / "LGPL-3.0.txt", LICENCE_TEXTS / "GPL-3.0.txt")

DEBIAN_LICENCES = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libffi8": "MIT",
    "liblzma5": "LicenseRef-public-domain",
    "libsqlite3-0": "blessing",
    "libuuid1": "BSD-3-Clause",
    "libxkbcommon-x11-0": "MIT",
    "libxkbcommon0": "MIT",
    "libzstd1": "BSD-3-Clause",
}
"""Licence of each Debian package of which a library may be in the bundle; all libxcb-* are MIT."""


@dataclass
class Component:
    """One piece of software in the bundle."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    purl: str
    """The package's address in the form that scanners compare."""
    texts: list[str] = field(default_factory=list)
    """Files that hold the licence."""
    files: list[str] = field(default_factory=list)
    """Names in the bundle."""


class UnknownOriginError(product.PackagingError):
    """A file of which nobody knows whose it is, or under which licence."""


def foreign_modules() -> list[str]:
    """Installed modules that magdesk does not ask for: tools, tests and what they bring."""
    return sorted(importlib.metadata.packages_distributions().keys() - _own_modules())


def compiled_helpers() -> list[str]:
    """Modules that compiled packages import by a name that stands in no source."""
    return sorted(name for name in _own_modules() if name.endswith("__mypyc"))


def requirements() -> set[str]:
    """Normal names of the packages that magdesk needs to run, and of those that they need."""
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text("utf-8"))
    waiting = [Requirement(text).name for text in project["project"]["dependencies"]]
    found = {"magdesk"}
    while waiting:
        name = _normal(waiting.pop())
        if name not in found:
            found.add(name)
            needs = map(Requirement, importlib.metadata.requires(name) or [])
            waiting += [each.name for each in needs if _applies(each)]
    return found


def _own_modules() -> set[str]:
    """Top modules of the packages that magdesk needs."""
    asked_for = requirements()
    found = importlib.metadata.packages_distributions().items()
    return {name for name, packages in found if asked_for & set(map(_normal, packages))}


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def components_of(entries: Iterable[Entry]) -> list[Component]:
    """Every component with its files, sorted by name.

    ``UnknownOriginError`` names a file that comes from nowhere known.
    """
    found: dict[str, Component] = {}
    loader = _bootloader()
    found[loader.name] = loader
    for name, source, kind in entries:
        if kind == "SYMLINK":
            continue
        component = _component_of(name, Path(source))
        found.setdefault(component.name, component).files.append(name)
    for component in found.values():
        component.files.sort()
    return sorted(found.values(), key=lambda each: each.name.lower())


def _component_of(name: str, source: Path) -> Component:
    """Whose file this is; one and the same for all files of a component."""
    if "_pyi_rth_utils" in name or "PyInstaller" in source.parts:
        return _bootloader()
    if source.is_relative_to(product.ROOT / "magdesk") or name.startswith("magdesk"):
        return _magdesk()
    if name.startswith("PySide6/") and re.search(r"icu(data|i18n|uc)", name):
        return _icu(name)
    if re.match(r"PySide6/(Qt/|plugins/|translations/|Qt6\w+\.dll)", name):
        return _qt()
    if "site-packages" in source.parts or name.startswith(signatures.FOLDER):
        return _distribution(name)
    if source.name == "base_library.zip" or _is_pythons(name, source):
        return _python()
    return _system_library(source)


def _is_pythons(name: str, source: Path) -> bool:
    folders = [Path(sys.base_prefix, "lib"), Path(sys.base_prefix, "Lib")]
    if sys.base_prefix == "/usr":  # there, all other libraries of the system stand beside it
        folders = [Path("/usr/lib", f"python3.{sys.version_info[1]}"), Path("/usr/lib/python3")]
    inside = any(source.resolve().is_relative_to(folder.resolve()) for folder in folders)
    return inside or "python3" in name.lower()


@cache
def _magdesk() -> Component:
    version = product.version()
    purl = f"pkg:generic/magdesk@{version}"
    return Component("magdesk", version, "MIT", purl, [str(product.ROOT / "LICENSE")])


@cache
def _bootloader() -> Component:
    licence = "GPL-2.0-or-later WITH Bootloader-exception"
    return _from_metadata("pyinstaller", licence)


@cache
def _python() -> Component:
    version = platform.python_version()
    folder = Path(sys.base_prefix, "lib", f"python3.{sys.version_info[1]}")
    places = [folder / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt")]
    places += [Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright")]
    texts = [str(place) for place in places if place.exists()][:1]
    return Component("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


@cache
def _qt() -> Component:
    version = importlib.metadata.version("PySide6_Essentials")
    texts = [str(file) for file in (QT_NOTICE, *GNU_TEXTS)]
    return Component("Qt", version, "LGPL-3.0-only", f"pkg:generic/qt@{version}", texts)


@cache
def _icu(name: str) -> Component:
    number = re.search(r"(\d+)(?:\.dll|\.dylib)?$", name)
    version = number[1] if number else "unknown"
    text = str(LICENCE_TEXTS / "ICU.txt")
    return Component("ICU", version, "Unicode-DFS-2016", f"pkg:generic/icu@{version}", [text])


@cache
def _distribution(name: str) -> Component:
    """The Python package, as its own metadata tells of it."""
    top = re.split(r"[/.]", name)[0]
    packages = importlib.metadata.packages_distributions().get(top)
    if not packages:
        raise UnknownOriginError(f"{name}: no installed package has it")
    if not requirements() & set(map(_normal, packages)):
        raise UnknownOriginError(f"{name}: magdesk does not ask for {packages[0]}")
    component = _from_metadata(packages[0])
    if not component.texts and component.licence == "LGPL-3.0-only":
        component.texts = [str(file) for file in GNU_TEXTS]
    return component


def _from_metadata(package: str, licence: str = "") -> Component:
    data = importlib.metadata.metadata(package)
    if not licence:
        licence = data["License-Expression"] if "License-Expression" in data else data["License"]
    # Of the licences offered, magdesk takes the one that lets it stay under its own.
    chosen = "LGPL-3.0-only" if licence.startswith("LGPL-3.0-only OR") else licence
    files = importlib.metadata.files(package) or []
    texts = [str(each.locate()) for each in files if "licenses" in each.parts]
    purl = f"pkg:pypi/{data['Name'].lower().replace('_', '-')}@{data['Version']}"
    return Component(data["Name"], data["Version"], chosen, purl, texts)


@cache
def _system_library(source: Path) -> Component:
    """The Debian package that a library comes from."""
    file = source.resolve()
    for path in (file, Path("/usr") / file.relative_to("/"), Path("/", *file.parts[2:])):
        query = ["dpkg-query", "--search", str(path)]
        result = subprocess.run(query, capture_output=True, text=True, check=False)
        if result.returncode == 0:
            return _debian_package(result.stdout.split(":")[0])
    raise UnknownOriginError(f"{file}: no Debian package has it")


def _debian_package(package: str) -> Component:
    show = ["dpkg-query", "--show", "--showformat", "${Version} ${Architecture}\n", package]
    printed = subprocess.run(show, capture_output=True, text=True, check=True).stdout
    version, architecture = printed.splitlines()[0].split()
    licence = "MIT" if package.startswith("libxcb") else DEBIAN_LICENCES.get(package)
    if licence is None:
        raise UnknownOriginError(f"{package}: its licence is not in DEBIAN_LICENCES")
    purl = f"pkg:deb/debian/{package}@{quote(version, safe='~')}?arch={architecture}"
    return Component(package, version, licence, purl, [f"/usr/share/doc/{package}/copyright"])


def keep(components: Iterable[Component], file: Path) -> None:
    """Write the components to a file that ``kept`` reads."""
    file.write_text(json.dumps([asdict(each) for each in components], indent=1), "utf-8")


def kept(file: Path) -> list[Component]:
    """The components that ``keep`` wrote."""
    return [Component(**each) for each in json.loads(file.read_text("utf-8"))]
