"""The keys that work on every page of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.access.key_names import native

translate = QCoreApplication.translate

TEXT_SIZES = (("larger", ("Ctrl++", "Ctrl+=")), ("smaller", ("Ctrl+-",)), ("usual", ("Ctrl+0",)))
"""Ways to change the size of text; the first key of each is the one that is named."""

EXPLAIN = "F1"
LIST = ("Ctrl+?", "Ctrl+F1")
"""On some keyboards there is no question mark with Ctrl."""


def add_key(
    window: QWidget, title: str, keys: tuple[str, ...], slot: Callable[[], object]
) -> QAction:
    """Return an action of the window that these keys carry out."""
    action = QAction(window)  # with a text at once, the binding would make the class of icons
    action.setText(title)
    action.setShortcuts([QKeySequence(each) for each in keys])
    action.triggered.connect(slot)
    window.addAction(action)
    return action


def key_list(of_pages: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return every key with what it does; of each page its key and its title are given."""
    to = translate("keys", "{first} to {last}")
    return (
        (f"{native('Tab')}, {native('Shift+Tab')}", translate("keys", "Next or previous control")),
        (
            translate("keys", "Arrow keys"),
            translate("keys", "Move in the table, in a list or between answers"),
        ),
        (native("Space"), translate("keys", "Tick a form, choose an answer, or press a button")),
        (native("Return"), translate("keys", "Open the details of a form")),
        (native("Esc"), translate("keys", "Close the details, or go back to the table")),
        (native("Alt+Left"), translate("keys", "Go back one question")),
        (native("Ctrl+F"), translate("keys", "Find a form, or a medicine in the questions")),
        (native("Ctrl+C"), translate("keys", "Copy the ticked rows, or else the current one")),
        (
            to.format(first=native("Ctrl+Shift+1"), last=native("Ctrl+Shift+8")),
            translate("keys", "Sort by a column"),
        ),
        *((native(keys), title) for keys, title in of_pages),
        (
            translate("keys", "A letter, a digit, 0, ?, /"),
            translate("keys", "At the counter: group, tick, none, not sure, find"),
        ),
        (
            native("Ctrl+N"),
            translate("keys", "At the counter: a new person, everything is cleared"),
        ),
        (native("Ctrl+P"), translate("keys", "At the counter: print the page to take along")),
        (native("Ctrl+S"), translate("keys", "Save answers and products to a file")),
        (native("Ctrl+O"), translate("keys", "Open such a file")),
        (f"{native('Ctrl++')}, {native('Ctrl+-')}", translate("keys", "Larger or smaller text")),
        (native("Ctrl+0"), translate("keys", "Text of the usual size")),
        (native(EXPLAIN), translate("keys", "Help on the page you are on")),
        (native(LIST[0]), translate("keys", "This list of keys")),
        (native("Ctrl+Q"), translate("keys", "Quit")),
    )
