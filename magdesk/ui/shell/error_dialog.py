"""An unexpected error, told in a dialog with a report to copy; the program goes on."""

from __future__ import annotations

import platform
import traceback

import PySide6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from magdesk import __version__
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.scroll import SlimScrollBar
from magdesk.ui.widgets.text import Heading, Paragraph

_SHARE_OF_SCREEN = 0.85


class ErrorDialog(QDialog):
    """Shows a report: versions and program lines, without the values of variables."""

    def __init__(self, report: str, *, fatal: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("magdesk: an error"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = unit(self)
        margin = round(20 * one)
        column = spaced(QVBoxLayout(self), 10 * one, margin, margin)
        column.addWidget(Heading(self.tr("Something went wrong"), "card"))
        told = (
            self.tr("magdesk cannot start, because its knowledge files have faults.")
            if fatal
            else self.tr(
                "This is a fault of the program. You can go on. If it happens again, please "
                "report it. Read the text below before you share it."
            )
        )
        column.addWidget(Paragraph(told, tone="text2"))
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.report.setAccessibleName(self.tr("Report"))
        column.addWidget(self.report, 1)
        column.addLayout(self._buttons(fatal))
        most = self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(QSize(round(620 * one), round(400 * one)).boundedTo(most))

    def _buttons(self, fatal: bool) -> ButtonRow:
        row = ButtonRow()
        self.copy_button = Button(self.tr("Copy the report"), icon="copy")
        self.copy_button.clicked.connect(self._copy)
        self.go_on = Button(self.tr("Close") if fatal else self.tr("Go on"), "primary")
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.go_on)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def report_of(error: BaseException) -> str:
    """Return versions and the trace of an error, without the values of variables."""
    trace = "".join(traceback.format_exception(error))
    versions = (
        f"magdesk {__version__}, PySide6 {PySide6.__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )
    return f"{versions}\n\n{trace}"


def show_error(error: BaseException) -> ErrorDialog | None:
    """Open the dialog over the program's window; None while another one is open, or no window."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    if any(isinstance(window, ErrorDialog) for window in windows):
        return None
    over = QApplication.activeWindow() or next(iter(windows), None)
    if over is None:
        return None
    dialog = ErrorDialog(report_of(error), parent=over)
    dialog.open()
    return dialog
