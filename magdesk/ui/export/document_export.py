"""Takes a result out of the window: printed, as a PDF or as a web page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from magdesk.ui.export.file_saving import FileKind, ask_where_to_save, write_whole
from magdesk.ui.export.system_printers import new_printer

_MARGIN_MM = 18.0
_POINTS = 10.5


def print_page(html: str, parent: QWidget) -> bool:
    """Ask for a printer and print; return whether the person went on."""
    from PySide6.QtPrintSupport import QPrintDialog  # loaded when something is printed

    printer = new_printer()
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if accepted:
        _document(html).print_(printer)
    dialog.deleteLater()
    return accepted


def ask_where(parent: QWidget, title: str, name: str, pdf: str, page: str) -> Path | None:
    """Return the file to save to, or None; ``pdf`` and ``page`` name the two kinds of file."""
    return ask_where_to_save(parent, title, name, (FileKind(pdf, "pdf"), FileKind(page, "html")))


def save(html: str, path: Path) -> str:
    """Write the page, as PDF or HTML by its ending, whole or not at all; return what failed."""
    if path.suffix.lower() == ".pdf":
        return write_whole(path, lambda file: _write_pdf(html, file))
    return write_whole(path, lambda file: file.write(html.encode()))


def _write_pdf(html: str, file: QSaveFile) -> None:
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = _document(html)
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    document.print_(writer)


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
