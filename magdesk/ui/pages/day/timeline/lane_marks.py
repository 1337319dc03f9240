"""The marks of a timeline: hatched bands, tags with a time, bars of free hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, mix, tabular

_RADIUS = 4.0
_HATCH_STEP = 6.0
_TAG_HEIGHT, _TAG_SIDE, _TAG_ICON, _TAG_GAP = 27.0, 8.0, 14.0, 5.0
_BETWEEN_TAGS = 3.0
_FILLED = 0.10
_HATCHED = 0.45


class Tag(NamedTuple):
    """A time with an icon and perhaps a word, in one colour of the theme."""

    icon: str
    word: str
    time: str
    color: str
    on_tint: bool = False
    """Whether it lies on the accent's tint, as magnesium does."""


class TagFonts(NamedTuple):
    """What the word of a tag and its time are written in."""

    word: QFont
    time: QFont


def paint_band(
    painter: QPainter, box: QRectF, theme: Theme, one: float, *, blocks: bool = False
) -> None:
    """Hatch hours without magnesium, with a dashed edge; in caution colours where they block."""
    edge = theme.color("caution_text" if blocks else "text3")
    fill = theme.color("caution_tint" if blocks else "sunken")
    if theme.contrast:
        fill = theme.color("surface")
    lines = theme.color("caution_line") if blocks else mix(fill, edge, _HATCHED)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, fill)
    painter.setPen(QPen(lines, max(1.0, one)))
    step, x = _HATCH_STEP * one, box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
    pen = QPen(edge, max(1.0, (1.6 if blocks else 1.0) * one))
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)


def paint_free(painter: QPainter, box: QRectF, theme: Theme, one: float) -> None:
    """Paint hours that are free for magnesium."""
    painter.setPen(QPen(theme.color("ok_line"), max(1.0, one)))
    painter.setBrush(theme.color("ok_tint"))
    painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)


def tag_width(tag: Tag, fonts: TagFonts, one: float) -> float:
    """The width of a tag in pixels."""
    words = QFontMetricsF(fonts.word).horizontalAdvance(tag.word) + _TAG_GAP * one
    time = QFontMetricsF(tabular(fonts.time)).horizontalAdvance(tag.time)
    icon = (_TAG_ICON + _TAG_GAP) * one if tag.icon else 0.0
    return 2 * _TAG_SIDE * one + icon + (words if tag.word else 0.0) + time + 1


def tag_height(fonts: TagFonts, one: float) -> float:
    """The height of every tag in pixels."""
    return max(_TAG_HEIGHT * one, QFontMetricsF(fonts.time).height() + 6 * one)


def tag_places(
    middles: Sequence[float], widths: Sequence[float], room: tuple[float, float], one: float
) -> list[float] | None:
    """The left edges of tags that are centred where there is room; None where all do not fit."""
    gap = _BETWEEN_TAGS * one
    left, right = room
    if sum(widths) + gap * (len(widths) - 1) > right - left:
        return None
    places: list[float] = []
    for middle, width in zip(middles, widths, strict=True):
        after = places[-1] + widths[len(places) - 1] + gap if places else left
        places.append(max(after, middle - width / 2))
    end = right
    for number in reversed(range(len(places))):
        places[number] = min(places[number], end - widths[number])
        end = places[number] - gap
    return places


def paint_tag(
    painter: QPainter, box: QRectF, tag: Tag, fonts: TagFonts, theme: Theme, one: float
) -> None:
    """Paint a tag; ``box`` is its place."""
    edge = theme.color(tag.color)
    fill, ink = _fill(tag, theme)
    painter.setPen(QPen(edge, 1.5 * one))
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS * one, _RADIUS * one)
    x, middle = box.left() + _TAG_SIDE * one, box.center().y()
    if tag.icon:
        side = _TAG_ICON * one
        paint_icon(painter, QRectF(x, middle - side / 2, side, side), tag.icon, edge)
        x += side + _TAG_GAP * one
    upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setPen(ink)
    if tag.word:
        painter.setFont(fonts.word)
        painter.drawText(QRectF(x, box.top(), box.width(), box.height()), upright, tag.word)
        x += QFontMetricsF(fonts.word).horizontalAdvance(tag.word) + _TAG_GAP * one
    painter.setFont(tabular(fonts.time))
    painter.drawText(QRectF(x, box.top(), box.width(), box.height()), upright, tag.time)


def _fill(tag: Tag, theme: Theme) -> tuple[QColor, QColor]:
    if theme.contrast:
        return theme.color("surface"), theme.color("text")
    if tag.on_tint:
        return theme.color("tint"), theme.color("on_tint")
    if tag.color == "meal":
        return mix(theme.color("surface"), theme.color("meal"), _FILLED), theme.color("text")
    return theme.color("surface"), theme.color("text")
