"""The evidence map as a grid: boxes with mark and count, and with words where there is room."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid
from magdesk.ui.grids.evidence_words import count_shown, shape_of, tested_word
from magdesk.ui.grids.grid_contents import (
    CellState,
    GridContents,
    GridSizes,
    Part,
    lines_height,
    paint_lines,
)
from magdesk.ui.grids.grid_metrics import column_widths, line_height, widest_word, width_of, wrapped
from magdesk.ui.look.theme import Theme, current_theme, mix
from magdesk.ui.pages.evidence.map_model import EvidenceModel
from magdesk.ui.widgets.signs.direction_pill import DirectionColors, direction_colors
from magdesk.ui.widgets.signs.evidence_marks import MARK_SIDE, paint_mark

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP, _PADDING = 2.0, 3.5
_ABOVE = 3.0
_NUMBER_GAP = 4.0
_AFTER_NAME = 6.0
_RADIUS = 5.0
_HOVER = 0.06
_MOST = 200.0
"""A column grows no wider than this in u."""


class MapContents(GridContents):
    """Forms are rows, outcomes are columns; ``in_words`` tells whether cells show their words."""

    def __init__(self, grid: EvidenceGrid, parent: QObject | None = None) -> None:
        self.grid = grid
        self.model = EvidenceModel(grid, parent)
        self.in_words = False

    def arrange(self, width: int) -> GridSizes:
        """Cells show words if all have room for them; names of forms wrap before that."""
        whole, wrapped_names = self._names_width(wrap=False), self._names_width(wrap=True)
        with_words, least = self._with_words(), self._least()
        names = whole
        self.in_words = self._taken(whole, with_words) <= width
        if not self.in_words and self._taken(whole, least) > width:
            names = wrapped_names
        wanted = with_words if self.in_words else least
        columns = column_widths(wanted, wanted, width - ceil(names), _MOST * self.type.unit)
        return GridSizes(
            names=ceil(names),
            header=self._header_height(columns),
            columns=columns,
            rows=tuple(self._row_height(place, names, columns) for place in range(self._rows)),
        )

    def least_width(self) -> int:
        """The width in pixels of names and columns without words."""
        return ceil(self._taken(self._names_width(wrap=True), self._least()))

    def paint_cell(
        self, painter: QPainter, rect: QRectF, place: tuple[int, int], state: CellState
    ) -> None:
        """Paint the box of one form and outcome."""
        cell, one, theme = self.cell_at(place), self.type.unit, current_theme()
        colors = cell_colors(cell, theme)
        painter.fillRect(rect, theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(
            mix(colors.fill, theme.color("text"), _HOVER) if state.hovered else colors.fill
        )
        width = (2.0 if state.current else 1.0) * one
        edge = theme.color("text" if theme.contrast else "accent")
        painter.setPen(QPen(edge if state.current else colors.line, width))
        box = self._box(rect)
        half = width / 2
        radius = _RADIUS * one
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        self._paint_inside(painter, box, cell, colors.ink)

    def paint_column(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint an outcome, and below it how many forms were tested."""
        inner = self._inner(rect)
        parts = self._heading(section)
        height = lines_height(parts, inner.width())
        top = rect.center().y() - height / 2
        paint_lines(painter, parts, (inner.x(), top, inner.width()))

    def paint_row(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint the name of a form."""
        kind = self.type
        width = rect.width() - kind.edge - _AFTER_NAME * kind.unit
        parts = self._name(section)
        top = rect.center().y() - lines_height(parts, width) / 2
        paint_lines(painter, parts, (rect.x() + kind.edge, top, width))

    def paint_corner(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what the names at the left are."""
        kind = self.type
        top = rect.center().y() - line_height(kind.heading) / 2
        words = QCoreApplication.translate("Evidence", "Form")
        place = (rect.x() + kind.edge, top, rect.width())
        paint_lines(painter, ((words, kind.heading, "text2"),), place)

    def cell_at(self, place: tuple[int, int]) -> Cell:
        """The cell in this row and column."""
        return self.grid.cells[place[0]][place[1]]

    def room_in(self, column_width: float) -> float:
        """The width in pixels for all that stands in a cell of a column."""
        return column_width - 2 * (_GAP + _PADDING) * self.type.unit

    def beside_words(self, cell: Cell) -> float:
        """The width in pixels that mark and count take from the words."""
        count = count_shown(cell)
        counted = width_of(self.type.word, count) + _NUMBER_GAP * self.type.unit if count else 0.0
        return self.type.mark_width + counted

    @property
    def _rows(self) -> int:
        return len(self.grid.forms)

    def _paint_inside(self, painter: QPainter, box: QRectF, cell: Cell, ink: QColor) -> None:
        kind, padding = self.type, _PADDING * self.type.unit
        inner = box.adjusted(padding, 0, -padding, 0)
        side = MARK_SIDE * kind.unit
        painter.setPen(ink)
        painter.setFont(kind.word)
        count = count_shown(cell)
        if not self.in_words:
            counted = _NUMBER_GAP * kind.unit + width_of(kind.word, count) if count else 0.0
            inner.setLeft(inner.center().x() - (side + counted) / 2)
        paint_mark(painter, QRectF(inner.x(), box.y(), side, box.height()), shape_of(cell), ink,
                   kind.unit)  # fmt: skip
        if not self.in_words:
            inner.setLeft(inner.left() + side + _NUMBER_GAP * kind.unit)
            painter.drawText(inner.adjusted(0, 0, padding, 0), _LEFT, count)
            return
        painter.drawText(inner, _RIGHT, count)
        self._paint_words(painter, inner, cell, ink)

    def _paint_words(self, painter: QPainter, inner: QRectF, cell: Cell, ink: QColor) -> None:
        font = self.type.quiet if cell.is_empty else self.type.word
        width = inner.width() - self.beside_words(cell)
        lines = wrapped(font, cell.word, width + 1)
        height = line_height(font)
        top = inner.center().y() - height * len(lines) / 2
        painter.setFont(font)
        painter.setPen(ink)
        for line in lines:
            place = QRectF(inner.x() + self.type.mark_width, top, width + 2, height)
            painter.drawText(place, _LEFT, line)
            top += height

    def _box(self, rect: QRectF) -> QRectF:
        gap = _GAP * self.type.unit
        return rect.adjusted(gap, gap, -gap, -gap)

    def _inner(self, rect: QRectF) -> QRectF:
        side = (_GAP + _PADDING) * self.type.unit
        return rect.adjusted(side, 0, -side, 0)

    def _name(self, section: int) -> tuple[Part, ...]:
        return ((self.grid.forms[section].name, self.type.name, "text"),)

    def _heading(self, section: int) -> tuple[Part, ...]:
        kind, grid = self.type, self.grid
        return (
            (grid.outcomes[section].short, kind.heading, "text"),
            (tested_word(grid, section), kind.subheading, "text2"),
        )

    def _names_width(self, *, wrap: bool) -> float:
        kind = self.type
        measure = widest_word if wrap else width_of
        widest = max((measure(kind.name, form.name) for form in self.grid.forms), default=0.0)
        return kind.edge + widest + _AFTER_NAME * kind.unit + 1

    def _least(self) -> tuple[float, ...]:
        """The widths in pixels of the columns with mark and count alone."""
        return tuple(
            max(
                *(widest_word(font, text) for text, font, _ in self._heading(place)),
                *(self.beside_words(cell) for cell in self.grid.column(place)),
            )
            + self._around
            for place in range(len(self.grid.outcomes))
        )

    def _with_words(self) -> tuple[float, ...]:
        """The widths in pixels of the columns whose cells show words, one below the other."""
        return tuple(
            max(
                least,
                *(
                    self.beside_words(cell) + widest_word(self.type.word, cell.word) + self._around
                    for cell in self.grid.column(place)
                ),
            )
            for place, least in enumerate(self._least())
        )

    @property
    def _around(self) -> float:
        """What stands around the words of a column, and a pixel for rounding."""
        return 2 * (_GAP + _PADDING) * self.type.unit + 1

    def _taken(self, names: float, columns: tuple[float, ...]) -> float:
        return ceil(names) + sum(columns) + len(columns)

    def _header_height(self, columns: tuple[int, ...]) -> int:
        heights = (
            lines_height(self._heading(place), self.room_in(width))
            for place, width in enumerate(columns)
        )
        tallest = max(heights, default=0.0) + 10 * self.type.unit
        return round(max(self.type.header_height, tallest))

    def _row_height(self, row: int, names: float, columns: tuple[int, ...]) -> int:
        kind = self.type
        room = names - kind.edge - _AFTER_NAME * kind.unit
        name = lines_height(self._name(row), room)
        tallest = max((self.height_in(self.cell_at((row, at)), width)
                       for at, width in enumerate(columns)), default=0.0)  # fmt: skip
        return ceil(max(kind.row_height, name + 2 * _GAP * kind.unit, tallest))

    def height_in(self, cell: Cell, width: float) -> float:
        """The height in pixels that a cell needs in a column of this width."""
        lines = 1
        if self.in_words:
            room = self.room_in(width) - self.beside_words(cell)
            lines = len(wrapped(self.type.word, cell.word, room + 1))
        return lines * line_height(self.type.word) + 2 * (_GAP + _ABOVE) * self.type.unit


def cell_colors(cell: Cell, theme: Theme) -> DirectionColors:
    """Colours of the direction; outlined where other studies were made, plain where none was."""
    colors = direction_colors(cell.direction, theme)
    if colors is not None:
        return colors
    if cell.is_empty:
        return DirectionColors(theme.color("window"), theme.color("text3"), theme.color("window"))
    return DirectionColors(theme.color("surface"), theme.color("text2"), theme.color("control"))
