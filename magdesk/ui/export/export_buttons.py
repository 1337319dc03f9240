"""Three buttons that take a table out of the window: copy, write to a file, print."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.ui.widgets.amounts.shown_number import decimal_sign
from magdesk.ui.widgets.buttons import IconButton
from magdesk.ui.widgets.layouts.boxes import spaced

if TYPE_CHECKING:
    from magdesk.report.table import Table

    MakeTable = Callable[[], Table]


class TakeAwayButtons(QWidget):
    """``told`` says what was done, ``failed`` why it was not; the tables are made when asked for.

    ``name`` begins the identifiers and ``file_name`` is suggested; ``copied`` is what is copied
    where that is not the whole.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self, name: str, file_name: str, whole: MakeTable, copied: MakeTable | None = None
    ) -> None:
        super().__init__()
        self._file_name = file_name
        self._whole = whole
        self._copied = copied or whole
        self.copy = IconButton("copy", self.tr("Copy (Ctrl+C)"))
        self.export = IconButton("save", self.tr("Save as CSV or web page…"))
        self.print = IconButton("print", self.tr("Print…"))
        row = spaced(QHBoxLayout(self))
        for button, part, slot in (
            (self.copy, "copy", self.copy_table),
            (self.export, "export", self.export_table),
            (self.print, "print", self.print_table),
        ):
            button.identifier(f"{name}.{part}")
            button.clicked.connect(slot)
            row.addWidget(button)

    def copy_table(self) -> None:
        """Put the table on the clipboard."""
        from magdesk.ui.export.taken_tables import table_as_mime  # loaded with the first copy

        table = self._copied()
        QGuiApplication.clipboard().setMimeData(table_as_mime(table))
        self.told.emit(self.tr("Copied: {title}").format(title=table.title))

    def export_table(self) -> None:
        """Ask for a file and write the table to it."""
        from magdesk.report.table import as_html_page, csv_file
        from magdesk.ui.export.file_saving import FileKind, ask_where_to_save, saved

        kinds = (FileKind(self.tr("CSV table"), "csv"), FileKind(self.tr("Web page"), "html"))
        table = self._whole()
        path = ask_where_to_save(self, self.tr("Save the table"), self._file_name, kinds)
        if path is None:
            return
        is_page = path.suffix.lower() in (".html", ".htm")
        content = as_html_page(table).encode() if is_page else csv_file(table, decimal_sign())
        done, failed = saved(path, content)
        (self.failed if failed else self.told).emit(failed or done)

    def print_table(self) -> None:
        """Show the pages, to be printed from there."""
        from magdesk.ui.export.table_printing import show_preview

        show_preview(self._whole(), self)
