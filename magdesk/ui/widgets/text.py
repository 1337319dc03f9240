"""Headings and paragraphs in the type scale of the design: the one way in which text is set.

Their sizes follow the application's font, which has to be set before they are built.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from magdesk.ui.look.theme import current_theme, scaled_font, unit

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

Level = Literal["page", "question", "section", "card"]
Size = Literal["body", "lead", "small", "caption"]
Tone = Literal["text", "text2", "text3"]

HEADING_SCALE: dict[str, tuple[float, int]] = {
    "question": (1.72, 700),
    "page": (1.4, 700),
    "card": (1.2, 680),
    "section": (1.06, 650),
}
TEXT_SCALE: dict[str, float] = {"lead": 1.1, "body": 1.0, "small": 0.93, "caption": 0.86}
_LINE_IN_EMS = 1.57
"""Distance of lines, for fonts with little and with much height of their own alike."""

_BEST_WIDTH = 480.0
_WORD_WIDTH = 120.0
_LINE_SEPARATOR = "\u2028"
_SIGNS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_PLAIN = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "<br>": "\n"}
_MARK = re.compile(r"(</?b>|<br>|&(?:amp|lt|gt|quot|#x27);)")


def escape(text: str) -> str:
    """Return the text so that a paragraph, and rich text, shows it as it stands."""
    return text.translate(_SIGNS)


def leading_percent(font: QFont) -> int:
    """Return the distance of lines of a paragraph in percent of the font's own height."""
    height = QFontMetricsF(font).height()
    return round(min(135.0, max(100.0, 100 * _LINE_IN_EMS * QFontInfo(font).pixelSize() / height)))


class Paragraph(QLabel):
    """Text that wraps at any width, in the middle of a word where one is too long.

    It knows two marks, ``<b>`` and ``<br>``; what a person typed goes through ``escape`` first.
    ``single`` leaves out the leading, for a line that stands beside a mark or an icon. ``tone`` is
    a colour of the theme. Unlike a label with rich text it keeps no document, and it remembers its
    heights: a result holds some sixty of these.
    """

    def __init__(
        self,
        text: str,
        size: Size = "body",
        tone: str = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
        *,
        single: bool = False,
    ) -> None:
        super().__init__(parent)
        self._size: Size = size
        self._tone = tone
        self._single = single
        self._source = ""
        self._bold: list[tuple[int, int]] = []
        self._heights: dict[int, int] = {}
        self._hints: dict[str, QSize] = {}
        self._layout: tuple[int, QTextLayout] | None = None
        self._line_height: float | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(scaled_font(QApplication.font(), TEXT_SCALE[size], weight))
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text; what is none of the marks is shown as it stands."""
        self._source = text
        plain, start = "", None
        self._bold = []
        for part in _MARK.split(text):
            if part == "<b>":
                start = len(plain)
            elif part == "</b>":
                if start is not None:
                    self._bold.append((start, len(plain) - start))
            else:
                plain += _PLAIN.get(part, part)
        self._forget()
        super().setText(plain)

    def source(self) -> str:
        """Return the text as it was given, with its marks."""
        return self._source

    def set_color(self, color: str) -> None:
        """Use another colour of the theme, for instance ``caution_text``."""
        self._tone = color
        self.update()

    def wraps(self) -> bool:
        """Return whether it goes on in a further line."""
        return True

    def hasHeightForWidth(self) -> bool:
        return self.wraps()

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            lines = self._laid_out(width - self._beside_px()).lineCount()
            known = self._heights[width] = self._lines_px(lines)
        return known

    def sizeHint(self) -> QSize:
        """Return the width of the text up to a good measure; layouts ask for the height by it."""
        if "best" not in self._hints:
            natural = self._natural_width()
            best = _BEST_WIDTH * self.one() if self.wraps() else natural + 1
            wide = math.ceil(min(best, natural) + 1) + self._beside_px()
            self._hints["best"] = QSize(wide, self._lines_px(math.ceil((natural + 1) / best)))
        return self._hints["best"]

    def minimumSizeHint(self) -> QSize:
        if not self.wraps():
            return self.sizeHint()
        if "least" not in self._hints:
            longest = max(self.text().split(), key=len, default="")
            # a word such as an address breaks: asked for whole, it would push others out of place
            width = min(self._metrics().horizontalAdvance(longest), _WORD_WIDTH * unit(self))
            self._hints["least"] = QSize(round(width + 1) + self._beside_px(), self._lines_px(1))
        return self._hints["least"]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Keep room free around the text."""
        super().setContentsMargins(left, top, right, bottom)
        self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        indent, inside = self.indent_px(), self.contentsRect()
        layout = self._laid_out(self.width() - self._beside_px())
        tall = layout.lineCount() * self.line_height()
        spare = max(0.0, inside.height() - tall)
        # by whole pixels: half of one would move some lines and not others
        top = inside.top() + (int(spare / 2) if self._stands_in_the_middle() else 0)
        painter = QPainter(self)
        faint = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(current_theme().color(self._tone) if self.isEnabled() else faint)
        layout.draw(painter, QPointF(inside.left() + indent, top))
        if indent:
            first = QRectF(inside.left(), top, indent, self._letters_px())
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

    def line_height(self) -> float:
        """Return the distance of two lines in pixels."""
        if self._line_height is None:
            share = 100 if self._single else leading_percent(self.font())
            self._line_height = self._letters_px() * share / 100
        return self._line_height

    def _letters_px(self) -> int:
        """Return the height of a line without its leading, in whole pixels as in any text of Qt."""
        return math.ceil(QFontMetricsF(self.font()).height())

    def _stands_in_the_middle(self) -> bool:
        return bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)

    def _lines_px(self, lines: int) -> int:
        around = self.contentsMargins()
        return math.ceil(lines * self.line_height()) + around.top() + around.bottom()

    def _beside_px(self) -> int:
        """Return the pixels of the width that hold no text."""
        around = self.contentsMargins()
        return self.indent_px() + around.left() + around.right()

    def _laid_out(self, width: int) -> QTextLayout:
        """Return the lines at this width, the last ones if it is still the same."""
        if self._layout is not None and self._layout[0] == width:
            return self._layout[1]
        from PySide6.QtGui import QTextLayout, QTextOption  # a dozen classes with them

        layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), self.font())
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        option = QTextOption(across)
        option.setTextDirection(self.layoutDirection())
        modes = QTextOption.WrapMode
        option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if self.wraps() else modes.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._bold_range(*place) for place in self._bold])
        tall = self.line_height()
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))  # the leading stands below its line
            top += tall
        layout.endLayout()
        self._layout = (width, layout)
        return layout

    def _bold_range(self, start: int, length: int) -> QTextLayout.FormatRange:
        from PySide6.QtGui import QTextLayout

        strong = QTextLayout.FormatRange()
        strong.start, strong.length = start, length
        strong.format.setFontWeight(QFont.Weight.Bold)
        return strong

    def _natural_width(self) -> float:
        metrics = self._metrics()
        return max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))

    def _metrics(self) -> QFontMetricsF:
        """Return the metrics of the widest font that the text uses."""
        bold = QFont.Weight.Bold.value if self._bold else None
        return QFontMetricsF(scaled_font(self.font(), 1.0, bold))

    def _forget(self) -> None:
        self._heights.clear()
        self._hints.clear()
        self._layout = None
        self._line_height = None


class Heading(Paragraph):
    """A heading; only a question wraps, so that the others never collapse beside a stretch.

    It knows no marks. ``setWordWrap`` makes another one wrap.
    """

    def __init__(self, text: str, level: Level = "section", parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, single=True)
        self.level = level
        factor, weight = HEADING_SCALE[level]
        self.setFont(scaled_font(QApplication.font(), factor, weight))
        self.setWordWrap(level == "question")
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(escape(text))

    def setWordWrap(self, on: bool) -> None:
        """Let it go on in a further line, or keep it in one."""
        super().setWordWrap(on)
        down = QSizePolicy.Policy.Minimum if on else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, down)
        policy.setHeightForWidth(on)
        self.setSizePolicy(policy)
        self._forget()

    def wraps(self) -> bool:
        return self.wordWrap()
