"""How large the window is at least and at first, and where it comes back: wholly on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from magdesk.ui.look.theme import unit
from magdesk.ui.settings.values import FARTHEST, LARGEST, WindowPlace

LEAST_SIZE = QSize(800, 560)
"""In pixels, at the usual size of text."""

USUAL_FRAME = QMargins(8, 40, 8, 8)
"""Room for title bar and borders: X11 tells how large they are only once the window is shown."""

_LEAST_UNITS = (640.0, 420.0)
"""What pages need in u, where text is larger."""

_FIRST_SIZE = (1180.0, 760.0)


def set_least_size(window: QMainWindow) -> None:
    """Keep the window as large as its pages need, as far as the screen has room."""
    room, one = _rooms(USUAL_FRAME)[0], unit(window)
    needed = QSize(round(_LEAST_UNITS[0] * one), round(_LEAST_UNITS[1] * one))
    window.setMinimumSize(needed.expandedTo(LEAST_SIZE).boundedTo(room.size()))


def put_in_place(window: QMainWindow, place: WindowPlace | None) -> None:
    """Give the window the size and place of last time, moved and shrunk to where it can be seen."""
    rooms = _rooms(USUAL_FRAME)
    if place is None:
        one = unit(window)
        size = QSize(round(_FIRST_SIZE[0] * one), round(_FIRST_SIZE[1] * one))
        window.resize(size.boundedTo(rooms[0].size()))
        return
    wanted = QRect(place.x, place.y, place.width, place.height)
    window.setGeometry(fit_to_rooms(wanted, rooms))
    if place.maximized:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def keep_on_screen(window: QMainWindow) -> None:
    """Move and shrink a window that is shown so that a screen shows all of it and of its frame."""
    if window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        return
    inner, outer = window.geometry(), window.frameGeometry()
    frame = QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    fitting = fit_to_rooms(inner, _rooms(frame))
    if fitting != inner:
        window.setMinimumSize(window.minimumSize().boundedTo(fitting.size()))
        window.setGeometry(fitting)


def place_of(window: QMainWindow) -> WindowPlace:
    """Return where the window is, to be kept."""
    normal = window.normalGeometry()
    return WindowPlace(
        x=max(-FARTHEST, min(normal.x(), FARTHEST)),
        y=max(-FARTHEST, min(normal.y(), FARTHEST)),
        width=max(0, min(normal.width(), LARGEST)),
        height=max(0, min(normal.height(), LARGEST)),
        maximized=window.isMaximized(),
    )


def fit_to_rooms(wanted: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return the rectangle, moved and shrunk so that it lies in one of the rooms.

    That is the room that shows most of it, and in the middle of the first where none shows any.
    """
    home = max(rooms, key=lambda room: _area(room.intersected(wanted)))
    fitting = QRect(wanted.topLeft(), wanted.size().boundedTo(home.size()))
    if not _area(home.intersected(wanted)):
        fitting.moveCenter(home.center())
        return fitting
    fitting.moveLeft(max(home.left(), min(fitting.left(), home.right() + 1 - fitting.width())))
    fitting.moveTop(max(home.top(), min(fitting.top(), home.bottom() + 1 - fitting.height())))
    return fitting


def _rooms(frame: QMargins) -> list[QRect]:
    """What each screen has for a window within such a frame, the usual screen first."""
    screens = QGuiApplication.screens()
    screens.sort(key=lambda screen: screen != QGuiApplication.primaryScreen())
    return [screen.availableGeometry().marginsRemoved(frame) for screen in screens]


def _area(rectangle: QRect) -> int:
    return max(0, rectangle.width()) * max(0, rectangle.height())
