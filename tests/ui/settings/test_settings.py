"""Settings are typed, refuse what they do not know, and never lose a file."""

from __future__ import annotations

import os
import stat
import sys
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.settings_file import FILE_NAME, settings_folder
from magdesk.ui.settings.values import (
    FORMAT,
    ColumnState,
    PaneState,
    SortOrder,
    Values,
    WindowPlace,
)

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_new_user_gets_the_defaults_and_no_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.values == Values()
    settings.save()
    assert not settings.path.exists()
    assert settings.problem == ""


def test_what_was_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    place = WindowPlace(x=-20, y=40, width=900, height=700, maximized=True)
    columns = (ColumnState(key="form", width_u=120.5), ColumnState(key="use", visible=False))
    settings.change(
        theme="dark",
        region="uk",
        detail_level="detail",
        zoom=150,
        page="learn",
        window=place,
        columns=columns,
        sort=SortOrder(key="form", descending=True),
        pane=PaneState(width_u=320.0, open=False),
    )
    settings.save()
    again = Settings(tmp_path).values
    assert again == settings.values
    assert again.window == place
    assert again.columns == columns


def test_the_file_is_written_a_moment_after_the_change(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    settings.change(theme="light")
    assert not settings.path.exists()
    qtbot.waitUntil(settings.path.exists, timeout=3000)
    assert Settings(tmp_path).values.theme == "light"


def test_only_real_changes_are_told(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    with qtbot.waitSignal(settings.changed, timeout=500) as told:
        settings.change(region="us")
    assert told.args == ["region"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.change(region="us")


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    with pytest.raises(AttributeError, match="colour"):
        settings.change(colour="teal")
    assert settings.values == Values()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("region", "mars"),
        ("detail_level", 3),
        ("zoom", 79),
        ("zoom", 201),
        ("page", "../wizard"),
        ("window", {"x": 0, "y": 0, "width": -5, "height": 10}),
        ("sort", {"key": "form", "upwards": True}),
        ("columns", [{"width_u": 3.0}]),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_and_changes_nothing(
    tmp_path: Path, name: str, value: object
) -> None:
    settings = Settings(tmp_path)
    with pytest.raises(ValueError, match="`"):
        settings.change(**{"theme": "dark", name: value})
    assert settings.values == Values()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{not json",
        b"\xff\xfe\x00",
        b"[]",
        b'{"theme": "pink"}',
        b'{"theme": "dark", "unknown": 1}',
        b'{"window": {"x": 1}}',
    ],
)
def test_a_file_that_cannot_be_read_is_kept_aside_and_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    settings = Settings(tmp_path)
    assert settings.values == Values()
    (aside,) = tmp_path.glob("settings-unreadable-*.json")
    assert aside.read_bytes() == content
    assert str(aside) in settings.problem
    assert not settings.path.exists()
    settings.change(theme="dark")
    settings.save()
    assert Settings(tmp_path).values.theme == "dark"


def test_a_file_of_a_newer_version_is_kept_aside_and_told(tmp_path: Path) -> None:
    content = b'{"format": 99, "theme": "dark", "of_the_future": {"a": [1]}}'
    (tmp_path / FILE_NAME).write_bytes(content)
    settings = Settings(tmp_path)
    assert settings.values == Values()
    (aside,) = tmp_path.glob("settings-newer-*.json")
    assert aside.read_bytes() == content
    assert "newer version" in settings.problem
    assert str(aside) in settings.problem
    assert not settings.path.exists()


def test_a_file_of_an_older_version_is_read_and_written_as_of_now(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"theme": "dark", "region": "uk"}')
    settings = Settings(tmp_path)
    assert (settings.values.theme, settings.values.region) == ("dark", "uk")
    assert settings.problem == ""
    settings.change(theme="light")
    settings.save()
    assert f'"format": {FORMAT}' in settings.path.read_text(encoding="utf-8")


@pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 1)() == 0,
    reason="needs permissions that hold for this user",
)
def test_a_file_that_is_read_only_stays_as_it_is_and_that_is_told(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b'{"theme": "dark"}')
    path.chmod(0o400)
    settings = Settings(tmp_path)
    settings.change(theme="light")
    with qtbot.waitSignal(settings.failed, timeout=500) as told:
        settings.save()
    assert str(path) in told.args[0]
    assert path.read_bytes() == b'{"theme": "dark"}'


def test_a_folder_in_the_place_of_the_file_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    settings = Settings(tmp_path)
    assert "could not be read" in settings.problem
    settings.change(theme="dark")
    settings.save()
    assert Settings(tmp_path).values.theme == "dark"


def test_a_folder_that_cannot_be_written_is_told_once_and_harms_nothing(
    tmp_path: Path, qtbot: QtBot
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    settings = Settings(blocked / "magdesk")
    settings.change(theme="dark")
    with qtbot.waitSignal(settings.failed, timeout=500) as told:
        settings.save()
    assert told.args == [settings.problem]
    assert settings.values.theme == "dark"
    settings.change(theme="light")
    with qtbot.assertNotEmitted(settings.failed):
        settings.save()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new")
    settings.change(theme="dark")
    settings.save()
    assert stat.S_IMODE(settings.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.path.parent.stat().st_mode) == 0o700


def test_no_other_file_is_left_beside_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for theme in ("dark", "light", "dark"):
        settings.change(theme=theme)
        settings.save()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_folder_can_be_chosen_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAGDESK_CONFIG_DIR", str(tmp_path))
    assert settings_folder() == tmp_path
    monkeypatch.delenv("MAGDESK_CONFIG_DIR")
    assert settings_folder().name == "magdesk"


# --- files of any kind --------------------------------------------------------------------------


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\n\n  ", b""])
def test_what_an_editor_puts_before_the_text_does_no_harm(tmp_path: Path, start: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(start + b'{"theme": "dark"}')
    settings = Settings(tmp_path)
    assert (settings.values.theme, settings.problem) == ("dark", "")


def test_what_older_formats_called_otherwise_is_carried_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"format": 2, "voice": "detail", "page": "guide"}')
    settings = Settings(tmp_path)
    assert (settings.values.detail_level, settings.values.page) == ("detail", "learn")
    assert settings.problem == ""


@pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")
@pytest.mark.parametrize("kind", ["pipe", "device", "loop", "enormous"])
def test_no_kind_of_file_makes_the_start_wait(tmp_path: Path, kind: str) -> None:
    path = tmp_path / FILE_NAME
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.touch()
        os.truncate(path, 5_000_000_000)
    settings = Settings(tmp_path)
    assert settings.values == Values()
    assert "could not be read" in settings.problem
    settings.change(theme="dark")
    settings.save()
    assert Settings(tmp_path).values.theme == "dark"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    real.write_bytes(b'{"theme": "dark"}')
    (tmp_path / FILE_NAME).symlink_to(real)
    settings = Settings(tmp_path)
    settings.change(region="uk")
    settings.save()
    assert (tmp_path / FILE_NAME).is_symlink()
    assert b'"uk"' in real.read_bytes()


# --- two windows --------------------------------------------------------------------------------


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = Settings(tmp_path), Settings(tmp_path)
    first.change(zoom=125)
    second.change(theme="dark")
    first.save()
    second.save()
    kept = Settings(tmp_path).values
    assert (kept.zoom, kept.theme) == (125, "dark")


def test_what_one_window_set_back_stays_set_back(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.change(zoom=125, region="uk")
    first.save()
    second = Settings(tmp_path)
    first.change(zoom=100)
    first.save()
    second.change(theme="dark")
    second.save()
    kept = Settings(tmp_path).values
    assert (kept.zoom, kept.region, kept.theme) == (100, "uk", "dark")


def test_the_later_of_two_windows_decides_what_both_changed(tmp_path: Path) -> None:
    first, second = Settings(tmp_path), Settings(tmp_path)
    first.change(zoom=125)
    second.change(zoom=150)
    second.save()
    first.save()
    assert Settings(tmp_path).values.zoom == 125


def test_a_window_that_changed_nothing_writes_nothing(tmp_path: Path) -> None:
    idle, busy = Settings(tmp_path), Settings(tmp_path)
    busy.change(zoom=125)
    busy.save()
    idle.save()
    assert Settings(tmp_path).values.zoom == 125


def test_a_file_that_broke_meanwhile_is_kept_aside(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.change(zoom=125)
    settings.save()
    settings.path.write_bytes(b"{half")
    settings.change(theme="dark")
    settings.save()
    kept = Settings(tmp_path).values
    assert (kept.zoom, kept.theme) == (125, "dark")
    (aside,) = tmp_path.glob("settings-unreadable-*.json")
    assert aside.read_bytes() == b"{half"


def test_changes_without_end_are_written_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    changing = QTimer()
    changing.setInterval(50)
    zooms = cycle([110, 125])
    changing.timeout.connect(lambda: settings.change(zoom=next(zooms)))
    changing.start()
    qtbot.waitUntil(settings.path.exists, timeout=1000)
    changing.stop()


# --- where they are kept ------------------------------------------------------------------------


def test_a_tilde_is_the_persons_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAGDESK_CONFIG_DIR", "~/kept here")
    assert settings_folder() == Path.home() / "kept here"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder of Linux")
@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_a_home_in_the_environment_the_systems_own_counts(
    monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    for name in ("MAGDESK_CONFIG_DIR", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    import pwd

    known = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert settings_folder() == known / ".config" / "magdesk"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder of Linux")
def test_a_folder_that_is_not_whole_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAGDESK_CONFIG_DIR")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert settings_folder() == Path.home() / ".config" / "magdesk"
    monkeypatch.setenv("XDG_CONFIG_HOME", "/configured")
    assert settings_folder() == Path("/configured/magdesk")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="users of Linux")
def test_a_user_without_a_folder_works_without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MAGDESK_CONFIG_DIR", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 987_654)
    settings = Settings()
    assert (settings.values, settings.problem) == (Values(), "")
    settings.change(theme="dark")
    settings.save()
    assert "could not be saved" in settings.problem
