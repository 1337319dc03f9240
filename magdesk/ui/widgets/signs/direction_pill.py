"""Colours that say where trials point, and the pill that shows a mark and a word in them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from magdesk.knowledge.records import Direction
from magdesk.ui.look.theme import Theme
from magdesk.ui.widgets.signs.evidence_marks import MARK_SIDE, Shape, paint_mark

PILL_HEIGHT = 24.0
_PADDING, _GAP, _RADIUS = 6.0, 5.0, 5.0
_TOKENS: dict[str, tuple[str, str, str]] = {
    "better": ("tint", "on_tint", "accent"),
    "mixed": ("info_tint", "info_text", "info_line"),
    "no_difference": ("sunken", "text", "control"),
    "worse": ("caution_tint", "caution_text", "caution_line"),
}


class DirectionColors(NamedTuple):
    """What a cell or a pill is painted with."""

    fill: QColor
    ink: QColor
    line: QColor


def direction_colors(direction: Direction, theme: Theme) -> DirectionColors | None:
    """The colours of a direction; None where no trial points anywhere."""
    if direction not in _TOKENS:
        return None
    fill, ink, line = (theme.color(token) for token in _TOKENS[direction])
    return DirectionColors(fill, ink, line)


def pill_width(font: QFont, word: str, unit: float) -> float:
    """The width in pixels of a pill with this word."""
    beside = (MARK_SIDE + _GAP + 2 * _PADDING) * unit
    return beside + QFontMetricsF(font).horizontalAdvance(word)


def paint_pill(
    painter: QPainter,
    place: QRectF,
    words: tuple[str, Shape],
    colors: DirectionColors | None,
    look: tuple[QFont, QColor, float],
) -> None:
    """Paint mark and word at the left of the place, in its middle; without colours no pill.

    ``look`` is font, ink where there are no colours, and unit.
    """
    word, shape = words
    font, plain, one = look
    width = min(place.width(), pill_width(font, word, one))
    height = min(place.height(), max(PILL_HEIGHT * one, QFontMetricsF(font).height() + 4 * one))
    box = QRectF(place.x(), place.center().y() - height / 2, width, height)
    ink = plain if colors is None else colors.ink
    painter.save()
    if colors is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.line, one))
        painter.setBrush(colors.fill)
        half = one / 2
        radius = _RADIUS * one
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    mark = QRectF(box.x() + _PADDING * one, box.y(), MARK_SIDE * one, box.height())
    paint_mark(painter, mark, shape, ink, one)
    painter.setPen(ink)
    painter.setFont(font)
    rest = QRectF(mark.right() + _GAP * one, box.y(), 0, box.height())
    rest.setRight(box.right() - _PADDING * one + 1)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, rest.width() + 1)
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
