"""Keeps the settings however the program ends: logout, signals, a display that goes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Leaving(QObject):
    """Calls ``keep`` before the program ends; ``signalled`` is the number of what ended it, or 0.

    A signal is noted by Python in C and acted on by its handler only when Python runs again, which
    in Qt's loop may be never: so it is written to a pipe as well, and Qt wakes up for that.
    """

    def __init__(self, app: QApplication, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._keep = keep
        self.signalled = 0
        app.aboutToQuit.connect(self._keep_all)  # also where the display has gone
        app.commitDataRequest.connect(self._keep_all)  # logout on Windows and macOS
        if sys.platform != "win32":  # where Qt can wait for sockets only
            self._listen()

    def _listen(self) -> None:
        self._pipe, write = os.pipe()
        for end in (self._pipe, write):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._leave)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), _nothing)

    @Slot()
    def _leave(self) -> None:
        """End the program, dialogs that wait for an answer included."""
        noted = [number for number in os.read(self._pipe, 64) if number in _numbers()]
        if noted:
            self.signalled = noted[0]
            self._keep_all()
            self._app.exit(128 + self.signalled)

    @Slot()
    def _keep_all(self) -> None:
        self._keep()


def _numbers() -> set[int]:
    return {getattr(signal, name) for name in _SIGNALS}


def _nothing(_number: int, _frame: object) -> None:
    """Stand in for the usual handler, which would end the program at once."""
