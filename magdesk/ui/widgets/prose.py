"""Text that wraps and tells its height quickly; a result holds some sixty of these."""

from __future__ import annotations

import math
import re
from html import unescape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from magdesk.ui.look.theme import current_theme, scaled_font, unit
from magdesk.ui.widgets.text import TEXT_SCALE, Size

_LEADING = 1.3
_BEST_WIDTH = 480.0
_WORD_WIDTH = 120.0
_MARK = re.compile(r"(<b>|</b>|<br>)")
_LINE_SEPARATOR = "\u2028"


class Prose(QLabel):
    """A paragraph, plain or with ``<b>`` and ``<br>``, in a colour of the theme.

    Unlike a label with rich text it keeps no document, and it remembers its heights.
    """

    def __init__(
        self,
        text: str,
        size: Size = "body",
        tone: str = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size: Size = size
        self._tone = tone
        self._weight = weight
        self._bold: list[tuple[int, int]] = []
        self._heights: dict[int, int] = {}
        self._hints: dict[str, QSize] = {}
        self._layout: tuple[int, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._apply_font()
        self.set_html(text)

    def set_html(self, text: str) -> None:
        """Show this text; what is not one of the marks above is shown as it stands, unescaped."""
        plain, start = "", None
        self._bold = []
        for part in _MARK.split(text):
            if part == "<b>":
                start = len(plain)
            elif part == "</b>" and start is not None:
                self._bold.append((start, len(plain) - start))
            elif part == "<br>":
                plain += "\n"
            else:
                plain += unescape(part)
        self._forget()
        self.setText(plain)

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            lines = self._laid_out(width - self.indent_px()).lineCount()
            known = self._heights[width] = round(lines * self.line_height() + 0.5)
        return known

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        """Return the width of the text up to a good measure; layouts ask for the height by it."""
        if "best" not in self._hints:
            natural, best = self._natural_width(), _BEST_WIDTH * self.one()
            lines = math.ceil((natural + 1) / best)
            tall = round(lines * self.line_height() + 0.5)
            self._hints["best"] = QSize(math.ceil(min(best, natural)) + 2 + self.indent_px(), tall)
        return self._hints["best"]

    def minimumSizeHint(self) -> QSize:
        if "least" not in self._hints:
            longest = max(self.text().split(), key=len, default="")
            # a word such as an address breaks: asked for whole, it would push others out of place
            width = min(self._metrics().horizontalAdvance(longest), _WORD_WIDTH * unit(self))
            wide = round(width + 1) + self.indent_px()
            self._hints["least"] = QSize(wide, round(self.line_height() + 0.5))
        return self._hints["least"]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        indent = self.indent_px()
        layout = self._laid_out(self.width() - indent)
        painter = QPainter(self)
        painter.setPen(current_theme().color(self._tone))
        layout.draw(painter, QPointF(indent, 0))
        if indent:
            first = QRectF(0, 0, indent, self.line_height())
            self.paint_mark(painter, first)
        painter.end()

    def indent_px(self) -> int:
        """Return the pixels kept free at the left for a mark."""
        return 0

    def paint_mark(self, painter: QPainter, first_line: QRectF) -> None:
        """Paint the mark beside the first line; called where room is kept for one."""

    def one(self) -> float:
        """Return the pixels of 1u of the page, whatever the size of this text."""
        return unit(self) / TEXT_SCALE[self._size]

    def _laid_out(self, width: int) -> QTextLayout:
        """Return the lines at this width, the last ones if it is still the same."""
        if self._layout is not None and self._layout[0] == width:
            return self._layout[1]
        layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeading)
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._bold_range(*place) for place in self._bold])
        tall = self.line_height()
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (tall - line.height()) / 2))
            top += tall
        layout.endLayout()
        self._layout = (width, layout)
        return layout

    def _bold_range(self, start: int, length: int) -> QTextLayout.FormatRange:
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = start, length
        strong.format.setFontWeight(QFont.Weight.Bold)
        return strong

    def line_height(self) -> float:
        """Return the height of one line in pixels, for what stands beside the first."""
        return QFontMetricsF(self.font()).height() * _LEADING

    def _natural_width(self) -> float:
        metrics = self._metrics()
        return max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))

    def _metrics(self) -> QFontMetricsF:
        """Return the metrics of the widest font that the text uses."""
        bold = QFont.Weight.Bold.value if self._bold else None
        return QFontMetricsF(scaled_font(self.font(), 1.0, bold))

    def _apply_font(self) -> None:
        self.setFont(scaled_font(QApplication.font(), TEXT_SCALE[self._size], self._weight))
        self._forget()

    def _forget(self) -> None:
        self._heights.clear()
        self._hints.clear()
        self._layout = None
