"""The kinds of cell in the table: how wide each has to be, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from magdesk.knowledge.names.name_hits import Marks, Span
from magdesk.ui.grids.column import Column, is_avoided, tag_of
from magdesk.ui.grids.evidence_words import shape_of
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.grid_metrics import GridType, line_height, width_of
from magdesk.ui.look.theme import Theme
from magdesk.ui.pages.compare.table.marked_text import fitted, paint_marked
from magdesk.ui.pages.compare.table.two_lines import paint_two_lines, two_line_width
from magdesk.ui.widgets.choices.chips import TagKind, paint_tag
from magdesk.ui.widgets.signs.direction_pill import direction_colors, paint_pill, pill_width
from magdesk.ui.widgets.signs.evidence_marks import Shape

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellLook(NamedTuple):
    """What a cell is painted with."""

    theme: Theme
    type: GridType
    selected: bool

    def ink(self, *, quiet: bool) -> QColor:
        """The colour of text."""
        if self.selected:
            return self.theme.color("sel_text2" if quiet else "sel_text")
        return self.theme.color("text2" if quiet else "text")


class NameMarks(NamedTuple):
    """What the cell of a name shows beside it."""

    found: Marks | None = None
    closest: str = ""
    """The words for the form that fits a result best; empty for all others."""


class WordCell:
    """A word; quiet where it tells of something not known."""

    def width(self, column: Column, row: FormRow, kind: GridType) -> float:
        """The width in pixels that shows the content whole, without the space around it."""
        return width_of(self.font(kind), column.text(row))

    def paint(
        self, painter: QPainter, rect: QRectF, column: Column, row: FormRow, look: CellLook
    ) -> None:
        painter.setPen(look.ink(quiet=self.is_quiet(column, row)))
        _paint_line(painter, rect, column.text(row), self.font(look.type), self.alignment)

    alignment = _LEFT

    def font(self, kind: GridType) -> QFont:
        return kind.body

    def is_quiet(self, column: Column, row: FormRow) -> bool:
        """Whether it is painted more quietly."""
        return column.unknown(row)


class NumberCell(WordCell):
    """A number: at the right, in figures of one width."""

    alignment = _RIGHT

    def font(self, kind: GridType) -> QFont:
        """Figures of one width."""
        return kind.number


class OpinionCell(WordCell):
    """The article's word: always quiet, without a meter, so that it does not look like data."""

    def is_quiet(self, column: Column, row: FormRow) -> bool:
        return True


class TrialsCell(WordCell):
    """A pill in the colour of the direction; no pill where there is no trial."""

    def width(self, column: Column, row: FormRow, kind: GridType) -> float:
        return pill_width(kind.body, column.text(row), kind.unit)

    def paint(
        self, painter: QPainter, rect: QRectF, column: Column, row: FormRow, look: CellLook
    ) -> None:
        cell = column.trials(row)
        shape: Shape = "no_trial" if cell is None else shape_of(cell)
        colors = None if cell is None else direction_colors(cell.direction, look.theme)
        words = (column.text(row), shape)
        ink = look.ink(quiet=True)
        paint_pill(painter, rect, words, colors, (look.type.body, ink, look.type.unit))


class NoteCell(WordCell):
    """A sentence in two lines at most."""

    def width(self, column: Column, row: FormRow, kind: GridType) -> float:
        """The width in which it takes two lines."""
        return two_line_width(kind.note, column.text(row))

    def paint(
        self, painter: QPainter, rect: QRectF, column: Column, row: FormRow, look: CellLook
    ) -> None:
        painter.setPen(look.ink(quiet=True))
        paint_two_lines(painter, rect, column.text(row), look.type.note)


class NameCell(WordCell):
    """The form's name with its tag; below it another name that holds what was typed."""

    def width(self, column: Column, row: FormRow, kind: GridType) -> float:
        tag = tag_of(row.form)
        tagged = kind.gap + kind.tag_width(tag) if tag else 0.0
        return width_of(kind.name, row.form.name) + tagged

    def paint_name(
        self, painter: QPainter, rect: QRectF, row: FormRow, look: CellLook, marks: NameMarks
    ) -> None:
        """Paint name, tags and what was found."""
        kind, found = look.type, marks.found or Marks()
        below = marks.closest or found.found_in
        if below:
            height = line_height(kind.name)
            both = height + line_height(kind.note)
            top = rect.center().y() - both / 2
            place = QRectF(rect.x(), top + height, rect.width(), both - height)
            spans = () if marks.closest else found.in_found
            _paint_marked(painter, place, below, spans, (look, kind.note, True))
            rect = QRectF(rect.x(), top, rect.width(), height)
        tag = tag_of(row.form)
        space = rect.width() - (kind.tag_width(tag) + kind.gap if tag else 0.0)
        name = QRectF(rect.x(), rect.y(), space, rect.height())
        _paint_marked(painter, name, row.form.name, found.in_name, (look, kind.name, False))
        if tag:
            left = rect.x() + min(space, width_of(kind.name, row.form.name)) + kind.gap
            tag_kind: TagKind = "caution" if is_avoided(row.form) else "neutral"
            _paint_tag(painter, (left, rect), tag, kind, tag_kind)


NAME = NameCell()
KINDS: dict[str, WordCell] = {
    "name": NAME,
    "number": NumberCell(),
    "word": WordCell(),
    "opinion": OpinionCell(),
    "trials": TrialsCell(),
    "note": NoteCell(),
}
"""By the kind that a column declares."""


def cell_width(column: Column, row: FormRow, kind: GridType) -> float:
    """The width in pixels that shows the cell whole; a note is content with two lines."""
    left = kind.name_left if column.kind == "name" else kind.padding
    return left + kind.padding + KINDS[column.kind].width(column, row, kind)


def _paint_line(
    painter: QPainter, rect: QRectF, text: str, font: QFont, alignment: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, alignment, shown)


def _paint_marked(
    painter: QPainter,
    rect: QRectF,
    text: str,
    spans: Sequence[Span],
    how: tuple[CellLook, QFont, bool],
) -> None:
    look, font, quiet = how
    painter.setPen(look.ink(quiet=quiet))
    painter.setFont(font)
    line = fitted(text, spans, font, rect.width() + 1)
    paint_marked(painter, rect, line, (look.theme, look.selected, look.type.unit))


def _paint_tag(
    painter: QPainter,
    place: tuple[float, QRectF],
    word: str,
    kind: GridType,
    tag_kind: TagKind,
) -> None:
    left, line = place
    height = min(kind.tag_height, line.height())
    box = QRectF(left, line.center().y() - height / 2, kind.tag_width(word), height)
    painter.setFont(kind.tag)
    paint_tag(painter, box, word, tag_kind, kind.unit)
