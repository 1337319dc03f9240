"""A window of little height still shows rows, and what a person typed never cuts a sentence off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.text import Heading, Paragraph

TYPED = ["citrate" * 430, "q" * 3000, "<b>zq</b>" * 300, "ü é ñ z q " * 300]
SIZES = [(624, 312), (784, 400), (1180, 760)]


@pytest.fixture
def window(qtbot: QtBot, library: Library, tmp_path: Path) -> MainWindow:
    made = MainWindow(library, Settings(tmp_path))
    qtbot.addWidget(made)
    made.setMinimumSize(0, 0)  # as on a screen that has no room for more
    made.show()
    return made


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("size", SIZES)
def test_at_least_two_rows_are_seen_whole(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    settle()
    table = window.compare.table
    bottoms = [
        table.visualRect(table.model().index(row, 0)).bottom()
        for row in range(table.model().rowCount())
    ]
    assert sum(bottom <= table.viewport().height() for bottom in bottoms) >= 2


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("size", SIZES)
def test_why_nothing_is_found_is_whole_or_scrolls(
    window: MainWindow, size: tuple[int, int], typed: str
) -> None:
    window.resize(*size)
    settle()
    before = window.width()
    window.compare.row_filter.set_typed(typed)
    settle()
    assert window.compare.proxy.rowCount() == 0
    note = window.compare.panel.nothing_found
    assert note.isVisible()
    assert window.width() == before
    parts: list[QWidget] = [*note.findChildren(Paragraph), note.clear]
    for part in parts:
        if isinstance(part, Paragraph | Heading) and part.hasHeightForWidth():
            assert part.height() >= part.heightForWidth(part.width())
        else:
            assert part.height() >= part.sizeHint().height()
        assert part.width() <= note.viewport().width()
    note.ensureWidgetVisible(note.clear)
    assert (
        note.viewport()
        .rect()
        .contains(note.clear.mapTo(note.viewport(), note.clear.rect().center()))
    )
