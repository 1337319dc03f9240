"""A report as a ``QTextDocument`` for paper: black on white, with formats of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPagedPaintDevice,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from magdesk.report.blocks import (
    Block,
    Document,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Ruled,
    Running,
    Section,
    Verdict,
)

BODY_POINTS = 10.0
SMALL_POINTS = 8.0
FORMAT_DPI = 96.0
"""Lengths of formats are pixels of this many an inch, whatever the device."""
POINT = FORMAT_DPI / 72
_TITLE, _VERDICT, _HEADING = 15.0, 12.0, 10.5
_BOX, _BULLET = "☐", "•"
_EDGE = QColor(128, 128, 128)
_HEAD_FILL = QColor(238, 238, 238)
_FACT_NAMES = 21.0
"""Percent of the width that the names of facts take."""
_EDGE_SHARE = 40.0
_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_NO_BORDER = QTextFrameFormat.BorderStyle.BorderStyle_None


def paper_document(report: Document, device: QPagedPaintDevice, width: float) -> QTextDocument:
    """Return the report laid out for the device, as wide as ``width`` pixels, on one long page.

    Every list is a table without borders: so each bullet is a row, which a page can keep whole.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    font = QFont(document.defaultFont())
    font.setPointSizeF(BODY_POINTS)
    document.setDefaultFont(font)
    document.setTextWidth(width)
    _Writer(document).write(report)
    return document


class _Writer:
    """Puts blocks at the end of a document."""

    def __init__(self, document: QTextDocument) -> None:
        self._cursor = QTextCursor(document)

    def write(self, report: Document) -> None:
        """Write the head, every section and the foot."""
        self._head(report)
        for section in report.sections:
            self._section(section)

    def _head(self, report: Document) -> None:
        table = self._table(1, 2, (100 - _EDGE_SHARE, _EDGE_SHARE))
        cell = table.cellAt(0, 0).firstCursorPosition()
        cell.insertText(report.title, _chars(_TITLE, bold=True))
        if report.subtitle:
            cell.insertBlock()
            cell.insertText(report.subtitle, _chars(9))
        edge = table.cellAt(0, 1).firstCursorPosition()
        aligned = QTextBlockFormat()
        aligned.setAlignment(Qt.AlignmentFlag.AlignRight)
        edge.setBlockFormat(aligned)
        edge.insertText("\n".join(report.edge), _chars(9))
        self._leave(table)

    def _section(self, section: Section) -> None:
        if section.heading:
            self._paragraph(Line("", section.heading), _HEADING, before=7)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(line=line, small=small):
                self._paragraph(line, SMALL_POINTS if small else BODY_POINTS)
            case Running(lines=lines):
                self._running(lines)
            case Items(lines=lines, heading=heading, boxes=boxes):
                if heading:
                    self._paragraph(Line("", heading), BODY_POINTS, before=3)
                self._items(lines, _BOX if boxes else _BULLET)
            case Facts(rows=rows):
                self._facts(rows)
            case Grid() as grid:
                self._grid(grid)
            case Verdict(title=title, text=text):
                self._verdict(title, text)
            case Ruled(count=count):
                self._ruled(count)

    def _paragraph(self, line: Line, points: float, before: float = 1) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(before * POINT)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._cursor.block().length() > 1:
            self._cursor.insertBlock()
        self._cursor.setBlockFormat(form)
        self._put(self._cursor, line, points)

    def _running(self, lines: tuple[Line, ...]) -> None:
        first, *others = lines
        self._paragraph(first, SMALL_POINTS)
        for number, line in enumerate(others):
            between = _chars(SMALL_POINTS)
            between.setAnchorNames([f"line{number}"])  # read aloud, each line is one of its own
            self._cursor.insertText("  ", between)
            self._put(self._cursor, line, SMALL_POINTS)

    def _items(self, lines: tuple[Line, ...], mark: str) -> None:
        table = self._table(len(lines), 2, (3.2, 96.8))
        for row, line in enumerate(lines):
            table.cellAt(row, 0).firstCursorPosition().insertText(mark, _chars(BODY_POINTS))
            self._put(table.cellAt(row, 1).firstCursorPosition(), line, BODY_POINTS)
        self._leave(table)

    def _facts(self, rows: tuple[tuple[str, Line], ...]) -> None:
        table = self._table(len(rows), 2, (_FACT_NAMES, 100 - _FACT_NAMES))
        for row, (name, line) in enumerate(rows):
            cell = table.cellAt(row, 0).firstCursorPosition()
            cell.insertText(name, _chars(BODY_POINTS, bold=True))
            self._put(table.cellAt(row, 1).firstCursorPosition(), line, BODY_POINTS)
        self._leave(table)

    def _grid(self, grid: Grid) -> None:
        rows, columns = len(grid.rows) + 1, len(grid.headings)
        table = self._table(rows, columns, grid.shares, border=1, padding=2, header=1)
        for column, heading in enumerate(grid.headings):
            cell = table.cellAt(0, column)
            fill = cell.format()
            fill.setBackground(QBrush(_HEAD_FILL))
            cell.setFormat(fill)
            cell.firstCursorPosition().insertText(heading, _chars(9, bold=True))
        for row, cells in enumerate(grid.rows, start=1):
            for column, text in enumerate(cells):
                table.cellAt(row, column).firstCursorPosition().insertText(text, _chars(9))
        self._leave(table)

    def _verdict(self, title: str, text: str) -> None:
        table = self._table(1, 1, (100,), border=1.5, padding=6, ink=QColor(0, 0, 0))
        cell = table.cellAt(0, 0).firstCursorPosition()
        cell.insertText(title, _chars(_VERDICT, bold=True))
        if text:
            cell.insertBlock()
            cell.insertText(text, _chars(BODY_POINTS))
        self._leave(table)

    def _ruled(self, count: int) -> None:
        table = self._table(count, 1, (100,))
        for row in range(count):
            cell = table.cellAt(row, 0)
            line = cell.format().toTableCellFormat()
            line.setBottomBorder(0.5 * POINT)
            line.setBottomBorderStyle(_SOLID)
            line.setBottomBorderBrush(QBrush(_EDGE))
            line.setTopPadding(7 * POINT)
            cell.setFormat(line)
        self._leave(table)

    def _table(
        self,
        rows: int,
        columns: int,
        shares: tuple[float, ...],
        *,
        border: float = 0,
        padding: float = 0.6,
        header: int = 0,
        ink: QColor = _EDGE,
    ) -> QTextTable:
        form = QTextTableFormat()
        form.setCellSpacing(0)
        form.setCellPadding(padding * POINT)
        form.setBorder(border * POINT)
        form.setBorderStyle(_SOLID if border else _NO_BORDER)
        form.setBorderBrush(QBrush(ink))
        form.setBorderCollapse(True)
        form.setHeaderRowCount(header)
        form.setTopMargin(2 * POINT)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        length = QTextLength.Type.PercentageLength
        form.setColumnWidthConstraints([QTextLength(length, share) for share in shares])
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        return self._cursor.insertTable(rows, columns, form)

    def _leave(self, table: QTextTable) -> None:
        """Go on below the table, in a line that takes no room of its own."""
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        flat = QTextBlockFormat()
        flat.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(flat)

    def _put(self, cursor: QTextCursor, line: Line, points: float) -> None:
        if line.lead:
            cursor.insertText(line.lead, _chars(points, bold=True))
        if line.lead and line.text:
            cursor.insertText(" ", _chars(points))
        cursor.insertText(line.text, _chars(points))


def _chars(points: float, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontPointSize(points)
    form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    form.setForeground(Qt.GlobalColor.black)
    return form
