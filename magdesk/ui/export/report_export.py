"""Takes a report out of the window: on paper, as a PDF, as a web page, as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from magdesk.report.blocks import Document
from magdesk.report.html import as_html
from magdesk.report.plain_text import as_text
from magdesk.ui.export.document_pdf import pdf_bytes
from magdesk.ui.export.file_saving import FileKind, ask_where_to_save, saved
from magdesk.ui.export.paper_pages import paint_paper, paper_of, set_up_paper
from magdesk.ui.export.system_printers import new_printer

translate = QCoreApplication.translate

Told = Callable[[str], object]


class ReportExport:
    """``told`` is called with what was done, ``failed`` with why it was not; nothing is lost."""

    def __init__(self, parent: QWidget, page_words: str, told: Told, failed: Told) -> None:
        self._parent = parent
        self._page_words = page_words
        self._told = told
        self._failed = failed

    def copy(self, report: Document) -> None:
        """Put the report on the clipboard as text."""
        QGuiApplication.clipboard().setText(as_text(report))
        self._told(translate("ReportExport", "Copied as text"))

    def print(self, report: Document) -> None:
        """Ask for a printer and print."""
        from PySide6.QtPrintSupport import QPrintDialog  # loaded when something is printed

        printer = new_printer()
        set_up_paper(printer)
        printer.setDocName("magdesk-page")  # a file name where it is printed to a file
        dialog = QPrintDialog(printer, self._parent)
        wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not wanted:
            return
        if paint_paper(paper_of(report, printer, self._page_words), printer):
            self._told(translate("ReportExport", "Sent to the printer"))
        else:
            self._failed(
                translate(
                    "ReportExport", "The printer did not take the page. Nothing is lost: try again."
                )
            )

    def save(self, report: Document, name: str) -> None:
        """Ask for a file and write the report to it, as PDF or as a web page."""
        kinds = (FileKind("PDF", "pdf"), FileKind(translate("ReportExport", "Web page"), "html"))
        path = ask_where_to_save(
            self._parent, translate("ReportExport", "Save the page"), name, kinds
        )
        if path is not None:
            self.write(report, path)

    def write(self, report: Document, path: Path) -> None:
        """Write the report, whole or not at all; its ending says what it becomes."""
        is_pdf = path.suffix.lower() == ".pdf"
        content = pdf_bytes(report, self._page_words) if is_pdf else as_html(report).encode()
        done, failed = saved(path, content)
        (self._failed if failed else self._told)(failed or done)
