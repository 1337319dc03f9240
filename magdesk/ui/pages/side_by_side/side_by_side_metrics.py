"""Fonts and distances of the comparison, and its cells broken into lines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from magdesk.ui.grids.grid_metrics import line_height, widest_word, wrapped
from magdesk.ui.look.theme import scaled_font, unit
from magdesk.ui.pages.side_by_side.attributes import Attribute, Value
from magdesk.ui.widgets.marks import MARK_SIDE
from magdesk.ui.widgets.meter import METER_WIDTH

_EDGE, _PADDING, _ABOVE = 18.0, 9.0, 8.0
_PICTURE_GAP, _BELOW_WORD = 7.0, 2.0
_HEADER = 40.0


@dataclass(frozen=True)
class Look:
    """What the comparison is set in; lengths are pixels."""

    unit: float
    form: QFont
    name: QFont
    meaning: QFont
    word: QFont
    text: QFont
    tag: QFont

    @property
    def edge(self) -> float:
        """Left of the names of the attributes."""
        return _EDGE * self.unit

    @property
    def padding(self) -> float:
        """Left and right in a cell."""
        return _PADDING * self.unit

    @property
    def above(self) -> float:
        """Above and below what stands in a cell."""
        return _ABOVE * self.unit

    @property
    def below_word(self) -> float:
        """Between the word of a cell and its sentences."""
        return _BELOW_WORD * self.unit

    @property
    def header_height(self) -> int:
        """Height of the row with the names of the forms."""
        return round(max(_HEADER * self.unit, line_height(self.form) + 2 * self.above))

    def picture_width(self, value: Value) -> float:
        """The meter or mark of a value with the gap after it; 0 where there is none."""
        if value.rating is not None:
            return (METER_WIDTH + _PICTURE_GAP) * self.unit
        return (MARK_SIDE + _PICTURE_GAP) * self.unit if value.shape is not None else 0.0


def look_of(widget: QWidget) -> Look:
    """The look in the widget's font."""
    return Look(
        unit=unit(widget),
        form=scaled_font(widget, 1.06, 680),
        name=scaled_font(widget, 0.98, 600),
        meaning=scaled_font(widget, 0.88),
        word=scaled_font(widget, 0.98, 600),
        text=scaled_font(widget, 0.95),
        tag=scaled_font(widget, 0.83, 650),
    )


def lines_of(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """The paragraphs of a text in lines of this width in pixels."""
    return tuple(
        line for paragraph in text.splitlines() for line in wrapped(font, paragraph, width)
    )


def cell_height(value: Value, look: Look, width: float) -> float:
    """The height in pixels that shows the value whole in a column of this width."""
    room = width - 2 * look.padding
    words = lines_of(value.word, look.word, room - look.picture_width(value))
    text = lines_of(value.text, look.text, room)
    gap = look.below_word if words and text else 0.0
    high = len(words) * line_height(look.word) + len(text) * line_height(look.text)
    return high + gap + 2 * look.above


def name_height(row: Attribute, look: Look, width: float) -> float:
    """The height in pixels that shows the attribute's name and meaning whole."""
    room = width - look.edge - look.padding
    names = len(lines_of(row.name, look.name, room)) * line_height(look.name)
    meanings = len(lines_of(row.meaning, look.meaning, room)) * line_height(look.meaning)
    return names + meanings + 2 * look.above


def least_column(rows: tuple[Attribute, ...], place: int, look: Look) -> float:
    """The width in pixels under which a word of this form would be broken."""
    values = [row.values[place] for row in rows]
    words = (widest_word(look.word, value.word) + look.picture_width(value) for value in values)
    texts = (widest_word(look.text, value.text) for value in values)
    return max((*words, *texts), default=0.0) + 2 * look.padding + 1
