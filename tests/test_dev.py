"""``build_spec/dev.py``: what is missing is found, what is done is not done again."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

DEV = Path(__file__).resolve().parent.parent / "build_spec" / "dev.py"
LDD = """
	linux-vdso.so.1 (0x00007ffc)
	libEGL.so.1 => not found
	libX11.so.6 => /lib/x86_64-linux-gnu/libX11.so.6 (0x00007f)
	libQt6Gui.so.6 => /venv/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f)
	libxcb-cursor.so.0 => not found
	libEGL.so.1 => not found
"""
LIBRARY_NAME = re.compile(rb"(?<=\0)lib[\w+.-]+?\.so\.\d+(?=\0)")
SHIPPED_OR_ALWAYS_THERE = ("libQt6", "libicu", "libc.", "libm.", "libgcc_s.")


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, with an empty environment of its own."""
    spec = importlib.util.spec_from_file_location("dev", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    own = {"VENV": venv, "STAMP": venv / "stamp", "PYTHON": venv / "bin" / "python"}
    for name, path in own.items():
        monkeypatch.setattr(module, name, path)
    return module


@pytest.fixture
def commands(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; each succeeds and does nothing."""
    seen: list[list[str]] = []

    def call(command: Sequence[object], **_settings: object) -> int:
        seen.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(dev.subprocess, "call", call)
    return seen


def found(*programs: str) -> Callable[[str], str | None]:
    """A ``shutil.which`` for a machine that has only these programs."""
    return lambda program: f"/usr/bin/{program}" if program in programs else None


def test_missing_libraries_are_read_from_ldd_once_each(dev: ModuleType) -> None:
    assert dev.missing_libraries(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_nothing_is_missing_where_ldd_finds_all(dev: ModuleType) -> None:
    assert dev.missing_libraries("\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n") == []


def test_libraries_become_debian_packages(dev: ModuleType) -> None:
    known = dev.packages_by_name(dev.debian.LIBRARIES.read_text("utf-8"))
    libraries = ["libxcb-cursor.so.0", "libgthread-2.0.so.0", "libglib-2.0.so.0"]
    assert dev.packages_for(libraries, known) == ["libglib2.0-0", "libxcb-cursor0"]


def test_a_library_of_no_known_package_is_named(dev: ModuleType) -> None:
    with pytest.raises(dev.SetupError, match=r"libnew\.so\.1"):
        dev.packages_for(["libnew.so.1"], {"libEGL.so.1": "libegl1"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has ldd")
def test_the_list_holds_exactly_what_qt_needs_from_the_system(dev: ModuleType) -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    files = [qt / "plugins" / "platforms" / f"lib{name}.so" for name in ("qxcb", "qoffscreen")]
    files += [
        qt / "lib" / f"libQt6{name}.so.6"
        for name in ("Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets", "XcbQpa")
    ]
    names = {name.decode() for file in files for name in LIBRARY_NAME.findall(file.read_bytes())}
    needed = {name for name in names if not name.startswith(SHIPPED_OR_ALWAYS_THERE)}
    assert set(dev.packages_by_name(dev.debian.LIBRARIES.read_text("utf-8"))) == needed


def test_root_installs_packages_without_sudo(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    dev.apt_install(["libegl1"])
    assert len(commands) == 1
    assert commands[0][:3] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert commands[0][-1] == "libegl1"


def test_lists_are_fetched_only_when_the_first_try_fails(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    results = iter([100, 0, 0])

    def call(command: Sequence[str], **_settings: object) -> int:
        commands.append(list(command))
        return next(results)

    monkeypatch.setattr(dev.subprocess, "call", call)
    dev.apt_install(["libegl1"])
    assert ["update" in command for command in commands] == [False, True, False]


def test_sudo_that_asks_for_no_password_is_used(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", found("sudo", "apt-get"))
    dev.apt_install(["libegl1"])
    assert commands[0] == ["sudo", "-n", "true"]
    assert commands[1][:2] == ["sudo", "-n"]


def test_without_root_or_sudo_the_line_to_type_is_told(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", found("apt-get"))
    line = "sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0"
    with pytest.raises(dev.SetupError, match=line):
        dev.apt_install(["libegl1", "libxcb-cursor0"])
    assert commands == []


def test_only_tools_that_are_absent_are_installed(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "libexec" / "any").mkdir(parents=True)
    (tmp_path / "libexec" / "any" / "launcher").touch()
    tools = tmp_path / "tools.txt"
    tools.write_text(
        f"# a comment\n\nXvfb xvfb\nstrace strace\nlintian lintian\n"
        f"{tmp_path}/libexec/*/launcher at-spi2-core\n{tmp_path}/*/gone.py python3-gi\n",
        "utf-8",
    )
    monkeypatch.setattr(dev.debian, "TOOLS", tools)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev.shutil, "which", found("apt-get", "strace"))
    dev.install_tools()
    dev.install_tools("Xvfb", "strace")
    assert [command[-3:] for command in commands] == [
        ["lintian", "python3-gi", "xvfb"],
        ["install", "--no-install-recommends", "xvfb"],
    ]


def test_nothing_is_installed_where_all_tools_are_there(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.debian, "is_there", lambda _tool: True)
    dev.install_tools()
    assert commands == []


def test_without_debians_tools_the_absent_ones_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.shutil, "which", found())
    with pytest.raises(dev.SetupError, match="Xvfb"):
        dev.install_tools("Xvfb")


@pytest.mark.parametrize(
    ("prefix", "there", "installed"),
    [("/usr", False, True), ("/usr", True, False), ("/home/me/python", False, False)],
)
def test_debians_python_gets_its_library_for_the_bundle(
    dev: ModuleType,
    commands: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    prefix: str,
    there: bool,
    installed: bool,
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev.shutil, "which", found("apt-get"))
    monkeypatch.setattr(dev.sys, "base_prefix", prefix)
    monkeypatch.setattr(dev.debian, "is_there", lambda _file: there)
    dev.debian.install_shared_python()
    package = "libpython{}.{}".format(*sys.version_info[:2])
    assert [command[-1] for command in commands] == [package] * installed


def test_each_tool_that_a_test_needs_has_its_package(dev: ModuleType) -> None:
    known = dev.packages_by_name(dev.debian.TOOLS.read_text("utf-8"))
    sources = [file.read_text("utf-8") for file in (DEV.parents[1] / "tests/packaged").glob("*.py")]
    needed = {name for text in sources for name in re.findall(r'need\("([^"]+)"', text)}
    assert {"strace", "bwrap", "lintian"} <= needed
    assert needed <= known.keys()


def test_the_tests_get_their_tools_once(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev, "prepare", lambda **_needs: None)
    monkeypatch.setattr(dev, "run", lambda *_command: 0)
    monkeypatch.setattr(dev, "install_tools", lambda: asked.append("tools"))
    monkeypatch.setattr(dev, "install_libraries_for", asked.append)
    assert dev.main(["test", "tests/packaged"]) == 0
    assert dev.main(["test", "tests/packaged"]) == 0
    assert asked == ["tools", "qxcb"]


def test_the_tests_go_on_where_tools_cannot_be_installed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise dev.SetupError("Please install these system packages: xvfb")

    monkeypatch.setattr(dev, "prepare", lambda **_needs: None)
    monkeypatch.setattr(dev, "run", lambda *_command: 0)
    monkeypatch.setattr(dev, "install_tools", fail)
    monkeypatch.setattr(dev, "install_libraries_for", lambda _plugin: None)
    assert dev.main(["test", "tests/packaged"]) == 0
    told = capsys.readouterr().out
    assert "xvfb" in told
    assert "skipped" in told


def test_a_python_without_venv_gets_its_debian_package(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(dev.shutil, "which", found("apt-get"))
    monkeypatch.setattr(dev, "apt_install", asked.extend)
    monkeypatch.setattr(dev, "run", lambda *_command: 0)
    dev.make_environment()
    assert asked == ["python{}.{}-venv".format(*sys.version_info[:2])]


@pytest.mark.parametrize(
    ("made_by", "kept"),
    [("{}.{}.9".format(*sys.version_info[:2]), True), ("3.1.4", False), (None, False)],
)
def test_an_environment_of_another_python_is_made_anew(
    dev: ModuleType, commands: list[list[str]], made_by: str | None, kept: bool
) -> None:
    if made_by:
        (dev.VENV / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {made_by}\n", "utf-8")
    dev.make_environment()
    assert ("--clear" not in commands[0]) == kept


def test_packages_are_installed_with_the_constraints(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    dev.install_packages("[test]")
    assert [command[-1] for command in commands] == ["setuptools", ".[test]"]
    assert all(str(dev.CONSTRAINTS) in command for command in commands)


def test_a_step_is_done_once(dev: ModuleType) -> None:
    times: list[str] = []
    dev.once("packages", lambda: times.append("first"), covers=["fewer packages"])
    dev.once("packages", lambda: times.append("again"))
    dev.once("fewer packages", lambda: times.append("covered"))
    assert times == ["first"]


def test_a_step_that_failed_is_tried_again(dev: ModuleType) -> None:
    def fail() -> None:
        raise dev.SetupError

    with pytest.raises(dev.SetupError):
        dev.once("packages", fail)
    assert dev.done_steps() == []


def test_all_is_done_again_when_a_pin_changes(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.once("packages", lambda: None)
    changed = tmp_path / "constraints.txt"
    changed.write_text("msgspec==1.0\n", "utf-8")
    monkeypatch.setattr(dev, "CONSTRAINTS", changed)
    assert dev.done_steps() == []


def test_all_is_done_again_when_the_environment_is_gone(dev: ModuleType) -> None:
    dev.once("packages", lambda: None)
    dev.PYTHON.unlink()
    assert dev.done_steps() == []


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["ruin"], 2), (["--help"], 0)])
def test_a_wrong_command_shows_the_usage(arguments: list[str], code: int) -> None:
    command = [sys.executable, str(DEV), *arguments]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == code
    assert "build_spec/dev.py run" in result.stderr


@pytest.fixture
def prepared(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module on a machine where nothing has to be installed and all checks pass."""
    monkeypatch.setattr(dev, "prepare", lambda **_needs: None)
    monkeypatch.setattr(dev, "offer_tools", lambda: None)
    monkeypatch.setattr(dev, "check", lambda _name: 0)
    return dev


def test_exit_codes_are_passed_through(
    prepared: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev = prepared
    monkeypatch.setattr(dev, "run", lambda *_command: 5)
    assert dev.main(["run", "--version"]) == 5
    assert dev.main(["test", "tests/test_dev.py"]) == 5


def test_a_failed_check_fails_the_test_command_though_the_tests_pass(
    prepared: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "run", lambda *_command: 0)
    monkeypatch.setattr(prepared, "check", lambda name: 1 if name == "mypy" else 0)
    assert prepared.main(["test"]) == 1


def test_all_tests_run_those_on_a_screen_one_after_the_other(
    prepared: ModuleType, commands: list[list[str]]
) -> None:
    assert prepared.main(["test"]) == 0
    shared, alone = commands
    assert {"--numprocesses=2", "--ignore=tests/packaged", "--cov", "tests"} <= set(shared)
    assert "--numprocesses=2" not in alone
    assert alone[-1] == "tests/packaged"
    assert all("--durations=10" in command for command in commands)


def test_the_code_is_written_as_the_checks_want_it(
    prepared: ModuleType, commands: list[list[str]]
) -> None:
    assert prepared.main(["format"]) == 0
    assert [Path(program).name for program, *_ in commands] == ["ruff", "ruff"]
    assert [rest[0] for _, *rest in commands] == ["check", "format"]
    assert "--fix" in commands[0]
    assert "--diff" not in commands[1]


def test_an_older_python_hands_over_to_a_newer_one(
    dev: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(dev.shutil, "which", found("python3.12", "python3.11"))
    monkeypatch.setattr(dev.sys, "argv", ["dev.py", "run"])
    assert dev.main(["run"]) == 0
    assert commands == [["/usr/bin/python3.12", "dev.py", "run"]]
