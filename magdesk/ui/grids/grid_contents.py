"""What a grid shows: its model, how large its parts are, and how they are painted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from magdesk.ui.grids.grid_metrics import GridType, grid_type, line_height, wrapped
from magdesk.ui.look.theme import current_theme

Part = tuple[str, QFont, str]
"""A text, its font, and the token of its colour."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class CellState:
    """Whether a cell is the current one, and whether the mouse is over it."""

    current: bool
    hovered: bool


@dataclass(frozen=True)
class GridSizes:
    """Sizes in pixels: width of the names at the left, height of the heading, columns, rows."""

    names: int
    header: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]


class GridContents(ABC):
    """One kind of grid; ``measure`` comes before everything else."""

    model: QAbstractTableModel
    type: GridType

    def measure(self, widget: QWidget) -> None:
        self.type = grid_type(widget)

    @abstractmethod
    def arrange(self, width: int) -> GridSizes:
        """The sizes of all parts in this width."""

    @abstractmethod
    def least_width(self) -> int:
        """The width in pixels in which no column has to be scrolled to."""

    @abstractmethod
    def paint_cell(
        self, painter: QPainter, rect: QRectF, place: tuple[int, int], state: CellState
    ) -> None:
        """Paint the cell in this row and column, background and all."""

    @abstractmethod
    def paint_column(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint the heading of a column; its background is there."""

    @abstractmethod
    def paint_row(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint the name of a row; its background is there."""

    @abstractmethod
    def paint_corner(self, painter: QPainter, rect: QRectF) -> None:
        """Paint where both headings meet; its background is there."""


def paint_lines(
    painter: QPainter,
    parts: Sequence[Part],
    place: tuple[float, float, float],
) -> float:
    """Paint texts below each other at left, top, width, wrapped; return the top of the next."""
    left, top, width = place
    for text, font, token in parts:
        painter.setFont(font)
        painter.setPen(current_theme().color(token))
        for line in wrapped(font, text, width + 1):
            height = line_height(font)
            painter.drawText(QRectF(left, top, width + 2, height), _LEFT, line)
            top += height
    return top


def lines_height(parts: Sequence[Part], width: float) -> float:
    """The height in pixels of texts below each other, wrapped at this width."""
    return sum(len(wrapped(font, text, width + 1)) * line_height(font) for text, font, _ in parts)
