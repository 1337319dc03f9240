"""Clears the counter by itself when nobody has touched it for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

TEN_MINUTES = 10 * 60 * 1000
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class PrivateWatch(QObject):
    """``quiet`` tells that no key was pressed in the window for so many milliseconds."""

    quiet = Signal()

    def __init__(self, parent: QWidget, milliseconds: int = TEN_MINUTES) -> None:
        super().__init__(parent)
        self._page = parent
        self._watched: QObject | None = None
        self.is_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.quiet)

    def set_on(self, on: bool) -> None:
        """Watch the keys of the window, or watch no more."""
        self.is_on = on
        window = self._page.window().windowHandle()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        if on:
            if window is not None:
                window.installEventFilter(self)
                self._watched = window
            self._timer.start()
        else:
            self._timer.stop()

    def touched(self) -> None:
        """Begin to wait anew."""
        if self.is_on:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)
