"""The built program where things are not as they should be: it says so in one line, or goes on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.surroundings import with_read_only, without_file
from tests.packaged.tools import need
from tests.packaged.walking import quit_program, sheet, walk_to_result

LOCALES = ("de_DE.UTF-8", "ar_EG.UTF-8")
I18N = "/usr/share/i18n/locales/ar_EG"


def settings_file(home: Path) -> Path:
    return home / ".config" / "magdesk" / "settings.json"


def walk_and_quit(
    command: list[str | Path], environment: Mapping[str, str], desktop: Desktop, home: Path
) -> list[str]:
    """Walk to a result, and end without a word; what the first page said."""
    with running(command, dict(environment)) as program:
        with ScreenReader(desktop, home) as reader:
            said: list[str] = reader.ask("text")
            assert walk_to_result(reader, sheet("soon")) == "soon"
            quit_program(reader)
        program.ended_well()
    return said


def told_of_trouble(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a machine of which Qt itself warns."""
    return {name: value for name, value in environment.items() if name != "QT_FATAL_WARNINGS"}


def refused(command: Sequence[str | Path], environment: Mapping[str, str]) -> str:
    """The one line with which it ends, with status 2, where it can show no window."""
    with running(command, told_of_trouble(environment)) as program:
        status, output, errors = program.wait()
    assert (status, output) == (2, "")
    assert errors.count("\n") == 1
    assert errors.startswith("magdesk: ")
    return errors


# --- a home that is not as it should be -------------------------------------------------------


def test_a_home_that_cannot_be_written(executable: Path, desktop: Desktop, home: Path) -> None:
    environment = desktop.environment(home)
    walk_and_quit([*with_read_only(home), executable], environment, desktop, home)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\0", b'{"theme": "mauve"}', b"[]"])
def test_a_settings_file_that_cannot_be_read_is_kept_aside(
    content: bytes, executable: Path, desktop: Desktop, home: Path
) -> None:
    settings_file(home).parent.mkdir(parents=True)
    settings_file(home).write_bytes(content)
    with running([executable], desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            said = " ".join(reader.ask("text"))
            quit_program(reader)
        program.ended_well()
    aside = [file for file in settings_file(home).parent.iterdir() if "unreadable" in file.name]
    assert [file.read_bytes() for file in aside] == [content]
    assert aside[0].name in said
    json.loads(settings_file(home).read_bytes())


def test_a_home_that_does_not_exist(executable: Path, desktop: Desktop, home: Path) -> None:
    nowhere = home / "nowhere"
    walk_and_quit([executable], desktop.environment(nowhere), desktop, home)


# --- no display -------------------------------------------------------------------------------


def test_no_display(executable: Path, home: Path) -> None:
    environment = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    assert "display" in refused([executable], environment)


def test_a_display_that_does_not_answer(executable: Path, desktop: Desktop, home: Path) -> None:
    environment = {**desktop.environment(home), "DISPLAY": ":4711"}
    assert ":4711" in refused([executable], environment)


def test_a_platform_that_qt_does_not_know(executable: Path, desktop: Desktop, home: Path) -> None:
    environment = {**desktop.environment(home), "QT_QPA_PLATFORM": "nonsense"}
    assert "nonsense" in refused([executable], environment)
    assert "xcb" in refused([executable], environment)


@pytest.mark.parametrize("library", ["libEGL.so.1", "libX11-xcb.so.1", "libfontconfig.so.1"])
def test_a_library_that_is_missing(
    library: str, executable: Path, desktop: Desktop, home: Path
) -> None:
    files = [*Path("/usr/lib").glob(f"*/{library}")]
    prefix = without_file(*files)
    assert "apt install" in refused([*prefix, executable], desktop.environment(home))


# --- languages and clocks ---------------------------------------------------------------------


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the locales that the tests use; the machine itself stays as it is."""
    need("localedef", I18N)
    folder = tmp_path_factory.mktemp("locales")
    for name in LOCALES:
        language, _, encoding = name.partition(".")
        command = ["localedef", "-i", language, "-f", encoding, str(folder / name)]
        assert subprocess.call(command, stderr=subprocess.DEVNULL) == 0
    return folder


@pytest.mark.parametrize("name", LOCALES)
def test_other_languages(
    name: str, executable: Path, desktop: Desktop, home: Path, locales: Path
) -> None:
    language = {"LC_ALL": name, "LANG": name, "LOCPATH": str(locales)}
    environment = {**desktop.environment(home), **language}
    walk_and_quit([executable], environment, desktop, home)


def test_a_machine_without_a_language(executable: Path, desktop: Desktop, home: Path) -> None:
    # Qt itself warns of an encoding other than UTF-8; the program does not pass that on.
    environment = {**told_of_trouble(desktop.environment(home)), "LC_ALL": "C"}
    walk_and_quit([executable], environment, desktop, home)


def test_a_home_with_letters_beyond_ascii(
    executable: Path, desktop: Desktop, tmp_path: Path
) -> None:
    home = tmp_path / "Zoë Ångström"
    home.mkdir()
    environment = {**told_of_trouble(desktop.environment(home)), "LC_ALL": "C"}
    walk_and_quit([executable], environment, desktop, home)
    assert settings_file(home).exists()


def test_a_clock_in_1970(executable: Path, desktop: Desktop, home: Path) -> None:
    need("faketime")
    command: list[str | Path] = ["faketime", "@86400", executable]
    walk_and_quit(command, desktop.environment(home), desktop, home)
    assert settings_file(home).exists()


# --- started as people start it ---------------------------------------------------------------


def test_started_through_a_link(
    executable: Path, desktop: Desktop, home: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(executable)
    with running([link], desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            quit_program(reader)
        program.ended_well()


def test_two_at_once(executable: Path, desktop: Desktop, home: Path) -> None:
    with running([executable], desktop.environment(home)) as first:
        with ScreenReader(desktop, home) as reader:
            with running([executable], desktop.environment(home)) as second:
                until(lambda: reader.ask("count", "magdesk") == 2)
                second.terminate()
            quit_program(reader)
        first.ended_well()


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [(["--version"], "magdesk "), (["check"], ""), (["--help"], "usage: magdesk")],
)
def test_the_command_line(arguments: list[str], printed: str, executable: Path, home: Path) -> None:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    with running([executable, *arguments], environment) as program:
        status, output, _errors = program.wait()
    assert status == 0
    assert output.startswith(printed)
