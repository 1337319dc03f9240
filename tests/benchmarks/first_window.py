"""One start of a window, timed from outside: ``first_window.py empty|magdesk STARTED_NS REST_MS``.

Prints JSON, times counted from the start of the process: ``shown_ms``, the end of the first paint
(for magdesk: the first with rows in the table); ``settled_ms``, when nothing is left to do; and, if
REST_MS is not 0, ``pss_kib``, the memory after that rest.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

SIZE = (1180, 760)
TOO_LONG_MS = 20_000


class FirstPaint(QObject):
    """Waits for the first paint that counts, tells of it, and ends the process."""

    def __init__(self, app: QApplication, started_ns: int, rest_ms: int) -> None:
        super().__init__()
        self._app = app
        self._started_ns = started_ns
        self._rest_ms = rest_ms
        self._told: dict[str, float] = {}
        self._loop = QAbstractEventDispatcher.instance()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch every paint; all events go on their way."""
        if event.type() == QEvent.Type.Paint and _counts(watched):
            self._app.removeEventFilter(self)
            # The paint is still to come; what is posted now comes after all of it.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False

    def customEvent(self, _event: QEvent) -> None:
        """The first paint is over."""
        self._note("shown_ms")
        self._loop.aboutToBlock.connect(self._settled)

    def _settled(self) -> None:
        self._loop.aboutToBlock.disconnect(self._settled)
        self._note("settled_ms")
        QTimer.singleShot(self._rest_ms, self._leave)

    def _note(self, moment: str) -> None:
        self._told[moment] = (time.monotonic_ns() - self._started_ns) / 1e6

    def _leave(self) -> None:
        if self._rest_ms:
            self._told["pss_kib"] = proportional_set_size()
        print(json.dumps(self._told), flush=True)
        os._exit(0)


def proportional_set_size() -> int:
    """This process's memory, KiB, with shared pages counted in part (PSS)."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _counts(watched: QObject) -> bool:
    if sys.argv[1] == "empty":
        return isinstance(watched, QMainWindow)
    view = watched.parent()
    return (
        isinstance(view, QTableView)
        and watched is view.viewport()
        and view.model() is not None
        and view.model().rowCount() > 0
    )


def show_empty_window() -> None:
    """What Qt itself costs: a main window with nothing in it."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    app.exec()


def show_magdesk() -> None:
    """The program, the way its user starts it."""
    from magdesk.__main__ import main

    main([])


def watch_first_paint(started_ns: int, rest_ms: int) -> None:
    """Have the first paint watched as soon as an application enters its event loop."""
    enter_loop = QApplication.exec
    watchers: list[FirstPaint] = []

    def watched_loop(*_app: QApplication) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        watchers.append(FirstPaint(app, started_ns, rest_ms))
        QTimer.singleShot(TOO_LONG_MS, lambda: os._exit(3))
        return enter_loop()

    QApplication.exec = watched_loop  # type: ignore[method-assign]


if __name__ == "__main__":
    watch_first_paint(int(sys.argv[2]), int(sys.argv[3]))
    show_empty_window() if sys.argv[1] == "empty" else show_magdesk()
