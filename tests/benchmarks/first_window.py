"""One start of a window, timed from outside: ``first_window.py empty|magdesk STARTED_NS REST_MS``.

Prints JSON, times counted from the start of the process: ``shown_ms``, the end of the first paint
(for magdesk: the first with rows in the table); ``settled_ms``, when nothing is left to do; and, if
REST_MS is not 0, ``pss_kib``, the memory after that rest.

Nothing here looks at all events of the application: handed so many kinds of objects, the binding
makes a class for each, which takes 25 ms and 4 MiB that neither window would need by itself.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from magdesk.ui.main_window import MainWindow

SIZE = (1180, 760)


class FirstPaint(QObject):
    """Is told of the first paint, notes when it is over, and ends the process."""

    def __init__(self, started_ns: int, rest_ms: int) -> None:
        super().__init__()
        self._started_ns = started_ns
        self._rest_ms = rest_ms
        self._told: dict[str, float] = {}
        self._begun = False

    def begun(self) -> None:
        """A paint goes on; what is posted during the first comes after all of it."""
        if self._begun:
            return
        self._begun = True
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, _event: QEvent) -> None:
        """The first paint is over."""
        self._note("shown_ms")
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._settled)

    def _settled(self) -> None:
        QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._settled)
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


class EmptyWindow(QMainWindow):
    """A main window with nothing in it."""

    def __init__(self, watch: FirstPaint) -> None:
        super().__init__()
        self._watch = watch
        self.resize(*SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._watch.begun()


def show_empty_window(watch: FirstPaint) -> None:
    """What Qt itself costs."""
    app = QApplication([])
    window = EmptyWindow(watch)
    window.show()
    app.exec()


def show_magdesk(watch: FirstPaint) -> None:
    """The program, the way its user starts it."""
    from magdesk import app as program
    from magdesk.__main__ import main

    make_window = program.make_window

    def watched_window(app: QApplication) -> MainWindow:
        window = make_window(app)
        assert window.compare.table.model().rowCount() > 0
        window.compare.table.first_painted.connect(watch.begun)
        return window

    program.make_window = watched_window
    main([])


if __name__ == "__main__":
    show = show_empty_window if sys.argv[1] == "empty" else show_magdesk
    first_paint = FirstPaint(int(sys.argv[2]), int(sys.argv[3]))
    show(first_paint)
