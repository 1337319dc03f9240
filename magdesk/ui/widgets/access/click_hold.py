"""After a page change nothing under the pointer acts for a moment.

The second click of a double-click was meant for what stood there before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QCursor, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_NEAR_PX = 24
"""A hand moves a little between two clicks, less than to another control."""


def hold_clicks(page: QWidget) -> None:
    """Take no press where the pointer is now, for as long as a double-click may last.

    Keys, and presses elsewhere in the window, act at once. Call it when a page was changed.
    """
    window = page.window().windowHandle()
    if window is None:
        return
    known = window.findChild(_ClickHold)
    (known or _ClickHold(window)).begin()


class _ClickHold(QObject):
    """Takes presses out before a window sees them, and the releases that belong to them."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._place = QPoint()
        self._took_press = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._end)

    def begin(self) -> None:
        self._place = QCursor.pos()
        self._window.installEventFilter(self)
        self._clock.start(QApplication.doubleClickInterval())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonRelease and self._took_press:
            self._took_press = False
            if not self._clock.isActive():
                self._end()
            return True
        if kind not in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        if not self._clock.isActive() or not isinstance(event, QMouseEvent):
            return False
        way = event.globalPosition().toPoint() - self._place
        if way.manhattanLength() > _NEAR_PX:
            return False
        self._took_press = True
        return True

    @Slot()
    def _end(self) -> None:
        if not self._took_press:
            self._window.removeEventFilter(self)
