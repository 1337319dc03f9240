"""A laid out report cut into pages: no paragraph, bullet or row is split, headings repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextTable,
)

from magdesk.report.blocks import Document, Ruled, Section
from magdesk.ui.export.paper_document import FORMAT_DPI, SMALL_POINTS, paper_document

MARGIN_MM = 15.0
_FOOT_POINTS = 14.0
_MOST_RULED, _LEAST_RULED = 10, 2


@dataclass(frozen=True)
class _Unit:
    """What stays on one page, in pixels from the top of the document."""

    top: float
    bottom: float
    keeps_next: bool = False
    head: tuple[float, float] | None = None
    """Top and bottom of the table's heading, which is shown again above it on a new page."""


@dataclass(frozen=True)
class PaperPage:
    """A slice of the document, and the heading of the table that goes on in it."""

    top: float
    bottom: float
    head: tuple[float, float] | None = None


@dataclass(frozen=True)
class Paper:
    """A report on pages of one size; lengths are pixels of the device it was laid out for."""

    document: QTextDocument
    pages: tuple[PaperPage, ...]
    body: QSizeF
    foot: str
    page_words: str
    """With ``{page}`` and ``{pages}`` as places."""
    dots: int
    """Pixels an inch."""


def set_up_paper(device: QPagedPaintDevice) -> None:
    """Give the device A4 pages with the margins that reports have."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    device.setPageOrientation(QPageLayout.Orientation.Portrait)


def paper_of(report: Document, device: QPagedPaintDevice, page_words: str) -> Paper:
    """Return the report laid out for a device that is set up.

    Lines to write on fill what the page leaves free; they are the first to give way.
    """
    paper = _laid_out(_with_ruled(report, _LEAST_RULED), device, page_words)
    pages = len(paper.pages)
    for count in range(_MOST_RULED, _LEAST_RULED, -1):
        fuller = _laid_out(_with_ruled(report, count), device, page_words)
        if len(fuller.pages) == pages:
            return fuller
    return paper


def paint_page(painter: QPainter, paper: Paper, number: int) -> None:
    """Paint one page at the painter's origin, in the pixels the paper was laid out in."""
    page = paper.pages[number]
    top = 0.0
    if page.head is not None:
        top = page.head[1] - page.head[0]
        paint_slice(painter, paper.document, paper.body.width(), page.head)
    paint_slice(painter, paper.document, paper.body.width(), (page.top, page.bottom), top)
    words = paper.page_words.format(page=number + 1, pages=len(paper.pages))
    point = paper.dots / 72
    box = QRectF(0, paper.body.height(), paper.body.width(), _FOOT_POINTS * point)
    font = QFont(paper.document.defaultFont())
    font.setPixelSize(round(SMALL_POINTS * point))  # a painter on a screen knows other points
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | bottom), paper.foot)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | bottom), words)


def place_on_paper(paper: Paper, start: int, end: int) -> tuple[int, QRectF]:
    """Return the page on which a part of the document stands, and its box within the margins.

    A part that begins behind the last place of the document is the foot of the last page.
    """
    last = len(paper.pages) - 1
    point, width = paper.dots / 72, paper.body.width()
    if start >= paper.document.characterCount():
        return last, QRectF(0, paper.body.height(), width, _FOOT_POINTS * point)
    box, block = QRectF(), paper.document.findBlock(start)
    while block.isValid() and block.position() <= end:
        box = box.united(_lines_box(paper.document, block, start, end))
        block = block.next()
    number = next((n for n, page in enumerate(paper.pages) if box.top() < page.bottom), last)
    page = paper.pages[number]
    head = 0.0 if page.head is None else page.head[1] - page.head[0]
    return number, box.translated(0, head - page.top)


def _lines_box(document: QTextDocument, block: QTextBlock, start: int, end: int) -> QRectF:
    """Return the box of the lines of a paragraph that hold what lies between two places."""
    whole, box = document.documentLayout().blockBoundingRect(block), QRectF()
    first = block.layout().lineForTextPosition(max(0, start - block.position()))
    last = block.layout().lineForTextPosition(min(end - block.position(), block.length() - 1))
    for line in (first, last):
        if line.isValid():
            box = box.united(line.rect())
    return box.translated(whole.topLeft())


def paint_paper(paper: Paper, device: QPagedPaintDevice) -> bool:
    """Paint every page on the device; return whether it took all of them."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / paper.dots
    painter.scale(scale, scale)
    whole = True
    for number in range(len(paper.pages)):
        if number:
            whole = device.newPage() and whole
        paint_page(painter, paper, number)
    return painter.end() and whole


def _laid_out(report: Document, device: QPagedPaintDevice, page_words: str) -> Paper:
    dots = device.logicalDpiX()
    area = QSizeF(device.pageLayout().paintRectPixels(dots).size())
    body = QSizeF(area.width(), area.height() - _FOOT_POINTS * dots / 72)
    document = paper_document(report, device, body.width())
    pages = tuple(_pages(tuple(_units(document)), body.height()))
    return Paper(document, pages, body, report.footer, page_words, dots)


def _with_ruled(report: Document, count: int) -> Document:
    sections = tuple(
        Section(
            section.id,
            section.heading,
            tuple(Ruled(count) if isinstance(block, Ruled) else block for block in section.blocks),
        )
        for section in report.sections
    )
    return replace(report, sections=sections)


def _units(document: QTextDocument) -> Iterator[_Unit]:
    layout = document.documentLayout()
    for child in _children(document.rootFrame()):
        if isinstance(child, QTextTable):
            yield from _rows(child, layout)
        elif isinstance(child, QTextBlock):
            box = layout.blockBoundingRect(child)
            if child.length() > 1:
                yield _Unit(box.top(), box.bottom(), keeps_next=_is_bold(child))


def _children(frame: QTextFrame) -> Iterator[QTextFrame | QTextBlock]:
    place = frame.begin()
    while not place.atEnd():
        inner: QTextFrame | None = place.currentFrame()
        yield place.currentBlock() if inner is None else inner
        place += 1


def _is_bold(block: QTextBlock) -> bool:
    """Whether all of a paragraph is bold, as a heading is."""
    place, weights = block.begin(), []
    while not place.atEnd():
        weights.append(place.fragment().charFormat().fontWeight())
        place += 1
    return min(weights, default=0) >= QFont.Weight.Bold


def _rows(table: QTextTable, layout: QAbstractTextDocumentLayout) -> Iterator[_Unit]:
    scale = layout.paintDevice().logicalDpiY() / FORMAT_DPI
    tops = [_row_top(table, row, layout, scale) for row in range(table.rows())]
    ends = [*tops[1:], layout.frameBoundingRect(table).bottom()]
    headed = table.format().headerRowCount() > 0
    head = (layout.frameBoundingRect(table).top(), ends[0]) if headed else None
    for row, (top, bottom) in enumerate(zip(tops, ends, strict=True)):
        if headed and row == 0:
            yield _Unit(layout.frameBoundingRect(table).top(), bottom, keeps_next=True)
        else:
            yield _Unit(top, bottom, head=head)


def _row_top(
    table: QTextTable, row: int, layout: QAbstractTextDocumentLayout, scale: float
) -> float:
    whole = table.format()
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    own = max(cell.format().toTableCellFormat().topPadding() for cell in cells)
    top = min(layout.blockBoundingRect(cell.firstCursorPosition().block()).top() for cell in cells)
    return top - scale * (max(own, whole.cellPadding()) + whole.border() / 2)


def _pages(units: tuple[_Unit, ...], height: float) -> Iterator[PaperPage]:
    """Cut before each group of units that would not end on the page."""
    groups = list(_groups(units))
    if not groups:
        yield PaperPage(0, height)
        return
    start, head, room = 0.0, None, height
    for group in groups:
        if group[-1].bottom - start > room and group is not groups[0]:
            yield PaperPage(start, group[0].top, head)
            start, head = group[0].top, group[0].head
            room = height - (head[1] - head[0] if head else 0)
        while group[-1].bottom - start > room:  # taller than a page: it has to be cut
            yield PaperPage(start, start + room, head)
            start, head, room = start + room, None, height
    yield PaperPage(start, groups[-1][-1].bottom, head)


def _groups(units: tuple[_Unit, ...]) -> Iterator[tuple[_Unit, ...]]:
    """Units with what has to stand below them on the same page."""
    group: list[_Unit] = []
    for unit in units:
        group.append(unit)
        if not unit.keeps_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def paint_slice(
    painter: QPainter,
    document: QTextDocument,
    width: float,
    part: tuple[float, float],
    at: float = 0.0,
) -> None:
    """Paint a document from one height to another, black on white, with its top ``at``."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(Qt.GlobalColor.white)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.clip = QRectF(0, part[0], width, part[1] - part[0])
    painter.save()
    painter.translate(0, at - part[0])
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
