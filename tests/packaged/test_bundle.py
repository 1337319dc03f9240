"""What the built folder holds: all that is used, nothing that is not, and whose work it is."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import package
from build_spec.packaging import (
    archive,
    components,
    contents,
    deb,
    licences,
    product,
    signatures,
)
from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running
from tests.packaged.tools import ROOT, STRACE, missing, need_pyinstaller, need_strace
from tests.packaged.walking import quit_program, walk_everywhere

DONE_WITHOUT = {
    "plugins/xcbglintegrations/qxcb-glx-integration": "nothing draws with OpenGL",
    "plugins/xcbglintegrations/qxcb-egl-integration": "nothing draws with OpenGL",
}
"""What Qt loads where it finds it, though the program never uses it."""


@pytest.fixture(scope="session")
def names(folder: Path) -> dict[str, str]:
    """Files of the bundle: what they are called on every system, and here."""
    inside = folder / "_internal"
    files = [path.relative_to(inside) for path in inside.rglob("*") if not path.is_dir()]
    return {contents.canonical(file.as_posix()): file.as_posix() for file in files}


def test_it_is_small(folder: Path) -> None:
    assert archive.size_of(folder) <= package.BUDGET["unpacked"] * package.MEGABYTE


@pytest.mark.parametrize(
    "name",
    [
        "plugins/platforms/qxcb",
        "plugins/platforms/qwayland",
        "plugins/platforms/qoffscreen",
        "plugins/wayland-shell-integration/xdg-shell",
        "plugins/wayland-decoration-client/adwaita",
        "plugins/platformthemes/qxdgdesktopportal",
        "plugins/platforminputcontexts/ibusplatforminputcontextplugin",
        "plugins/platforminputcontexts/composeplatforminputcontextplugin",
        "plugins/iconengines/qsvgicon",
        "plugins/imageformats/qsvg",
        "lib/QtDBus",  # the accessibility bridge speaks through it
        "lib/QtSvg",
    ],
)
def test_what_every_desktop_needs_is_there(name: str, names: dict[str, str]) -> None:
    assert name in names


def test_everything_that_the_program_loads_is_there(
    names: dict[str, str], desktop: Desktop, home: Path
) -> None:
    started = [sys.executable, "-m", "magdesk"]
    environment = {**desktop.environment(home), "PYTHONPATH": str(ROOT)}
    with running(started, environment) as program, ScreenReader(desktop, home) as reader:
        walk_everywhere(reader, home)
        loaded = set(loaded_from_qt(program.pid))
        quit_program(reader)
    assert "plugins/platforms/qxcb" in loaded
    assert loaded - names.keys() - DONE_WITHOUT.keys() == set()


def loaded_from_qt(process: int) -> Iterator[str]:
    """Libraries, bindings and plugins of Qt that a process has in memory."""
    maps = Path(f"/proc/{process}/maps").read_text("utf-8")
    for name in re.findall(r"/site-packages/(PySide6/\S+)$", maps, re.MULTILINE):
        yield contents.canonical(name)


def test_the_binding_takes_its_signatures_as_files(
    executable: Path, desktop: Desktop, home: Path, tmp_path: Path
) -> None:
    need_strace()
    log = tmp_path / "opened"
    traced: list[str | Path] = [*STRACE, "-e", "trace=openat", "-o", log, executable]
    with running(traced, desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            quit_program(reader)
        program.ended_well()
    opened = re.findall(
        rf'"[^"]*/({signatures.FOLDER}/[^"]+\.pyc)"[^\n]* = \d', log.read_text("utf-8")
    )
    assert f"{signatures.FOLDER}/shibokensupport/signature/loader.pyc" in opened


def test_each_library_is_there_or_in_a_known_package(folder: Path) -> None:
    if not sys.platform.startswith("linux"):
        missing("needs Linux")
    assert "libc6 (>= 2" in " ".join(deb.depends(folder))


def test_what_is_left_to_the_system_is_in_a_known_package(folder: Path) -> None:
    outside = deb.libraries_from_outside(folder)
    assert {"libX11.so.6", "libstdc++.so.6", "libfontconfig.so.1"} <= outside
    assert outside <= deb.packages_by_library().keys()


def test_nothing_is_looked_for_in_folders_of_the_build_machine(folder: Path) -> None:
    searched: set[str] = set()
    for file in deb.binaries(folder):
        printed = subprocess.check_output(["readelf", "-dW", file], text=True)
        for paths in re.findall(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", printed):
            searched |= {f"{file.name}: {path}" for path in paths.split(":")}
    assert [each for each in searched if ": $ORIGIN" not in each] == []


def test_every_link_leads_somewhere(folder: Path) -> None:
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert [link for link in links if not link.exists()] == []
    assert [link for link in links if link.readlink().is_absolute()] == []


def test_every_data_file_of_the_program_is_there(folder: Path) -> None:
    inside = folder / "_internal"
    given = contents.program_data(ROOT)
    assert [file for file, where in given if not (inside / where / Path(file).name).exists()] == []


def test_only_what_magdesk_asks_for_is_there(folder: Path) -> None:
    inside = folder / "_internal"
    modules = {file.relative_to(inside).with_suffix("") for file in inside.rglob("*.pyc")}
    tops = {module.parts[0] for module in modules}
    allowed = set(sys.stdlib_module_names) | {"magdesk", "_pyi_rth_utils", "shiboken6", "PySide6"}
    allowed |= set(importlib.metadata.packages_distributions())
    assert Path("magdesk", "app") in modules
    assert tops - allowed == set()
    assert tops & set(components.foreign_modules()) == set()
    assert tops & {"asyncio", "ftplib", "http", "socket", "ssl"} == set()


# --- whose work it is -------------------------------------------------------------------------


def test_each_component_has_its_licence_where_the_program_finds_it(folder: Path) -> None:
    texts = {file.stem: file.read_text("utf-8") for file in
             (folder / "_internal" / licences.FOLDER).iterdir()}  # fmt: skip
    found = {text.splitlines()[0].split()[0]: text for text in texts.values()}
    wanted = {"magdesk", "Python", "Qt", "ICU", "PySide6_Essentials", "shiboken6", "msgspec"}
    assert wanted | {"pyinstaller"} <= found.keys()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["Qt"]
    assert all(len(text) > 500 for text in found.values())


def test_nothing_is_under_a_licence_that_would_bind_the_program(folder: Path) -> None:
    heads = [
        file.read_text("utf-8").splitlines()[1]
        for file in (folder / "_internal" / licences.FOLDER).iterdir()
    ]
    bound = [head for head in heads if re.search(r"\bA?GPL-", head.replace("LGPL", ""))]
    assert [head for head in bound if "WITH Bootloader-exception" not in head] == []


def test_a_file_of_unknown_origin_stops_the_build() -> None:
    need_pyinstaller()
    nowhere = ("libnew.so.1", str(ROOT / "libnew.so.1"), "BINARY")
    with pytest.raises(components.UnknownOriginError, match="libnew"):
        components.components_of([nowhere])


def test_a_component_without_a_text_stops_the_build(tmp_path: Path) -> None:
    bare = components.Component("new", "1", "MIT", "pkg:generic/new@1")
    with pytest.raises(licences.MissingLicenceError, match="new"):
        licences.write_licences([bare], tmp_path)


def test_faults_of_packaging_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*_arguments: object) -> Path:
        raise product.PackagingError("no recipe")

    monkeypatch.setattr(package, "build", fail)
    assert package.main(["--program", "--output", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == "no recipe\n"
