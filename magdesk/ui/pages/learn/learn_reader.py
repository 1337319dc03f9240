"""Where a page of Learn is read: text of a comfortable width, with links to the sources below."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QWidget

from magdesk.ui.cited_text.read_text import ReadText
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.pages.learn.learn_rendering import SOURCE_ANCHOR, RenderedPage
from magdesk.ui.widgets.links.link_opening import open_address
from magdesk.ui.widgets.scroll import SlimScrollBar
from magdesk.ui.widgets.text import HEADING_SCALE, leading_percent

_TEXT_WIDTH = 700.0
_MARGIN = 28.0
_NARROW, _NARROW_MARGIN = 460.0, 16.0
_INDENT = 16.0
_HEADINGS = {1: "page", 2: "card", 3: "section"}


class Reader(ReadText):
    """Shows a rendered page; links to sources scroll, links to the web open the browser."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: QTextDocument | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_in_place)
        self.setTabChangesFocus(False)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._name_target)

    def show_page(self, page: RenderedPage) -> None:
        """Show this page from its top."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setMarkdown(page.markdown)
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if page.sources_html:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            cursor.insertHtml(page.sources_html)
        _Styling(document, self.font(), unit(self)).apply()
        self.setDocument(document)
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = document
        self.forget_parts()
        self.verticalScrollBar().setValue(0)

    def _follow(self, target: QUrl) -> None:
        if target.isRelative() and target.fragment().startswith(SOURCE_ANCHOR):
            self.scrollToAnchor(target.fragment())
            if QAccessible.isActive():
                self.read_at(target.fragment())
        else:
            open_address(self, target.toString())

    def _stay_in_place(self, _least: int, most: int) -> None:
        """Every line wraps: what Qt computes while it lays out is no room to scroll sideways."""
        if most > 0:
            self.horizontalScrollBar().setRange(0, 0)

    def _name_target(self, target: QUrl) -> None:
        self.viewport().setToolTip("" if target.isRelative() else target.toString())

    def margin(self) -> int:
        """Return the distance of the text from the left edge in pixels."""
        one = unit(self)
        return round((_MARGIN if self.width() >= _NARROW * one else _NARROW_MARGIN) * one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read: what is left over stays free at the right."""
        one = unit(self)
        side = self.margin()
        room = self.width() - 2 * side - round(_TEXT_WIDTH * one)
        self.setViewportMargins(side, round(16 * one), max(round(12 * one), room), 0)
        super().resizeEvent(event)


class _Styling:
    """Gives a document the type scale, leading, tables and link colours of the design."""

    def __init__(self, document: QTextDocument, font: QFont, one: float) -> None:
        self._document = document
        self._font = font
        self._one = one
        self._leading = float(leading_percent(font))

    def apply(self) -> None:
        """Style every block and table."""
        self._document.setDocumentMargin(0)
        edge = self._document.rootFrame().frameFormat()
        edge.setRightMargin(math.ceil(2 * self._one))  # the last line of a table stands outside
        self._document.rootFrame().setFrameFormat(edge)
        self._document.setIndentWidth(_INDENT * self._one)
        block = self._document.begin()
        while block.isValid():
            self._style_block(block)
            block = block.next()
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._style_table(frame)

    def _style_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        form = block.blockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        cursor = QTextCursor(block)
        in_table = cursor.currentTable() is not None
        follows = block.next().textList() if block.next().isValid() else None
        above, below = self._space(
            level, in_table, block.textList() is not None and follows is not None
        )
        form.setTopMargin(above * self._one)
        form.setBottomMargin(below * self._one)
        form.setLineHeight(100.0 if level else self._leading, proportional)
        cursor.setBlockFormat(form)
        if level:
            self._style_heading(block, level)
        else:
            self._style_links(block)

    def _space(self, level: int, in_table: bool, in_list: bool) -> tuple[float, float]:
        if level:
            return (0.0 if level == 1 else 18.0, 6.0)
        if in_table:
            return (0.0, 0.0)
        return (0.0, 3.0 if in_list else 8.0)

    def _style_heading(self, block: QTextBlock, level: int) -> None:
        factor, weight = HEADING_SCALE[_HEADINGS.get(level, "section")]
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat(cursor.charFormat())
        # Qt enlarges headings of its own accord, by a property that wins over the size
        look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment.value)
        look.setFontPointSize(self._font.pointSizeF() * factor)
        look.setFontWeight(weight)
        cursor.setCharFormat(look)

    def _style_links(self, block: QTextBlock) -> None:
        link = QTextCharFormat()
        link.setForeground(QBrush(current_theme().color("link")))
        inner = QTextCharFormat(link)
        inner.setFontUnderline(False)
        places: list[tuple[int, int, QTextCharFormat]] = []
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            target = piece.charFormat().anchorHref()
            if target:
                look = inner if target.startswith("#") else link
                places.append((piece.position(), piece.length(), look))
            iterator += 1
        cursor = QTextCursor(self._document)
        for position, length, look in places:
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _style_table(self, table: QTextTable) -> None:
        form = table.format().toTableFormat()
        form.setBorderCollapse(True)
        form.setBorder(max(1.0, self._one))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(current_theme().color("line2")))
        form.setCellPadding(6 * self._one)
        form.setCellSpacing(0)
        form.setTopMargin(4 * self._one)
        form.setBottomMargin(12 * self._one)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setHeaderRowCount(1)
        table.setFormat(form)
        bold = QTextCharFormat()
        bold.setFontWeight(650)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            cursor = cell.firstCursorPosition()
            end = cell.lastCursorPosition().position()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(bold)
