"""The desktop program, put together: application, settings, knowledge and window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from magdesk.knowledge.faults import KnowledgeError
from magdesk.terminal import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from magdesk.report.blocks import Document
    from magdesk.ui.shell.main_window import MainWindow

NO_WINDOW = 2
FAULTY_KNOWLEDGE = 1


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed.

    Returns 0; 1 where the knowledge has faults; 2 where no window can be shown.
    """
    from magdesk.ui.shell.display import missing_display, missing_library

    problem = missing_display(os.environ, sys.platform)
    if problem:
        return _refuse(problem)
    try:
        app = make_application(argv)
    except ImportError as error:
        return _refuse(missing_library(error, sys.platform))
    try:
        window = make_window(app)
    except KnowledgeError as error:
        return _tell_faults(error)
    window.first_painted.connect(partial(_after_first_paint, app, window))
    window.show()
    return app.exec()


def _after_first_paint(app: QApplication, window: MainWindow) -> None:
    """Do what the first picture of the window can go without."""
    from magdesk.ui.look.application_icon import application_icon
    from magdesk.ui.shell.leaving import Leaving
    from magdesk.ui.shell.window_place import keep_on_screen

    Leaving(app, window.keep, window)
    window.setWindowIcon(application_icon())
    keep_on_screen(window)


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the application, or leave with one line and status 2 where Qt finds no display."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from magdesk import __version__
    from magdesk.ui.shell.plurals import load_plurals

    said: list[str] = []

    def listen(kind: QtMsgType, _context: object, message: str) -> None:
        said.append(message)
        if kind == QtMsgType.QtFatalMsg:
            from magdesk.ui.shell.display import explain

            say(explain(said, os.environ) + "\n")
            os._exit(NO_WINDOW)  # Qt would abort as soon as this returns

    qInstallMessageHandler(listen)
    try:
        # Asking for the style afterwards would make the style's class with all its enums.
        app = QApplication([*argv, "-style", "Fusion"])
    finally:
        qInstallMessageHandler(None)
    app.setApplicationName("magdesk")
    app.setApplicationDisplayName("magdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("magdesk")
    load_plurals(app)
    return app


def make_window(app: QApplication) -> MainWindow:
    """Return the window, not shown yet; raises ``KnowledgeError`` for faulty knowledge."""
    from magdesk.knowledge.loader import Library
    from magdesk.ui.look.appearance import Appearance
    from magdesk.ui.settings.settings import Settings
    from magdesk.ui.shell.main_window import MainWindow
    from magdesk.ui.shell.pages import forget_sources

    forget_sources()
    settings = Settings()
    Appearance(app, settings)
    library = Library()
    window = MainWindow(library, settings)
    sys.excepthook = _tell_error
    return window


def _tell_error(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show an unexpected error in a dialog with a report to copy; the program stays open."""
    from magdesk.ui.shell.error_dialog import show_error

    show_error(error)
    sys.__excepthook__(kind, error, trace)


def _tell_faults(error: KnowledgeError) -> int:
    from magdesk.ui.shell.error_dialog import ErrorDialog

    dialog = ErrorDialog(str(error), fatal=True)
    dialog.show()  # before anything is written: there may be no stream, as on Windows
    say(f"{error}\n")
    dialog.exec()
    return FAULTY_KNOWLEDGE


def _refuse(problem: str) -> int:
    say(problem + "\n")
    return NO_WINDOW


def page_as_pdf(document: Document, page_words: str) -> bytes:
    """Return a report as a PDF; no display is needed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from magdesk.ui.export.document_pdf import pdf_bytes

    app = QGuiApplication([])
    try:
        return pdf_bytes(document, page_words)
    finally:
        app.shutdown()
