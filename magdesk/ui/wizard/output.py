"""Takes a result out of the window: printed, as a PDF or as a web page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

_MARGIN_MM = 18.0
_POINTS = 10.5


def print_page(html: str, parent: QWidget) -> bool:
    """Ask for a printer and print; return whether the person went on."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when something is printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if accepted:
        _document(html).print_(printer)
    dialog.deleteLater()
    return accepted


def ask_where_to_save(parent: QWidget, title: str, name: str, pdf: str, page: str) -> Path | None:
    """Return the file to save to, or None; ``pdf`` and ``page`` name the two kinds of file."""
    kinds = f"{pdf} (*.pdf);;{page} (*.html)"
    chosen, kind = QFileDialog.getSaveFileName(parent, title, f"{name}.pdf", kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix:
        return path
    return path.with_suffix(".html" if kind.startswith(page) else ".pdf")


def save(html: str, path: Path) -> str:
    """Write the page, as PDF or HTML by its ending, whole or not at all; return what failed."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return file.errorString()
    if path.suffix.lower() == ".pdf":
        _write_pdf(html, file)
    else:
        file.write(html.encode())
    return "" if file.commit() else file.errorString()


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
