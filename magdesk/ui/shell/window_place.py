"""How large the window is at least and at first, and where it comes back."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from magdesk.ui.look.theme import unit
from magdesk.ui.settings.values import WindowPlace

LEAST_SIZE = QSize(800, 560)
"""In pixels, at the usual size of text."""

_LEAST_UNITS = (640.0, 420.0)
"""What pages need in u, where text is larger."""

_FIRST_SIZE = (1180.0, 760.0)
_VISIBLE_PART = 100


def set_least_size(window: QMainWindow) -> None:
    """Keep the window as large as its pages need, as far as the screen has room."""
    screen, one = QGuiApplication.primaryScreen().availableGeometry(), unit(window)
    needed = QSize(round(_LEAST_UNITS[0] * one), round(_LEAST_UNITS[1] * one))
    window.setMinimumSize(needed.expandedTo(LEAST_SIZE).boundedTo(screen.size()))


def put_in_place(window: QMainWindow, place: WindowPlace | None) -> None:
    """Give the window the size and place of last time, where a screen still shows it."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place is None:
        one = unit(window)
        size = QSize(round(_FIRST_SIZE[0] * one), round(_FIRST_SIZE[1] * one))
        home = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(size.boundedTo(home.size()))
        return
    wanted = QRect(place.x, place.y, place.width, place.height)
    window.setGeometry(fit_to_screens(wanted, screens))
    if place.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def place_of(window: QMainWindow) -> WindowPlace:
    """Return where the window is, to be kept."""
    normal = window.normalGeometry()
    return WindowPlace(
        x=normal.x(),
        y=normal.y(),
        width=normal.width(),
        height=normal.height(),
        maximized=window.isMaximized(),
    )


def fit_to_screens(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return the rectangle, moved and shrunk so that one of the screens shows it.

    A window of which at least ``_VISIBLE_PART`` pixels a side can be seen stays where it is.
    """
    for screen in screens:
        seen = screen.intersected(wanted)
        if min(seen.width(), seen.height()) >= _VISIBLE_PART and wanted.top() >= screen.top():
            return QRect(wanted.topLeft(), wanted.size().boundedTo(screen.size()))
    home = screens[0]
    size = wanted.size().boundedTo(home.size())
    moved = QRect(home.topLeft(), size)
    moved.moveCenter(home.center())
    return moved
