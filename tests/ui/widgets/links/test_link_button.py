"""A link is a control: it says what it opens, gives its address away, and tells what failed."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.access.focus import LEAST_TARGET
from magdesk.ui.widgets.links import link_opening
from magdesk.ui.widgets.links.link_button import LinkButton
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import description, interface, name

ADDRESS = "https://example.org/page?a=1&b=2"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system opens it")


class SayingWindow(QMainWindow):
    """A window that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def say(self, problem: str) -> None:
        """Keep it."""
        self.said.append(problem)


@pytest.fixture
def window(qtbot: QtBot) -> SayingWindow:
    made = SayingWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(LinkButton("FDA 2011", ADDRESS, "FDA on magnesium"))
    made.show()
    return made


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's opener, to be written by the test; what it opened is beside it."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "xdg-open"


def write(opener: Path, last_line: str) -> None:
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opener.parent}/opened"\n{last_line}\n')
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)


def link(window: SayingWindow) -> LinkButton:
    found = window.centralWidget()
    assert isinstance(found, LinkButton)
    return found


def opened(opener: Path) -> str:
    kept = opener.parent / "opened"
    return kept.read_text() if kept.exists() else ""


def test_it_is_told_as_a_link_that_says_what_it_opens(window: SayingWindow) -> None:
    assert interface(link(window)).role() == QAccessible.Role.Link
    assert name(link(window)) == "Open in the browser: FDA on magnesium"
    assert description(link(window)) == ADDRESS


def test_it_is_large_enough_to_be_hit(window: SayingWindow) -> None:
    assert link(window).sizeHint().height() >= LEAST_TARGET
    assert LinkButton("1", ADDRESS).sizeHint().width() >= LEAST_TARGET


def test_ctrl_c_copies_the_address(window: SayingWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(link(window), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_its_menu_copies_the_address(window: SayingWindow) -> None:
    QGuiApplication.clipboard().clear()
    (copy,) = link(window).actions()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == ADDRESS


@on_linux
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_what_opens_is_not_told(
    window: SayingWindow, qtbot: QtBot, opener: Path, key: Qt.Key
) -> None:
    write(opener, "exit 0")
    qtbot.keyClick(link(window), key)
    qtbot.waitUntil(lambda: opened(opener) == ADDRESS)
    qtbot.waitUntil(lambda: not link(window).findChildren(link_opening._Opening))
    assert window.said == []


@on_linux
@pytest.mark.parametrize("status", [1, 2, 3, 4, 127])
def test_a_status_other_than_0_is_told_with_the_address(
    window: SayingWindow, qtbot: QtBot, opener: Path, status: int
) -> None:
    write(opener, f"exit {status}")
    link(window).click()
    qtbot.waitUntil(lambda: window.said == [link_opening.failed_words(ADDRESS)])
    assert ADDRESS in window.said[0]


@on_linux
def test_no_opener_at_all_is_told(
    window: SayingWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    link(window).click()
    qtbot.waitUntil(lambda: window.said == [link_opening.failed_words(ADDRESS)])


@on_linux
def test_an_opener_that_says_nothing_is_told_and_left_alone(
    window: SayingWindow, qtbot: QtBot, opener: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_opening, "PATIENCE_MS", 300)
    write(opener, "exec sleep 20")
    link(window).click()
    qtbot.waitUntil(lambda: window.said == [link_opening.silent_words(ADDRESS)])
    (process,) = link_opening._running
    assert process.poll() is None
    process.terminate()
    process.wait()


def test_patience_is_five_seconds() -> None:
    assert link_opening.PATIENCE_MS == 5_000


@on_linux
def test_a_window_that_cannot_say_it_shows_a_box(shown: Show, qtbot: QtBot, opener: Path) -> None:
    write(opener, "exit 3")
    alone = LinkButton("Read", ADDRESS)
    window: QWidget = shown(alone)
    alone.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert ADDRESS in box.text()
    box.close()
