"""One line of text in which the parts that were searched for are marked by fill and underline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from magdesk.knowledge.names.name_hits import Span
from magdesk.ui.look.theme import Theme

_LINE = 1.5
_ELLIPSIS = "…"


def fitted(
    text: str, spans: Sequence[Span], font: QFont, width: float
) -> tuple[str, tuple[Span, ...]]:
    """The text cut to the width so that the first marked part is seen, and the spans in it."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text, tuple(spans)
    moved = tuple(spans)
    if spans and metrics.horizontalAdvance(text[: spans[0][1]] + _ELLIPSIS) > width:
        cut = text.rfind(" ", 0, spans[0][0] + 1) + 1
        text = _ELLIPSIS + text[cut:]
        moved = tuple((start - cut + 1, end - cut + 1) for start, end in spans if start >= cut)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    kept = len(shown) if shown == text else len(shown) - 1
    return shown, tuple((start, min(end, kept)) for start, end in moved if start < kept)


def paint_marked(
    painter: QPainter,
    rect: QRectF,
    line: tuple[str, Sequence[Span]],
    look: tuple[Theme, bool, float],
) -> None:
    """Paint a fitted line in the painter's font and pen; ``look`` is theme, selected and unit."""
    text, spans = line
    metrics = QFontMetricsF(painter.font())
    for start, end in spans:
        left = rect.x() + metrics.horizontalAdvance(text[:start])
        width = metrics.horizontalAdvance(text[:end]) - (left - rect.x())
        top = rect.center().y() - metrics.height() / 2
        _paint_mark(painter, QRectF(left, top, width, metrics.height()), look)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_mark(painter: QPainter, box: QRectF, look: tuple[Theme, bool, float]) -> None:
    theme, selected, unit = look
    fill, line = _colors(theme, selected)
    if fill is not None:
        painter.fillRect(box, fill)
    thickness = max(1.0, round(_LINE * unit))
    painter.fillRect(QRectF(box.x(), box.bottom() - thickness, box.width(), thickness), line)


def _colors(theme: Theme, selected: bool) -> tuple[QColor | None, QColor]:
    """Fill and underline; the contrast theme has the underline alone."""
    line = theme.color("sel_accent" if selected else "accent")
    if theme.contrast:
        return None, line
    return theme.color("surface" if selected else "tint"), line
