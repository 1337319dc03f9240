"""The package for Debian and Ubuntu: the program in /opt, its menu entry and its command."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import textwrap
from email.utils import formatdate
from pathlib import Path

from build_spec.packaging import archive, linking, product
from build_spec.packaging.icons import DRAWING, SIZES

LINUX = product.ROOT / "build_spec" / "linux"
MAINTAINER = f"{product.AUTHORS} <magdesk@localhost>"
OPTIONAL = ("libcups.so.2",)
"""Libraries that Qt goes without; their packages are only recommended."""

EXTRA_DEPENDS = ("xkb-data",)
"""What the bundled libxkbcommon reads: the layouts of keyboards."""


class UnknownLibraryError(product.PackagingError):
    """A library that no known package holds."""


def packages_by_library() -> dict[str, str]:
    """Debian package of each library that the program may need."""
    texts = [(LINUX / f"{name}-packages.txt").read_text("utf-8") for name in ("debian", "deb")]
    lines = [line for text in texts for line in text.splitlines()]
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


def binaries(folder: Path) -> list[Path]:
    """Every program and library in a folder."""
    files = (path for _name, path in archive.sorted_members(folder))
    return [file for file in files if file.is_file() and _is_elf(file)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def libraries_from_outside(folder: Path) -> set[str]:
    """Libraries that something in the folder is linked to, and that are not in it."""
    needed = {name for file in binaries(folder) for name in linking.linked_libraries(str(file))}
    return needed - {file.name for file in folder.rglob("*")}


def depends(folder: Path) -> list[str]:
    """What has to be installed beside the program; ``UnknownLibraryError`` for a new library."""
    known = packages_by_library()
    libraries = libraries_from_outside(folder).difference(OPTIONAL)
    unknown = sorted(libraries - known.keys())
    if unknown:
        raise UnknownLibraryError(f"in no list of build_spec/linux: {', '.join(unknown)}")
    packages = {known[library] for library in libraries} | set(EXTRA_DEPENDS)
    oldest = linking.c_library([str(file) for file in binaries(folder)])
    return sorted(packages - {"libc6"} | {f"libc6 (>= {oldest})"})


def make_tree(program: Path, icons: dict[str, Path], tree: Path, when: int) -> None:
    """Lay out all files as they will be installed."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "opt" / product.NAME, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / product.NAME).symlink_to(f"/opt/{product.NAME}/{product.NAME}")
    share = tree / "usr" / "share"
    _copy(LINUX / "magdesk.desktop", share / "applications")
    _copy(LINUX / f"{product.APP_ID}.metainfo.xml", share / "metainfo")
    hicolor = share / "icons" / "hicolor"
    for size in SIZES:
        _copy(icons[str(size)], hicolor / f"{size}x{size}" / "apps", "magdesk.png")
    _copy(DRAWING, hicolor / "scalable" / "apps", "magdesk.svg")
    _copy(LINUX / "lintian-overrides", share / "lintian" / "overrides", product.NAME)
    manual = (LINUX / "magdesk.1").read_text("utf-8").replace("@VERSION@", product.version())
    _write_packed(manual, share / "man" / "man1" / "magdesk.1.gz")
    _write_documents(share / "doc" / product.NAME, when)


def _copy(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / (name or file.name))


def _write_packed(text: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def _write_documents(folder: Path, when: int) -> None:
    licence = (product.ROOT / "LICENSE").read_text("utf-8").split("\n\n", 2)[2].strip()
    text = "\n".join(f" {line}" if line else " ." for line in licence.splitlines())
    folder.mkdir(parents=True)
    template = (LINUX / "copyright").read_text("utf-8")
    (folder / "copyright").write_text(template.replace("@LICENCE@", text), "utf-8")
    _write_packed(changelog(when), folder / "changelog.gz")


def changelog(when: int) -> str:
    """What is new in this version, in the form that Debian's tools read."""
    text = (product.ROOT / "CHANGELOG.md").read_text("utf-8")
    points = [line[2:] for line in text.split("\n## ")[1].splitlines() if line.startswith("- ")]
    wrap = textwrap.TextWrapper(78, initial_indent="  * ", subsequent_indent="    ")
    changes = "".join(f"{wrap.fill(point)}\n" for point in points)
    version = product.version()
    date = formatdate(when)
    return (
        f"{product.NAME} ({version}) unstable; urgency=medium\n\n{changes}\n"
        f" -- {MAINTAINER}  {date}\n"
    )


def write_control(tree: Path, program: Path, architecture: str) -> None:
    """Write what dpkg reads: the package's description, and a hash of each file."""
    values = {
        "VERSION": product.version(),
        "ARCHITECTURE": architecture,
        "MAINTAINER": MAINTAINER,
        "SIZE": str(-(-archive.size_of(tree) // 1024)),
        "DEPENDS": ", ".join(depends(program)),
    }
    text = (LINUX / "control").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    files = [(name, file) for name, file in archive.sorted_members(tree) if _is_plain(file)]
    sums = "".join(f"{_md5(file)}  {name}\n" for name, file in files)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(text, "utf-8")
    (tree / "DEBIAN" / "md5sums").write_text(sums, "utf-8")
    shutil.copyfile(LINUX / "postrm", tree / "DEBIAN" / "postrm")
    (tree / "DEBIAN" / "postrm").chmod(0o755)


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def write_deb(program: Path, icons: dict[str, Path], work: Path, target: Path, when: int) -> Path:
    """Build the package in ``target``; the file."""
    ask = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()
    tree = work / "deb"
    make_tree(program, icons, tree, when)
    write_control(tree, program, architecture)
    archive.normalise(tree, when)
    file = target / f"{product.NAME}_{product.version()}_{architecture}.deb"
    build = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(file)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(when)}
    subprocess.run(build, check=True, env=environment, stdout=subprocess.DEVNULL)
    return file
