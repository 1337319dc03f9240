"""What people tell the built program stays with them, and survives whatever ends it."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.tools import STRACE, need_strace
from tests.packaged.walking import quit_program, sheet, walk_everywhere, walk_to_result

INTERNET = re.compile(r"AF_INET6?|AF_PACKET|AF_NETLINK")


def settings_file(home: Path) -> Path:
    return home / ".config" / "magdesk" / "settings.json"


def test_a_whole_walk_opens_no_internet_socket(
    executable: Path, desktop: Desktop, home: Path, tmp_path: Path
) -> None:
    need_strace()
    log = tmp_path / "sockets"
    traced: list[str | Path] = [
        *STRACE,
        "--seccomp-bpf",
        "-e",
        "trace=socket,socketpair,connect,sendto",
        "-o",
        log,
        executable,
    ]
    with running(traced, desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            walk_everywhere(reader, home)
            quit_program(reader)
        program.ended_well()
    calls = log.read_text("utf-8").splitlines()
    assert any("AF_UNIX" in call for call in calls)  # the display: so the log is no empty one
    assert [call for call in calls if INTERNET.search(call)] == []


def change_theme(reader: ScreenReader, name: str) -> None:
    reader.press("nav.settings")
    reader.press(f"settings.theme.{name}")


def test_settings_are_readable_by_their_owner_alone(
    executable: Path, desktop: Desktop, home: Path
) -> None:
    with running(
        ["sh", "-c", 'umask 0; exec "$0"', executable], desktop.environment(home)
    ) as program:
        with ScreenReader(desktop, home) as reader:
            change_theme(reader, "dark")
            until(settings_file(home).exists)
            walk_to_result_from_settings(reader)
            quit_program(reader)
        program.ended_well()
    kept = [path for path in (home / ".config" / "magdesk").rglob("*") if path.is_file()]
    assert [path.name for path in kept] == ["settings.json"]
    rights = {path: stat.S_IMODE(path.stat().st_mode) for path in [*kept, kept[0].parent]}
    assert {path.name: oct(mode) for path, mode in rights.items() if mode & 0o077} == {}


def walk_to_result_from_settings(reader: ScreenReader) -> None:
    reader.press("nav.compare")
    walk_to_result(reader, sheet("ask_first"))


def test_answers_are_kept_nowhere(executable: Path, desktop: Desktop, home: Path) -> None:
    answers = {**sheet("soon"), "age": 67}
    with running([executable], desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            walk_to_result(reader, answers)
            quit_program(reader)
        program.ended_well()
    texts = [file.read_bytes() for file in home.rglob("*") if file.is_file()]
    told = [b"slow_weakness", b"danger_now", b"see_doctor", b"symptom"]
    assert [word for word in told for text in texts if word in text] == []


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_kill_during_a_save_loses_nothing(
    call: str, executable: Path, desktop: Desktop, home: Path
) -> None:
    need_strace()
    before = {"theme": "light", "region": "uk"}
    settings_file(home).parent.mkdir(parents=True, mode=0o700)
    settings_file(home).write_text(json.dumps(before), "utf-8")
    kill = [*STRACE, "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when=1"]
    traced: list[str | Path] = [*kill, "-o", "/dev/null", executable]
    with running(traced, desktop.environment(home)) as program:
        reader = ScreenReader(desktop, home)
        with reader:
            change_theme(reader, "dark")
            program.wait()
    after = json.loads(settings_file(home).read_bytes())
    assert after["theme"] in {"light", "dark"}
    assert after["region"] == "uk"
    with running([executable], desktop.environment(home)) as again:
        with ScreenReader(desktop, home) as reader:
            assert not any("could not be read" in text for text in reader.ask("text"))
            quit_program(reader)
        again.ended_well()


def test_what_the_program_starts_does_not_load_its_libraries(
    executable: Path, desktop: Desktop, home: Path, tmp_path: Path
) -> None:
    browser = tmp_path / "xdg-open"
    told = tmp_path / "told"
    browser.write_text(
        f'#!/bin/sh\n{{ env; echo "ADDRESS=$1"; }} > {told}.new; mv {told}.new {told}\n'
    )
    browser.chmod(0o755)
    environment = desktop.environment(home)
    environment["PATH"] = f"{tmp_path}:{environment['PATH']}"
    with running([executable], environment) as program:
        with ScreenReader(desktop, home) as reader:
            reader.press("nav.learn")
            reader.ask("focus", "learn.text")
            reader.ask("key", "Tab", "Shift_L")  # the last link of the page: a source
            reader.ask("key", "Return")
            until(told.exists)
            quit_program(reader)
        program.ended_well()
    variables = dict(line.partition("=")[::2] for line in told.read_text("utf-8").splitlines())
    assert variables["ADDRESS"].startswith("https://")
    bundle = str(executable.parent)
    assert {name: value for name, value in variables.items() if bundle in value} == {}
