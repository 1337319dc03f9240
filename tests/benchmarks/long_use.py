"""What a program keeps that is used for days: memory and handles; prints JSON.

All is done in passes: what the first one builds stays, what comes on top later has leaked.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from magdesk.app import make_application, make_window
from magdesk.ui.look.theme import Choice, apply_theme
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from tests.benchmarks.many_rows import settle, wait, wizard

WALKS, SORTS, FILTERS, THEMES, PAGES = 500, 1000, 1000, 200, 300
PASSES = 20
MEGABYTE = 1_000_000

_TYPED = cycle(["o", "ox", "oxide", "oxide zinc", "malate", ""])
_THEMES: Iterator[Choice] = cycle(("dark", "contrast", "light"))
_PAGES = cycle(page.name for page in pages())


def one_pass(application: QApplication, window: MainWindow) -> None:
    """A part of all walks, sorts, filters, themes and pages."""
    table = window.findChild(FormTable, "compare.table")
    field = window.findChild(QLineEdit, "compare.filter")
    assert table is not None
    assert field is not None
    columns = range(table.model().columnCount())
    orders = cycle((column, order) for order in Qt.SortOrder for column in columns)
    for column, order in islice(orders, SORTS // PASSES):
        wait({}, "sort", partial(table.sortByColumn, column, order))
    for text in islice(_TYPED, FILTERS // PASSES):
        wait({}, "filter", partial(field.setText, text))
    for _ in range(WALKS // PASSES):
        wizard(window, {}).footer.forward.click()
        settle()
    for name in islice(_PAGES, PAGES // PASSES):
        wait({}, "page", partial(window.show_page, name))
    for theme in islice(_THEMES, THEMES // PASSES):
        wait({}, "theme", partial(apply_theme, application, theme))


def resident() -> int:
    """Bytes of this process that are in memory."""
    gc.collect()
    pages_in_memory = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages_in_memory * os.sysconf("SC_PAGE_SIZE")


def handles() -> int:
    """How many files, sockets and pipes are open."""
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def main() -> None:
    """Use the program for long and print what it kept since the first pass."""
    application = make_application(["magdesk"])
    window = make_window(application)
    window.show()
    settle()
    one_pass(application, window)
    memory, opened = resident(), handles()
    for _ in range(PASSES - 1):
        one_pass(application, window)
    grown = (resident() - memory) / MEGABYTE
    done = f"{WALKS} walks, {SORTS + FILTERS} sorts and filters, {THEMES} themes, {PAGES} pages"
    print(json.dumps({"memory_mb": grown, "handles": handles() - opened, "done": done}))
    window.close()
    settle()


if __name__ == "__main__":
    main()
