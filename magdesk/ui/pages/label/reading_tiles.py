"""Several ways to read one label, as tiles of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_LEAST_TILE = 170.0
_MOST_COLUMNS = 3


class Tile(NamedTuple):
    """An amount and the words for how it comes about."""

    title: str
    detail: str


class ReadingTiles(QWidget):
    """``chosen`` tells the place of a tile that a person chose."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        as_group(self, self.tr("Which reading is right?"), "label.readings")
        self.tiles: list[ChoiceRow] = []
        self._shown: tuple[Tile, ...] = ()
        self._columns = 0
        one = unit(self)
        column = spaced(QVBoxLayout(self), 8 * one)
        column.addWidget(Heading(self.tr("Which reading is right?")))
        self._note = Paragraph("", "small", "text2")
        column.addWidget(self._note)
        self._grid = spaced(QGridLayout(), 8 * one)
        column.addLayout(self._grid)
        self.hide()

    def show_tiles(self, tiles: Sequence[Tile], chosen: int | None) -> None:
        """Show these tiles, hidden where there are none; ``chosen`` is None while it is open."""
        if tuple(tiles) != self._shown:
            self._shown = tuple(tiles)
            self._make()
        open_question = self.tr("choose one, then the sum is done")
        taken = self.tr("the one that is marked was taken")
        self._note.setText(open_question if chosen is None else taken)
        for number, row in enumerate(self.tiles):
            row.setAutoExclusive(False)  # so that none may be chosen
            row.setChecked(number == chosen)
            row.setAutoExclusive(True)
        self.setVisible(bool(tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _make(self) -> None:
        for row in self.tiles:
            row.hide()
            self._grid.removeWidget(row)
            row.deleteLater()
        self.tiles = []
        for number, tile in enumerate(self._shown):
            row = ChoiceRow(tile.title, tile.detail, "radio", self)
            row.identifier(f"label.reading.{number}")
            where = self.tr("{number} of {count}").format(number=number + 1, count=len(self._shown))
            row.setAccessibleDescription(f"{tile.detail}, {where}")
            row.clicked.connect(self._choose)
            self.tiles.append(row)
        self._columns = 0
        self._place()

    def _place(self) -> None:
        fitting = int(self.width() // (_LEAST_TILE * unit(self)))
        columns = max(1, min(_MOST_COLUMNS, fitting, len(self.tiles) or 1))
        if columns == self._columns:
            return
        self._columns = columns
        for number, row in enumerate(self.tiles):
            self._grid.addWidget(row, number // columns, number % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, ChoiceRow) and row.isChecked():
            self.chosen.emit(self.tiles.index(row))
