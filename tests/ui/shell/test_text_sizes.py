"""Every size of text from every other, in steps and jumps, whatever the window and the page.

A page whose size of text was changed stands as one that was built in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from operator import methodcaller
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.text_size import STEPS, USUAL, apply_zoom
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from tests.ui.settling import settle

# Other tests cover what this one repeats; counting lines would take a third of its time.
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("lines_not_counted")]

WINDOWS = ((784, 560), (1180, 760), (1300, 600), (1920, 1200))
ROUNDING, ACROSS, DOWN = 8, 0.04, 0.25
"""Pixels, and parts of a length: each is rounded, and a pixel less may wrap a text once more."""


def _side_by_side(window: MainWindow) -> None:
    window.compare.model.ticks.put(("citrate", "oxide"))
    window.compare.choosing.open()


PLACES: dict[str, Callable[[MainWindow], object]] = {
    **{page.name: methodcaller("show_page", page.name) for page in pages()},
    "form": lambda window: window.compare.show_form("citrate"),
    "side by side": _side_by_side,
}


@pytest.fixture
def opened(
    qapp: QApplication, qtbot: QtBot, library: Library, tmp_path: Path
) -> Iterator[Callable[[int, tuple[int, int]], tuple[MainWindow, Settings]]]:
    """Opens the window in a size of text and of its own."""
    appearances: list[Appearance] = []

    def open_window(percent: int, size: tuple[int, int]) -> tuple[MainWindow, Settings]:
        apply_zoom(qapp, USUAL)
        settings = Settings(tmp_path / str(len(appearances)))
        settings.change(zoom=percent)
        appearances.append(Appearance(qapp, settings))
        window = MainWindow(library, settings)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        settle()
        return window, settings

    yield open_window
    for appearance in appearances:
        appearance.deleteLater()
    for window in qapp.topLevelWidgets():
        window.close()
    apply_zoom(qapp, USUAL)


def places_of(window: MainWindow) -> dict[str, list[QRect]]:
    """Where each kind of widget stands in the window, those of one name in their order."""
    found: dict[str, list[QRect]] = {}
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
            continue
        corner = widget.mapTo(window, QPoint(0, 0))
        name = f"{type(widget).__name__} {widget.objectName()}"
        found.setdefault(name, []).append(QRect(corner, widget.size()))
    return found


def differences(one: MainWindow, other: MainWindow) -> list[str]:
    """Widgets that stand otherwise in one window than in the other."""
    first, second = places_of(one), places_of(other)
    faults = [f"only in one: {name}" for name in first.keys() ^ second.keys()]
    for name in first.keys() & second.keys():
        if len(first[name]) != len(second[name]):
            faults.append(f"{len(first[name])} and {len(second[name])} of {name}")
            continue
        for here, there in zip(first[name], second[name], strict=True):
            sides = zip(_sides(here), _sides(there), strict=True)
            shares = (ACROSS, DOWN, ACROSS, DOWN)
            if any(abs(a - b) > ROUNDING + s * b for (a, b), s in zip(sides, shares, strict=True)):
                faults.append(f"{name}: {here} instead of {there}")
    return faults


def _sides(box: QRect) -> tuple[int, int, int, int]:
    return box.left(), box.top(), box.width(), box.height()


Opened = Callable[[int, tuple[int, int]], tuple[MainWindow, Settings]]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("before", "after"), [(100, 200), (150, 80)])
def test_a_page_stands_as_one_that_was_built_in_this_size(
    opened: Opened, place: str, before: int, after: int
) -> None:
    size = (1300, 780)
    window, settings = opened(before, size)
    PLACES[place](window)
    settle()
    settings.change(zoom=after)
    window.resize(*size)
    settle()
    fresh, _ = opened(after, size)
    PLACES[place](fresh)
    settle()
    fresh.resize(window.size())
    settle()
    faults = differences(window, fresh)
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_step_and_no_jump_ends_the_program(
    opened: Opened, place: str, size: tuple[int, int]
) -> None:
    window, settings = opened(USUAL, size)
    PLACES[place](window)
    built = {page.name: window.page(page.name) for page in pages()}
    steps = (*STEPS[3:], *reversed(STEPS))
    jumps = itertools.chain.from_iterable(itertools.permutations((80, 110, 200), 2))
    for percent in (*steps, *jumps):
        settings.change(zoom=percent)
        window.resize(*size)
        settle()
    assert {page.name: window.page(page.name) for page in pages()} == built  # none taken down
