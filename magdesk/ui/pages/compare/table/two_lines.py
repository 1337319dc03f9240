"""Texts in two lines at most: how wide they have to be, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from magdesk.ui.grids.grid_metrics import width_of

_NEAR_MIDDLE = 3
"""How many breaks of a text into two lines are tried."""


def two_line_width(font: QFont, text: str) -> float:
    """The least width in pixels in which the text takes no more than two lines."""
    words = text.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    # Only breaks near the middle can be the best: the others need not be measured.
    halves.sort(key=lambda half: max(map(len, half)))
    widths = (max(width_of(font, part) for part in half) for half in halves[:_NEAR_MIDDLE])
    return min(widths, default=width_of(font, text)) + 1


def paint_two_lines(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    """Paint text in one line or two, in the middle of the rectangle; the second line is elided."""
    lines = _two_lines(text, font, rect.width())
    metrics = QFontMetricsF(font)
    leading = min(metrics.height(), rect.height() / max(1, len(lines)))
    top = rect.center().y() - leading * len(lines) / 2
    painter.setFont(font)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(rect.x(), top + number * leading + metrics.ascent()), line)


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    from PySide6.QtGui import QTextLayout, QTextOption  # a dozen classes with them

    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
    return [text[:end].strip(), rest] if rest else [text]
