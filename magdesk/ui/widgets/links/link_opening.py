"""Opening an address in the person's own browser, and saying so where that did not work."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from subprocess import Popen

PATIENCE_MS = 5_000
_LOOK_EVERY_MS = 100
_OPENER = "xdg-open"
_running: list[Popen[bytes]] = []
"""Openers that may still run: on some desktops one stays as long as the browser it started."""


@runtime_checkable
class SaysProblems(Protocol):
    """A window that shows problems at its head."""

    def say(self, problem: str) -> None:
        """Show a problem."""


def say_in_window(widget: QWidget, problem: str) -> None:
    """Show a problem in the window of the widget, or in the one that its dialog belongs to."""
    window: QWidget | None = widget.window()
    while window is not None and not isinstance(window, SaysProblems):
        owner = window.parentWidget()
        window = None if owner is None else owner.window()
    if window is not None:
        window.say(problem)
        return
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "", problem, parent=widget.window())
    box.open()


def open_address(origin: QWidget, address: str) -> None:
    """Open a web address, and nothing else; the window of ``origin`` tells where that fails."""
    if QUrl(address).scheme() != "https":
        return
    if sys.platform == "linux":
        _Opening(origin, address).start()
        return
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl(address)):
        say_in_window(origin, failed_words(address))


def failed_words(address: str) -> str:
    """Return what to tell where the system could not open an address."""
    words = QCoreApplication.translate(
        "Links", "Your browser could not be opened. The address is {address}"
    )
    return words.format(address=address)


def silent_words(address: str) -> str:
    """Return what to tell where nothing is known of an address that was to be opened."""
    words = QCoreApplication.translate(
        "Links", "Your browser did not answer. If no page opens, the address is {address}"
    )
    return words.format(address=address)


class _Opening(QObject):
    """One run of the system's opener, looked at until it ends or patience does."""

    def __init__(self, origin: QWidget, address: str) -> None:
        super().__init__(origin)
        self._address = address
        self._waited = 0
        self._process: Popen[bytes] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._look)

    def start(self) -> None:
        """Run the opener; it outlives the program, as the browser does that it may become."""
        from subprocess import DEVNULL, Popen

        _running[:] = [process for process in _running if process.poll() is None]
        try:
            self._process = Popen(
                [_OPENER, self._address],
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=DEVNULL,
                env=_own_environment(),
                start_new_session=True,
            )
        except OSError:
            self._end(failed_words(self._address))
            return
        _running.append(self._process)
        self._clock.start()

    @Slot()
    def _look(self) -> None:
        assert self._process is not None
        status = self._process.poll()
        self._waited += _LOOK_EVERY_MS
        if status is not None:
            self._end("" if status == 0 else failed_words(self._address))
        elif self._waited >= PATIENCE_MS:
            self._end(silent_words(self._address))

    def _end(self, problem: str) -> None:
        self._clock.stop()
        origin = self.parent()
        if problem and isinstance(origin, QWidget):
            say_in_window(origin, problem)
        self.deleteLater()


def _own_environment() -> dict[str, str]:
    """Return the environment without the library paths that a packaged program lives with."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if before is not None:
            environment["LD_LIBRARY_PATH"] = before
    return environment
