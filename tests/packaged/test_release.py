"""What people receive: an archive, a package for Debian, sums and a bill of materials."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from build_spec import package
from build_spec.packaging import archive, deb, polish, product
from build_spec.packaging.build import MAY_DIFFER, build_program, differences
from build_spec.packaging.components import Component
from build_spec.packaging.sbom import bill_of_materials
from tests.packaged.speech import TRANSCRIPT
from tests.packaged.tools import need, need_pyinstaller

DAY = 86400
BUILD_S = 600
"""Seconds after which a build counts as stuck."""


@pytest.fixture(scope="session")
def deb_file(release: Path) -> Path:
    need("dpkg-deb")
    return next(release.glob("*.deb"))


@pytest.fixture(scope="session")
def tar_file(release: Path) -> Path:
    return next(release.glob("*.tar.xz"))


# --- the archive ------------------------------------------------------------------------------


def test_the_archive_is_small(tar_file: Path) -> None:
    assert tar_file.stat().st_size <= package.BUDGET["packed"] * package.MEGABYTE


def test_the_archive_holds_the_program_under_one_folder(tar_file: Path, release: Path) -> None:
    with tarfile.open(tar_file) as tar:
        members = tar.getmembers()
    names = [member.name for member in members]
    top = tar_file.name.removesuffix(".tar.xz")
    assert names[0] == top
    assert {name.partition("/")[0] for name in names} == {top}
    packed = {name.removeprefix(f"{top}/") for name in names[1:]}
    assert packed == {name for name, _path in archive.sorted_members(release / "magdesk")}
    assert {(member.uname, member.uid, member.gname, member.gid) for member in members} == {
        ("root", 0, "root", 0)
    }
    assert {member.mtime for member in members} == {package.stamp_of(release)["time"]}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder like a program's."""
    folder = tmp_path / "small"
    (folder / "inner").mkdir(parents=True)
    (folder / "program").write_bytes(b"\x7fELF")
    (folder / "program").chmod(0o700)
    (folder / "inner" / "libz.so.1").write_bytes(b"\x7fELF" * 99)
    (folder / "inner" / "libz.so.1").chmod(0o775)
    (folder / "libz.so.1").symlink_to("inner/libz.so.1")
    return folder


@pytest.mark.parametrize("write", [archive.write_tar, archive.write_zip])
def test_an_archive_is_the_same_whenever_it_is_made(
    write: Any, small: Path, tmp_path: Path
) -> None:
    write(small, tmp_path / "one", DAY * 5000, "top")
    for path in small.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (small / "program").chmod(0o755)
    write(small, tmp_path / "two", DAY * 5000, "top")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_rights_depend_on_use_alone(small: Path, tmp_path: Path) -> None:
    archive.normalise(small, DAY)
    archive.write_tar(small, tmp_path / "tar", DAY, "top")
    with tarfile.open(tmp_path / "tar") as tar:
        modes = {member.name: oct(member.mode) for member in tar.getmembers()}
    assert modes["top/program"] == "0o755"
    assert modes["top/inner/libz.so.1"] == "0o644"
    assert (small / "program").stat().st_mtime == DAY


def test_a_zip_keeps_the_program_executable(small: Path, tmp_path: Path) -> None:
    archive.write_zip(small, tmp_path / "zip", DAY * 5000, "top")
    with zipfile.ZipFile(tmp_path / "zip") as packed:
        assert packed.getinfo("top/program").external_attr >> 16 & 0o777 == 0o755


@pytest.mark.parametrize(
    ("platform", "ending", "inside"),
    [
        ("linux", ".tar.xz", "magdesk-1/magdesk"),
        ("darwin", ".tar.xz", "magdesk.app/Contents/MacOS/magdesk"),
        ("win32", ".zip", "magdesk-1/magdesk"),
    ],
)
def test_each_system_unpacks_what_it_can_open(
    platform: str, ending: str, inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in ("magdesk/magdesk", "magdesk.app/Contents/MacOS/magdesk"):
        (tmp_path / program).parent.mkdir(parents=True)
        (tmp_path / program).touch()
    monkeypatch.setattr(sys, "platform", platform)
    packed = package.pack(tmp_path / "magdesk", tmp_path / "magdesk-1", DAY * 5000)
    assert packed.name == f"magdesk-1{ending}"
    shutil.unpack_archive(packed, tmp_path / "unpacked")
    files = [path for path in (tmp_path / "unpacked").rglob("*") if path.is_file()]
    assert [path.relative_to(tmp_path / "unpacked").as_posix() for path in files] == [inside]


def test_the_sums_are_those_of_all_files(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: value for value, _, name in (line.partition("  ") for line in lines)}
    files = [file for file in release.iterdir() if file.is_file()]
    beside = {"SHA256SUMS", package.STAMP, TRANSCRIPT.name}
    others = [file for file in files if file.name not in beside]
    assert told == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in others}


@pytest.mark.timeout(BUILD_S)
def test_a_second_build_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    need_pyinstaller()
    when = package.stamp_of(folder.parent)["time"]
    again = build_program(tmp_path / "dist", tmp_path / "work", when)
    assert [name for name in differences(folder, again) if name not in MAY_DIFFER] == []


def test_binaries_lose_the_folders_of_the_build_machine(tmp_path: Path, folder: Path) -> None:
    need("readelf")
    library = next(file for file in (folder / "_internal").glob("libpython3*"))
    assert polish.without_search_path(library.read_bytes()) == library.read_bytes()
    qt = next(file for file in folder.rglob("libQt6Gui.so.6") if not file.is_symlink())
    changed = tmp_path / "changed"
    changed.write_bytes(polish.without_search_path(qt.read_bytes()))
    before, after = (
        subprocess.check_output(["readelf", "-dW", file], text=True) for file in (qt, changed)
    )
    assert re.search(r"\(R(UN)?PATH\)", before)
    assert not re.search(r"\(R(UN)?PATH\)", after)
    assert re.findall(r"\(NEEDED\).*", after) == re.findall(r"\(NEEDED\).*", before)
    assert polish.without_search_path(b"MZ") == b"MZ"


# --- the package for Debian and Ubuntu --------------------------------------------------------


def field(deb_file: Path, name: str) -> str:
    return subprocess.check_output(["dpkg-deb", "--field", deb_file, name], text=True).strip()


def test_the_package_says_what_it_needs(deb_file: Path) -> None:
    assert field(deb_file, "Package") == "magdesk"
    assert field(deb_file, "Version") == product.version()
    needs = field(deb_file, "Depends")
    for package_name in ("libc6 (>= 2.", "libx11-6", "libfontconfig1", "libwayland-client0"):
        assert package_name in needs
    assert "libcups2" not in needs
    assert "python" not in needs


def test_lintian_finds_nothing_but_what_has_its_reason(deb_file: Path) -> None:
    need("lintian")
    command = ["lintian", "--fail-on", "error,warning", "--tag-display-limit", "0", "--allow-root"]
    result = subprocess.run([*command, deb_file], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_it_is_installed_and_removed_without_a_trace(
    deb_file: Path, release: Path, tmp_path: Path
) -> None:
    need("dpkg-deb")
    root = tmp_path / "root"
    for name in ("info", "updates", "triggers"):
        (root / "var/lib/dpkg" / name).mkdir(parents=True)
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    (root / "opt").mkdir()  # every system has it, and no package owns it
    owned = root / "home" / "somebody" / ".config" / "magdesk" / "settings.json"
    owned.parent.mkdir(parents=True)
    owned.write_text("{}", "utf-8")
    before = tree(root)
    dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--log=/dev/null"]
    dpkg.append("--force-script-chrootless")  # the root is no whole system
    subprocess.run([*dpkg, "--install", deb_file], check=True, capture_output=True)
    installed = tree(root) - before
    assert root / "opt/magdesk/magdesk" in installed
    assert root / "usr/share/applications/magdesk.desktop" in installed
    assert root / f"usr/share/metainfo/{product.APP_ID}.metainfo.xml" in installed
    assert root / "usr/share/icons/hicolor/48x48/apps/magdesk.png" in installed
    assert (root / "usr/bin/magdesk").readlink() == Path("/opt/magdesk/magdesk")
    assert differences(release / "magdesk", root / "opt/magdesk") == []
    started = [str(root / "opt/magdesk/magdesk"), "--version"]
    assert subprocess.check_output(started, env={}, text=True).startswith("magdesk ")
    assert tree(root) - before == installed  # it wrote nothing beside itself
    subprocess.run([*dpkg, "--purge", "magdesk"], check=True, capture_output=True)
    assert tree(root) == before


def tree(root: Path) -> set[Path]:
    """Everything but the list of packages itself."""
    return {path for path in root.rglob("*") if "var/lib/dpkg" not in str(path)}


def test_a_library_of_no_known_package_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deb, "libraries_from_outside", lambda _folder: {"libnew.so.9"})
    with pytest.raises(deb.UnknownLibraryError, match=r"libnew\.so\.9"):
        deb.depends(tmp_path)


# --- the bill of materials --------------------------------------------------------------------


def test_the_bill_names_every_component_and_file(release: Path) -> None:
    bill = json.loads(next(release.glob("*.cdx.json")).read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "magdesk"
    named = {each["name"]: each for each in bill["components"]}
    assert {"Python", "Qt", "ICU", "PySide6_Essentials", "msgspec", "pyinstaller"} <= named.keys()
    assert all(each["licenses"] and each["version"] for each in named.values())
    refs = [each["bom-ref"] for each in named.values()]
    assert len(set(refs)) == len(refs)
    assert bill["dependencies"][0]["dependsOn"] == refs
    inside = release / "magdesk" / "_internal"
    binaries = {file.relative_to(inside).as_posix() for file in deb.binaries(inside)
                if not file.is_symlink()}  # fmt: skip
    listed = {file["name"]: file for each in named.values() for file in each.get("components", [])}
    assert binaries <= listed.keys()
    for name in ("PySide6/Qt/lib/libQt6Core.so.6", "msgspec/__init__.pyc"):
        assert listed[name]["hashes"][0]["content"] == archive.sha256(inside / name)


def test_the_bill_is_the_same_whenever_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    parts = [Component(name, "1", "MIT", f"pkg:generic/{name}@1") for name in ("magdesk", "Qt")]
    one, two = (bill_of_materials(parts, tmp_path, DAY) for _ in range(2))
    assert one == two
    assert one["metadata"]["timestamp"] == "1970-01-02T00:00:00Z"
    assert one["serialNumber"].startswith("urn:uuid:")
