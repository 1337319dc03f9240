"""A table on paper: its headings on every page, below them what the rows are."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from magdesk.report.table import Table, as_html_page
from magdesk.ui.export.paper_pages import paint_slice
from magdesk.ui.export.system_printers import new_printer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintPreviewDialog

_MARGIN_MM = 15.0
_SIZES = (9.0, 8.0, 7.0, 6.0, 5.0)
"""Points of the text; a smaller one only where words would be cut at the edge of the page."""
_NOTE_SIZE = 8.0
_COLUMN_MOST = 125.0
"""Points; a column of sentences wraps and asks for no more than this."""
_CELL_SIDES = 9.0
_STYLE = (
    "h1{font-size:13pt}table{border-collapse:collapse}"
    "th,td{padding:2px 4px;border:1px solid #9aa3ab;text-align:left;vertical-align:top}"
    "thead th{background:#e9ecee}"
)
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True)
class TablePages:
    """A table laid out for a device; lengths are the device's pixels."""

    document: QTextDocument
    body: QSizeF
    footer: QRectF
    notes: str
    note_font: QFont

    @property
    def count(self) -> int:
        return self.document.pageCount()


def set_up_page(device: QPagedPaintDevice, table: Table) -> None:
    """Give the device its margins, and lay the page across where the columns need it."""
    side = _MARGIN_MM
    device.setPageMargins(QMarginsF(side, side, side, side), QPageLayout.Unit.Millimeter)
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    width = device.pageLayout().paintRect(QPageLayout.Unit.Point).width()
    if _wanted_width(table, device) > width:
        device.setPageOrientation(QPageLayout.Orientation.Landscape)


def lay_out(table: Table, device: QPagedPaintDevice) -> TablePages:
    """The pages of the table in the device's page as it is set up."""
    area = QSizeF(device.pageLayout().paintRectPixels(device.logicalDpiX()).size())
    font = QFont(QTextDocument().defaultFont())
    font.setPointSizeF(_NOTE_SIZE)
    metrics = QFontMetricsF(font, device)
    number_width = metrics.horizontalAdvance(_page_words(88, 88))
    notes = "\n".join(table.notes)
    room = QRectF(0, 0, area.width() - number_width - metrics.height(), area.height())
    height = max(metrics.height(), metrics.boundingRect(room, int(_WORDS), notes).height())
    gap = metrics.height()
    body = QSizeF(area.width(), area.height() - height - gap)
    footer = QRectF(0, area.height() - height, area.width(), height)
    return TablePages(_document(table, device, body), body, footer, notes, font)


def paint_table(table: Table, device: QPagedPaintDevice) -> int:
    """Paint every page; return how many there were."""
    pages = lay_out(table, device)
    painter = QPainter(device)
    for page in range(pages.count):
        if page:
            device.newPage()
        top, tall = page * pages.body.height(), pages.body.height()
        paint_slice(painter, pages.document, pages.body.width(), (top, top + tall))
        _paint_footer(painter, pages, page)
    painter.end()
    return pages.count


def preview(table: Table, parent: QWidget) -> QPrintPreviewDialog:
    """A window that shows the pages and prints them; delete it when it was closed."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog  # loaded when it is used

    printer = new_printer()
    printer.setDocName(table.title)
    set_up_page(printer, table)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("print.preview")
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "Print preview"))
    # the dialog keeps no reference to a printer that Python owns
    dialog.printer_kept = printer  # type: ignore[attr-defined]
    dialog.paintRequested.connect(lambda device: paint_table(table, device))
    dialog.resize(parent.window().size())
    return dialog


def show_preview(table: Table, parent: QWidget) -> None:
    """Show the preview until the person closes it."""
    dialog = preview(table, parent)
    dialog.exec()
    dialog.deleteLater()


def _document(table: Table, device: QPagedPaintDevice, body: QSizeF) -> QTextDocument:
    """The document in the largest size in which no column is cut."""
    document = QTextDocument()
    for size in _SIZES:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(device)
        document.setDocumentMargin(0)
        font = QFont(document.defaultFont())
        font.setPointSizeF(size)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_STYLE)
        document.setHtml(_printed_html(table))
        document.setPageSize(body)
        if document.size().width() <= body.width() + 1:
            break
    return document


def _printed_html(table: Table) -> str:
    """The page without the notes, which stand at its foot, and without the style of a screen."""
    page = as_html_page(Table(table.title, table.headings, table.rows, (), table.numbers))
    start, end = page.index("<style>"), page.index("</style>")
    page = page[:start] + page[end:]
    page = page.replace("<table>", '<table width="100%" cellspacing="0">')
    return page.replace(' class="number"', ' align="right"')


def _wanted_width(table: Table, device: QPagedPaintDevice) -> float:
    """What the columns would like to have, in points."""
    font = QFont(QTextDocument().defaultFont())
    font.setPointSizeF(_SIZES[0])
    metrics = QFontMetricsF(font, device)
    in_points = 72 / device.logicalDpiX()
    wanted = 0.0
    for cells in zip(table.headings, *table.rows, strict=True):
        widest = max(metrics.horizontalAdvance(cell) for cell in cells)
        wanted += min(_COLUMN_MOST, ceil(widest * in_points)) + _CELL_SIDES
    return wanted


def _paint_footer(painter: QPainter, pages: TablePages, page: int) -> None:
    words = _page_words(page + 1, pages.count)
    painter.save()
    painter.setFont(pages.note_font)
    painter.setPen(Qt.GlobalColor.black)
    width = QFontMetricsF(pages.note_font, painter.device()).horizontalAdvance(words)
    painter.drawText(pages.footer.adjusted(0, 0, -width, 0), int(_WORDS), pages.notes)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    painter.drawText(pages.footer, right, words)
    painter.restore()


def _page_words(page: int, count: int) -> str:
    words = QCoreApplication.translate("Printing", "Page {page} of {count}")
    return words.format(page=page, count=count)
