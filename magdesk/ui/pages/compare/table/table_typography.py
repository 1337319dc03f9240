"""Fonts and distances of the table, made once for each font size."""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.widgets.marks import MARK_SIDE
from magdesk.ui.widgets.meter import METER_WIDTH

_EDGE, _PADDING, _GAP = 18.0, 7.5, 6.0
_CHECK, _CHECK_GAP = 16.0, 9.0
_METER_GAP, _TAG_PADDING = 8.0, 6.0
_ROW_HEIGHT, _HEADER_HEIGHT = 36.0, 44.0


class TableType(msgspec.Struct, frozen=True):
    """What the table is set in; lengths are pixels."""

    unit: float
    body: QFont
    name: QFont
    number: QFont
    note: QFont
    tag: QFont
    heading: QFont
    sorted_heading: QFont
    subheading: QFont

    @property
    def edge(self) -> float:
        """Free space left of the first column."""
        return _EDGE * self.unit

    @property
    def check_side(self) -> float:
        """Side of the box that ticks a form."""
        return _CHECK * self.unit

    @property
    def name_left(self) -> float:
        """Left of a name: the edge, the box that ticks it, and a gap."""
        return (_EDGE + _CHECK + _CHECK_GAP) * self.unit

    @property
    def padding(self) -> float:
        """Free space at both sides of a cell."""
        return _PADDING * self.unit

    @property
    def gap(self) -> float:
        """Between a mark or a name and what follows it."""
        return _GAP * self.unit

    @property
    def mark_width(self) -> float:
        """An evidence mark with the gap after it."""
        return MARK_SIDE * self.unit + self.gap

    @property
    def meter_width(self) -> float:
        """A rating meter with the gap after it."""
        return (METER_WIDTH + _METER_GAP) * self.unit

    def tag_width(self, word: str) -> float:
        """A tag around this word."""
        return width_of(self.tag, word) + 2 * _TAG_PADDING * self.unit

    @property
    def row_height(self) -> int:
        """Height of a row: room for two lines of a note."""
        lines = 2.2 * QFontMetricsF(self.body).height()
        return round(max(_ROW_HEIGHT * self.unit, lines))

    @property
    def header_height(self) -> int:
        """Height of the two-line heading."""
        lines = QFontMetricsF(self.heading).height() + QFontMetricsF(self.subheading).height()
        return round(max(_HEADER_HEIGHT * self.unit, lines + 12 * self.unit))


def table_type(widget: QWidget) -> TableType:
    """The type of a table in the widget's font."""
    return TableType(
        unit=unit(widget),
        body=scaled_font(widget, 0.98),
        name=scaled_font(widget, 0.98, 650),
        number=tabular(scaled_font(widget, 0.98)),
        note=scaled_font(widget, 0.9),
        tag=scaled_font(widget, 0.83, 650),
        heading=scaled_font(widget, 0.93, 600),
        sorted_heading=scaled_font(widget, 0.93, 700),
        subheading=scaled_font(widget, 0.86),
    )


def width_of(font: QFont, text: str) -> float:
    """The width of one line of text in pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)
