"""Fonts and distances of all grids of forms, made once for each font size, and broken lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import msgspec
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.widgets.signs.evidence_marks import MARK_SIDE

_EDGE, _PADDING, _GAP = 18.0, 7.5, 6.0
_CHECK, _CHECK_GAP = 16.0, 9.0
_TAG_PADDING = 6.0
_ROW_HEIGHT, _HEADER_HEIGHT = 36.0, 44.0


class GridType(msgspec.Struct, frozen=True):
    """What a grid is set in; lengths are pixels."""

    unit: float
    body: QFont
    name: QFont
    number: QFont
    note: QFont
    tag: QFont
    word: QFont
    quiet: QFont
    form: QFont
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
        """Left of a name that can be ticked: the edge, the box, and a gap."""
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

    def tag_width(self, word: str) -> float:
        return width_of(self.tag, word) + 2 * _TAG_PADDING * self.unit

    @property
    def tag_height(self) -> float:
        return line_height(self.tag) + 4 * self.unit

    @property
    def row_height(self) -> int:
        """Height of a row: room for two lines of a note."""
        return round(max(_ROW_HEIGHT * self.unit, 2.2 * line_height(self.body)))

    @property
    def header_height(self) -> int:
        """Height of the two-line heading."""
        lines = line_height(self.heading) + line_height(self.subheading)
        return round(max(_HEADER_HEIGHT * self.unit, lines + 12 * self.unit))


def grid_type(widget: QWidget) -> GridType:
    """The type of a grid in the widget's font."""
    return GridType(
        unit=unit(widget),
        body=scaled_font(widget, 0.98),
        name=scaled_font(widget, 0.98, 650),
        number=tabular(scaled_font(widget, 0.98)),
        note=scaled_font(widget, 0.9),
        tag=scaled_font(widget, 0.83, 650),
        word=tabular(scaled_font(widget, 0.93, 600)),
        quiet=scaled_font(widget, 0.93),
        form=scaled_font(widget, 1.06, 680),
        heading=scaled_font(widget, 0.93, 600),
        sorted_heading=scaled_font(widget, 0.93, 700),
        subheading=scaled_font(widget, 0.86),
    )


def as_plain_table(view: QTableView) -> None:
    """Take away what Qt draws and does beside the cells; scroll by pixels."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


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


def wrapped(font: QFont, text: str, width: float) -> tuple[str, ...]:
    """The paragraphs of a text in lines of this width; a wider word keeps a line of its own."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    for paragraph in text.splitlines():
        begun = len(lines)
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}" if len(lines) > begun else word
            if len(lines) > begun and metrics.horizontalAdvance(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
    return tuple(lines)


def column_widths(
    least: Sequence[float], wanted: Sequence[float], room: float, most: float
) -> tuple[int, ...]:
    """Widths in pixels; together more than ``room`` only where the least widths are.

    Room beyond the least widths first goes to columns that want more, in proportion. What is left
    then goes to the narrowest columns; none grows beyond ``most`` for that.
    """
    missing = [max(0.0, want - width) for width, want in zip(least, wanted, strict=True)]
    room -= len(least)  # what rounding up may add
    spare = max(0.0, room - sum(least))
    share = min(1.0, spare / sum(missing)) if sum(missing) else 1.0
    widths = [width + lack * share for width, lack in zip(least, missing, strict=True)]
    level = _level(widths, min(room, most * len(widths)))
    return tuple(int(level) if width < level else ceil(width) for width in widths)


def _level(widths: Sequence[float], room: float) -> float:
    """The width up to which narrow columns are raised so that all of them fill the room."""
    wide = sorted(widths, reverse=True)
    while wide and wide[0] > room / len(wide):
        room -= wide.pop(0)
    return room / len(wide) if wide else 0.0
