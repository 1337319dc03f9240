"""Every dialog of the window, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.help.about_dialog import AboutDialog
from magdesk.ui.pages.help.key_table import ShortcutsDialog
from magdesk.ui.pages.help.licences_dialog import LicencesDialog
from magdesk.ui.shell.error_dialog import ErrorDialog
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import keys_of, pages

DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "about": lambda window: AboutDialog(Library().content, window),
    "error": lambda window: ErrorDialog("report\n" * 300, parent=window),
    "keys": lambda window: ShortcutsDialog(keys_of(pages()), window),
    "licences": LicencesDialog,
}
