"""Archives that come out the same whenever and wherever they are made."""

from __future__ import annotations

import hashlib
import lzma
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

_XZ_FILTERS = [
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 6},
]
"""The first makes jumps in machine code alike, which saves a twentieth. The highest preset would
save a fiftieth more and take a fifth longer."""


def normalise(folder: Path, when: int) -> None:
    """Give all files of a folder the same time, and rights that depend on use alone."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(_mode(path))
        os.utime(path, (when, when), follow_symlinks=False)


def _mode(path: Path) -> int:
    runs = path.is_dir() or (path.stat().st_mode & stat.S_IXUSR and ".so" not in path.suffixes)
    return 0o755 if runs else 0o644


def sorted_members(folder: Path) -> Iterator[tuple[str, Path]]:
    """Name inside the folder, with forward slashes, and path of all it holds, by name."""
    paths = [(path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")]
    yield from sorted(paths)


def write_tar(folder: Path, file: Path, when: int, top: str) -> None:
    """Pack a folder under the name ``top``; links stay links."""
    with (
        lzma.open(file, "wb", filters=_XZ_FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, path in [("", folder), *sorted_members(folder)]:
            info = tar.gettarinfo(path, f"{top}/{name}".rstrip("/"))
            info.mtime = when
            info.uid = info.gid = 0
            info.uname = info.gname = "root"
            info.mode = 0o777 if info.issym() else _mode(path)
            # Files that are linked to one place are packed whole each.
            if info.islnk():
                info.type = tarfile.REGTYPE
                info.size = path.stat().st_size
            if info.isreg():
                with path.open("rb") as content:
                    tar.addfile(info, content)
            else:
                tar.addfile(info)


def write_zip(folder: Path, file: Path, when: int, top: str) -> None:
    """Pack a folder under the name ``top``, as Windows opens it without help."""
    date = time.gmtime(when)[:6]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted_members(folder):
            if path.is_file():
                info = zipfile.ZipInfo(f"{top}/{name}", date)
                info.external_attr = (stat.S_IFREG | _mode(path)) << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, path.read_bytes())


def sha256(file: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def write_sums(files: list[Path], target: Path) -> None:
    """Write the hashes in the form that ``sha256sum --check`` reads."""
    lines = [f"{sha256(file)}  {file.name}\n" for file in sorted(files)]
    target.write_text("".join(lines), "utf-8", newline="\n")


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder; a link counts nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(file.stat().st_size for file in files)
