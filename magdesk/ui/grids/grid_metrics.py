"""Fonts and distances of the map, made once for each font size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.widgets.marks import MARK_SIDE

_EDGE, _AFTER_NAME = 18.0, 8.0
_GAP, _PADDING, _MARK_GAP, _NUMBER_GAP = 2.0, 7.0, 5.0, 4.0
_TIGHT_PADDING = 5.0
_ABOVE = 3.5
_ROW, _HEADER = 36.0, 44.0


@dataclass(frozen=True)
class MapLook:
    """What the map is set in; lengths are pixels."""

    unit: float
    name: QFont
    word: QFont
    quiet: QFont
    number: QFont
    heading: QFont
    subheading: QFont
    stacked: bool = False
    """Whether the number stands below the mark, where room is short."""

    @property
    def gap(self) -> float:
        """Free space around the box of a cell."""
        return _GAP * self.unit

    @property
    def padding(self) -> float:
        """Inside the box, left and right."""
        return (_TIGHT_PADDING if self.stacked else _PADDING) * self.unit

    @property
    def above(self) -> float:
        """Inside the box, above and below the words."""
        return _ABOVE * self.unit

    @property
    def mark_width(self) -> float:
        """A mark with the gap after it."""
        return (MARK_SIDE + _MARK_GAP) * self.unit

    @property
    def number_gap(self) -> float:
        """Before the number of trials."""
        return _NUMBER_GAP * self.unit

    @property
    def edge(self) -> float:
        """Left of the names of the forms."""
        return _EDGE * self.unit

    @property
    def after_name(self) -> float:
        """Right of the names of the forms."""
        return _AFTER_NAME * self.unit

    @property
    def row_height(self) -> float:
        """The least height of a row."""
        return max(_ROW * self.unit, line_height(self.name) + 2 * (self.above + self.gap))

    @property
    def header_height(self) -> int:
        """Height of the heading with its two lines."""
        lines = line_height(self.heading) + line_height(self.subheading)
        return round(max(_HEADER * self.unit, lines + 12 * self.unit))


def map_look(widget: QWidget) -> MapLook:
    """The look of the map in the widget's font."""
    return MapLook(
        unit=unit(widget),
        name=scaled_font(widget, 0.98, 600),
        word=scaled_font(widget, 0.93, 600),
        quiet=scaled_font(widget, 0.93),
        number=tabular(scaled_font(widget, 0.93, 600)),
        heading=scaled_font(widget, 0.95, 600),
        subheading=scaled_font(widget, 0.86),
    )


def width_of(font: QFont, text: str) -> float:
    """The width of one line of text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_height(font: QFont) -> float:
    """The height of a line in pixels."""
    return QFontMetricsF(font).height()


def widest_word(font: QFont, text: str) -> float:
    """The width in pixels below which the text can not be wrapped without breaking a word."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


def two_line_width(font: QFont, text: str) -> float:
    """The least width in pixels in which the text takes two lines at most."""
    words = text.split()
    metrics = QFontMetricsF(font)
    breaks = (
        max(metrics.horizontalAdvance(" ".join(part)) for part in (words[:at], words[at:]))
        for at in range(1, len(words) + 1)
    )
    return min(breaks, default=0.0)


def wrapped(font: QFont, text: str, width: float) -> tuple[str, ...]:
    """The text in lines of this width; a word that is wider keeps a line of its own."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
