"""The head of the detail pane: the form's names, and the buttons to copy and to close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import IconButton
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph


class DetailHeader(QWidget):
    """Stays in place while the text below scrolls."""

    copy_asked = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Heading("", "page")
        self._title.setWordWrap(True)
        self._names = Paragraph("", "small", "text2")
        self.copy = IconButton("copy", self.tr("Copy this text"))
        self.copy.identifier("detail.copy")
        self.copy.clicked.connect(self.copy_asked)
        self.close_button = IconButton("close", self.tr("Close the details (Esc)"))
        self.close_button.identifier("detail.close")
        self.close_button.clicked.connect(self.close_asked)
        one = unit(self)
        column = spaced(QVBoxLayout(self), 2 * one, 18 * one, 10 * one, 9 * one, 6 * one)
        row = spaced(QHBoxLayout(), 2 * one)
        row.addWidget(self._title, 1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        column.addLayout(row)
        column.addWidget(self._names)

    def set_names(self, title: str, names: str) -> None:
        """Show the form's name and the names that stand on labels."""
        self._title.setText(title)
        self._names.setText(names)
        self._names.setVisible(bool(names))
