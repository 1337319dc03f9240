"""A hand at the counter on a display that tells whose the clipboard is.

``own FOLDER`` copies a list, begins with a new person, and prints what was the program's own and
what is left. ``foreign FOLDER`` begins with a new person only. ``hold`` copies a list, says so, and
waits to be ended: another program.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtGui import QClipboard, QGuiApplication

from magdesk.app import make_application
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.counter.page import CounterPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow

MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def copy(text: str) -> None:
    """Put a text wherever the system keeps copied ones."""
    for mode in MODES:
        QGuiApplication.clipboard().setText(text, mode)


def say(line: str) -> None:
    """Tell whoever started this program."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(what: str, *folder: str) -> None:
    """Do one of the three."""
    app = make_application(["magdesk"])
    clipboard = QGuiApplication.clipboard()
    if what == "hold":
        copy("lithium")
        say("held")
        app.exec()
    window = MainWindow(Library(), Settings(Path(folder[0])))
    page = window.show_page("counter")
    window.show()
    app.processEvents()
    if what == "own":
        copy("lithium")
    owned = [clipboard.ownsClipboard(), clipboard.ownsSelection()]
    assert isinstance(page, CounterPage)
    page.start_new_person()
    app.processEvents()
    say(json.dumps({"owned": owned, "left": [clipboard.text(mode) for mode in MODES]}))
    window.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
