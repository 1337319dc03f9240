"""Clears the counter by itself when nobody has touched it for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

TEN_MINUTES = 10 * 60 * 1000
_TOUCHES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class PrivateWatch(QObject):
    """``quiet`` tells that no key was pressed in the window for ten minutes.

    Dialogs and menus are closed before: what opened them has to be there when they return.
    """

    quiet = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._watched: QObject | None = None
        self.is_on = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._close_or_tell)

    @property
    def left(self) -> int:
        """Milliseconds until it is quiet; -1 while nothing is watched."""
        return self._timer.remainingTime()

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
            self._timer.start(TEN_MINUTES)
        else:
            self._timer.stop()

    def touched(self) -> None:
        """Begin to wait anew."""
        if self.is_on:
            self._timer.start(TEN_MINUTES)

    def _close_or_tell(self) -> None:
        open_above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if open_above is None:
            self.quiet.emit()
            return
        if isinstance(open_above, QDialog):
            open_above.reject()
        else:
            open_above.close()
        QTimer.singleShot(0, self, self._close_or_tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self.touched()
        return super().eventFilter(watched, event)
