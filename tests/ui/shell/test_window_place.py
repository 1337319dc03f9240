"""The window comes back wholly on a screen, whatever was kept of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from magdesk.ui.shell.window_place import fit_to_rooms

ROOMS = [QRect(0, 40, 1920, 1040), QRect(1920, 40, 1280, 984)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        (QRect(2000, 50, 800, 600), QRect(2000, 50, 800, 600)),
        (QRect(-500, 100, 800, 600), QRect(0, 100, 800, 600)),
        (QRect(1500, 100, 800, 600), QRect(1120, 100, 800, 600)),
        (QRect(1700, 100, 800, 600), QRect(1920, 100, 800, 600)),
        (QRect(100, -20, 800, 600), QRect(100, 40, 800, 600)),
        (QRect(5000, 100, 800, 600), QRect(560, 260, 800, 600)),
        (QRect(0, 0, 4000, 3000), QRect(0, 40, 1920, 1040)),
        (QRect(300, 200, 1380, 960), QRect(300, 120, 1380, 960)),
    ],
)
def test_a_window_comes_back_where_it_was_or_the_nearest_place(
    wanted: QRect, expected: QRect
) -> None:
    assert fit_to_rooms(wanted, ROOMS) == expected


PLACES = st.integers(-100_000, 100_000)
SIZES = st.integers(0, 100_000)


@given(PLACES, PLACES, SIZES, SIZES)
def test_all_of_a_window_lies_on_one_screen(x: int, y: int, width: int, height: int) -> None:
    placed = fit_to_rooms(QRect(x, y, width, height), ROOMS)
    assert any(
        room.left() <= placed.left()
        and room.top() <= placed.top()
        and placed.left() + placed.width() <= room.left() + room.width()
        and placed.top() + placed.height() <= room.top() + room.height()
        for room in ROOMS
    )


@given(PLACES, PLACES, st.integers(1, 1280), st.integers(1, 984))
def test_a_window_that_lies_on_one_screen_stays(x: int, y: int, width: int, height: int) -> None:
    wanted = QRect(x % 3200, 40 + y % 984, width, height)
    if any(room.contains(wanted) for room in ROOMS):
        assert fit_to_rooms(wanted, ROOMS) == wanted
