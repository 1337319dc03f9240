"""PyInstaller's recipe holds on Linux, Windows and macOS, as far as one machine can tell."""

from __future__ import annotations

import ast
import importlib.util
import plistlib
import sys
import tomllib
import types
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import PySide6.QtGui
import PySide6.QtSvg
import pytest

from build_spec.packaging import contents, icons, product
from build_spec.packaging.contents import Entry
from tests.packaged.spec import Evaluated, evaluate
from tests.packaged.tools import ROOT, need_pyinstaller

PLATFORMS = ("linux", "win32", "darwin")
WINDOWS = ROOT / "build_spec" / "windows"
QT = str(Path(PySide6.__file__).parent)


def file(name: str) -> Entry:
    """A file of Qt as PyInstaller finds it."""
    return (name, f"{QT}/{name}", "BINARY")


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Evaluated:
    return evaluate("linux", tmp_path, monkeypatch)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_it_puts_a_program_together(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluated = evaluate(platform, tmp_path, monkeypatch)
    assert evaluated.settings["COLLECT"]["name"] == "magdesk"
    assert ("BUNDLE" in evaluated.settings) == (platform == "darwin")
    for program in evaluated.programs.values():
        assert program["exclude_binaries"] is True  # a folder, not one file that unpacks itself
        assert Path(program["icon"]).stat().st_size > 0
        assert ("version" in program) == (platform == "win32")


@pytest.mark.parametrize(
    ("platform", "programs"),
    [
        ("linux", {"magdesk": False}),
        ("darwin", {"magdesk": False}),
        ("win32", {"magdesk": True, "magdeskw": False}),
    ],
)
def test_windows_has_a_program_for_the_terminal_and_one_for_the_desktop(
    platform: str, programs: dict[str, bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluated = evaluate(platform, tmp_path, monkeypatch)
    assert {name: each["console"] for name, each in evaluated.programs.items()} == programs


# --- what is left out -------------------------------------------------------------------------


def imports() -> set[str]:
    """Every module that the program imports by name."""
    found: set[str] = set()
    for path in (ROOT / "magdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return found


def test_no_module_in_use_is_left_out(linux: Evaluated) -> None:
    modules, files = linux.names["LEFT_OUT_MODULES"], linux.names["LEFT_OUT_FILES"]
    used = imports()
    assert used & modules.keys() == set()
    qt = {name.removeprefix("PySide6.") for name in used if name.startswith("PySide6.Qt")}
    assert {"QtCore", "QtGui", "QtWidgets"} <= qt
    names = [f"PySide6/{name}.abi3.so" for name in qt]
    names += [f"PySide6/Qt/lib/lib{name.replace('Qt', 'Qt6')}.so.6" for name in qt]
    assert [name for name in names if contents.reason_to_leave_out(name, files)] == []


def test_each_thing_left_out_has_its_reason(linux: Evaluated) -> None:
    for name in ("LEFT_OUT_MODULES", "LEFT_OUT_FILES", "FROM_THE_SYSTEM"):
        assert all(len(reason) >= 10 for reason in linux.names[name].values())


def test_each_module_left_out_exists(linux: Evaluated) -> None:
    # Debian packs some of Python's modules apart, so that not every machine has them
    known = sys.stdlib_module_names
    modules = [name for name in linux.names["LEFT_OUT_MODULES"] if name not in known]
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_nothing_that_tests_or_tools_brought_is_put_in(linux: Evaluated) -> None:
    excluded = set(linux.settings["Analysis"]["excludes"])
    assert {"pytest", "hypothesis", "z3", "mypy", "pip", "setuptools", "PyInstaller"} <= excluded
    assert not {"PySide6", "shiboken6", "msgspec", "magdesk"} & excluded


@pytest.mark.parametrize(
    ("platform", "stays", "goes"),
    [
        (
            "linux",
            [
                "PySide6/Qt/plugins/platforms/libqxcb.so",
                "PySide6/Qt/plugins/imageformats/libqsvg.so",
            ],
            ["PySide6/Qt/plugins/tls/libqopensslbackend.so", "PySide6/QtNetwork.abi3.so"],
        ),
        (
            "win32",
            [
                "PySide6/plugins/platforms/qwindows.dll",
                "PySide6/plugins/styles/qmodernwindowsstyle.dll",
            ],
            [
                "PySide6/plugins/tls/qschannelbackend.dll",
                "PySide6/opengl32sw.dll",
                "PySide6/plugins/vectorimageformats/qlottievectorimage.dll",
            ],
        ),
        (
            "darwin",
            ["PySide6/Qt/plugins/platforms/libqcocoa.dylib"],
            ["PySide6/Qt/plugins/platforms/libqminimal.dylib", "PySide6/QtNetwork.abi3.so"],
        ),
    ],
)
def test_plugins_on_each_system(
    platform: str,
    stays: list[str],
    goes: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = [file(name) for name in [*stays, *goes]]
    names = evaluate(platform, tmp_path, monkeypatch, binaries=found).names
    assert [entry[0] for entry in names["a"].binaries] == stays


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("PySide6/Qt/lib/libQt6Gui.so.6", "lib/QtGui"),
        ("PySide6/Qt6Gui.dll", "lib/QtGui"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "lib/QtGui"),
        ("libQt6Gui.so.6", "lib/QtGui"),
        ("PySide6/QtGui.pyd", "python/QtGui"),
        ("PySide6/QtGui.abi3.so", "python/QtGui"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "plugins/platforms/qwindows"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "plugins/platforms/qxcb"),
        ("PySide6/Qt/translations/qtbase_de.qm", "translations/qtbase_de"),
        ("PySide6/translations/qtbase_de.qm", "translations/qtbase_de"),
        ("libzstd.so.1", "libzstd.so.1"),
    ],
)
def test_one_name_on_all_systems(name: str, short: str) -> None:
    assert contents.canonical(name) == short


def test_a_library_stays_only_while_something_needs_it() -> None:
    needs = {"plugin": ["libone.so"], "one": ["libtwo.so"], "two": [], "three": []}
    plugin = ("PySide6/Qt/plugins/platforms/libqxcb.so", "plugin", "BINARY")
    libraries = [(f"lib{name}.so", name, "BINARY") for name in ("one", "two", "three")]
    kept = contents.without_unneeded([plugin, *libraries], lambda source: needs[source])
    assert [entry[1] for entry in kept] == ["plugin", "one", "two"]


def test_a_link_goes_with_what_it_points_to() -> None:
    there = ("PySide6/Qt/lib/libQt6Gui.so.6", "source", "BINARY")
    links = [(name, f"PySide6/Qt/lib/{name}", "SYMLINK") for name in ("libQt6Gui.so.6", "gone.so")]
    assert contents.without_dangling_links(links, [there]) == links[:1]


def test_texts_of_qt_stay_in_the_languages_that_are_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "languages", lambda _root: ["de"])
    names = [f"PySide6/Qt/translations/qtbase_{each}.qm" for each in ("de", "fr")]
    found = [(name, f"{QT}/{name}", "DATA") for name in names]
    evaluated = evaluate("linux", tmp_path, monkeypatch, datas=found)
    kept = [entry[0] for entry in evaluated.names["a"].datas]
    assert [name for name in names if name in kept] == names[:1]


# --- the program's own files ------------------------------------------------------------------


def test_every_module_and_data_file_is_put_in(linux: Evaluated) -> None:
    hidden = set(linux.settings["Analysis"]["hiddenimports"])
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "magdesk").rglob("*.py")
    }
    assert modules - hidden == {"magdesk.__main__"}
    given = {Path(source).relative_to(ROOT).as_posix() for source, _ in
             linux.settings["Analysis"]["datas"]}  # fmt: skip
    setup = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    folders = {"magdesk.resources": "resources"}
    shipped = {
        path.relative_to(ROOT).as_posix()
        for package, patterns in setup["package-data"].items()
        for pattern in patterns
        for path in (ROOT / folders[package]).glob(pattern)
    }
    assert given == shipped
    assert "resources/knowledge/forms.toml" in given


# --- Windows ----------------------------------------------------------------------------------


@pytest.mark.parametrize("program", ["magdesk", "magdeskw"])
def test_the_windows_version_resource_is_whole(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_pyinstaller()
    import PyInstaller.compat

    monkeypatch.setitem(sys.modules, "pefile", types.ModuleType("pefile"))
    monkeypatch.setattr(PyInstaller.compat, "win32api", None, raising=False)
    from PyInstaller.utils.win32.versioninfo import load_version_info_from_text_file

    written = product.version_resource(tmp_path, program)
    resource = load_version_info_from_text_file(str(written))
    raw = resource.toRaw()
    for text in (f"{program}.exe", product.version(), product.AUTHORS):
        assert text.encode("utf-16-le") in raw
    numbers = product.version_numbers()
    assert (resource.ffi.fileVersionMS, resource.ffi.fileVersionLS) == (
        numbers[0] << 16 | numbers[1],
        numbers[2] << 16 | numbers[3],
    )


def test_the_windows_manifest_asks_for_long_paths_and_sharp_text() -> None:
    tree = ET.fromstring((WINDOWS / "magdesk.manifest").read_text("utf-8"))  # noqa: S314 - our own
    texts = {element.tag.rpartition("}")[2]: element.text for element in tree.iter()}
    assert texts["longPathAware"] == "true"
    assert texts["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert texts["activeCodePage"] == "UTF-8"
    levels = [element.attrib.get("level") for element in tree.iter()]
    assert [level for level in levels if level] == ["asInvoker"]


def test_pyinstaller_takes_the_windows_manifest_as_it_is() -> None:
    need_pyinstaller()
    from PyInstaller.utils.win32.winmanifest import create_application_manifest

    made = create_application_manifest((WINDOWS / "magdesk.manifest").read_bytes()).decode()
    assert "PerMonitorV2" in made
    assert "longPathAware" in made
    assert "Microsoft.Windows.Common-Controls" in made


# --- macOS ------------------------------------------------------------------------------------


def test_the_macos_bundle_is_described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = evaluate("darwin", tmp_path, monkeypatch).settings["BUNDLE"]
    assert bundle["name"] == "magdesk.app"
    assert bundle["bundle_identifier"] == product.APP_ID
    plist = bundle["info_plist"]
    assert plist["CFBundleVersion"] == bundle["version"] == product.version()
    assert plist["NSHighResolutionCapable"] is True
    assert plist["NSRequiresAquaSystemAppearance"] is False  # so that it may be dark
    assert plist["LSMinimumSystemVersion"] == "13.0"
    assert Path(bundle["icon"]).suffix == ".icns"
    assert plistlib.loads(plistlib.dumps(plist)) == plist


def test_icons_for_each_system_are_made(linux: Evaluated) -> None:
    folder = Path(linux.names["workpath"]) / "icons"
    assert sorted(folder.iterdir()) == sorted(icons.icon_files(folder).values())
