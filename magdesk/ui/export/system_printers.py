"""The printers of the system, asked for without a word on the network."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ASKED = "CUPS_SERVER"
_SOCKET = "/run/cups/cups.sock"
_SYSTEM = Path("/etc/cups")


def new_printer() -> QPrinter:
    """Return the usual printer, in its full resolution."""
    from PySide6.QtPrintSupport import QPrinter  # loaded when something is printed

    if sys.platform.startswith("linux") and not _server_was_chosen():
        os.environ[_ASKED] = _SOCKET
    return QPrinter(QPrinter.PrinterMode.HighResolution)


def _server_was_chosen() -> bool:
    """Whether this person's computer is told which print server to ask.

    Otherwise the library of CUPS asks the socket of this machine and, where there is none, knocks
    at the network port 631, also of this machine. The socket alone will do.
    """
    settings = (_SYSTEM, Path(os.environ.get("HOME", "/"), ".cups"))
    return _ASKED in os.environ or any((folder / "client.conf").exists() for folder in settings)
