"""Paints the cells: a box with mark, words and number; quiet where nobody has tested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.evidence_words import cell_word, count_shown, shape_of
from magdesk.ui.grids.grid_metrics import (
    MapLook,
    line_height,
    two_line_width,
    widest_word,
    width_of,
    wrapped,
)
from magdesk.ui.look.theme import Theme, current_theme, mix
from magdesk.ui.pages.evidence.map_model import CELL_ROLE
from magdesk.ui.widgets.marks import MARK_SIDE, paint_mark

if TYPE_CHECKING:
    from magdesk.ui.pages.evidence.map_view import EvidenceMap

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RADIUS = 5.0
_HOVER = 0.06


class CellDelegate(QStyledItemDelegate):
    """Paints one cell; asks the map for fonts, the current cell and the one under the mouse."""

    def __init__(self, view: EvidenceMap) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The least room that shows the cell whole."""
        cell: Cell = index.data(CELL_ROLE)
        look = self._view.look
        width = least_width(cell, look)
        return QSize(round(width + 0.5), round(height_in(cell, look, width) + 0.5))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint box, mark, words and number."""
        cell: Cell = index.data(CELL_ROLE)
        theme, look = current_theme(), self._view.look
        box = QRectF(option.rect).adjusted(look.gap, look.gap, -look.gap, -look.gap)
        place = (index.row(), index.column())
        chosen = place == self._view.current_place
        colors = cell_colors(cell, theme, chosen)
        fill = (
            mix(colors.fill, theme.color("text"), _HOVER) if place == self._view.hovered else None
        )
        painter.save()
        painter.fillRect(option.rect, theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill or colors.fill)
        width = (2.0 if chosen else 1.0) * look.unit
        painter.setPen(QPen(colors.line, width) if colors.line else Qt.PenStyle.NoPen)
        half = width / 2 if colors.line else 0.0
        radius = _RADIUS * look.unit
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        paint_words(painter, box, cell, look, colors.ink)
        painter.restore()


@dataclass(frozen=True)
class CellColors:
    """What a cell is painted with; no line: no edge."""

    fill: QColor
    ink: QColor
    line: QColor | None


def cell_colors(cell: Cell, theme: Theme, chosen: bool) -> CellColors:
    """Tinted where people were tested, outlined for other studies, plain where nobody was."""
    if chosen:
        edge = theme.color("text" if theme.contrast else "accent")
        return CellColors(theme.color("sel"), theme.color("sel_text"), edge)
    if cell.value in ("G1", "G2", "G3", "G4"):
        return CellColors(theme.color("tint"), theme.color("on_tint"), theme.color("accent"))
    if cell.trials:
        return CellColors(theme.color("surface"), theme.color("text2"), theme.color("control"))
    return CellColors(theme.color("window"), theme.color("text3"), None)


def paint_words(painter: QPainter, box: QRectF, cell: Cell, look: MapLook, ink: QColor) -> None:
    """Paint mark, words in one line or more, and number into the box."""
    inner = box.adjusted(look.padding, 0, -look.padding, 0)
    painter.setPen(ink)
    count = count_shown(cell)
    if cell.value != "never":
        side = MARK_SIDE * look.unit
        mark = QRectF(inner.x(), inner.y(), side, inner.height())
        if count and look.stacked:
            height = line_height(look.number)
            mark.adjust(0, 0, 0, -height)
            below = QRectF(mark.x(), mark.center().y() + side / 2, side, height)
            painter.setFont(look.number)
            painter.drawText(below, _CENTER, count)
        paint_mark(painter, mark, shape_of(cell), ink, look.unit)
        inner.setLeft(inner.left() + look.mark_width)
    if count and not look.stacked:
        painter.setFont(look.number)
        painter.drawText(inner, _RIGHT, count)
        inner.setRight(inner.right() - width_of(look.number, count) - look.number_gap)
    font = word_font(cell, look)
    lines = wrapped(font, cell_word(cell), inner.width() + 1)
    height = line_height(font)
    top = inner.center().y() - height * len(lines) / 2
    painter.setFont(font)
    for at, line in enumerate(lines):
        painter.drawText(
            QRectF(inner.x(), top + at * height, inner.width() + 2, height), _LEFT, line
        )


def word_font(cell: Cell, look: MapLook) -> QFont:
    """Stronger where something was studied."""
    return look.word if cell.trials else look.quiet


def least_width(cell: Cell, look: MapLook) -> float:
    """The width in pixels below which a word of the cell would be cut."""
    return _beside_words(cell, look) + widest_word(word_font(cell, look), cell_word(cell)) + 1


def wanted_width(cell: Cell, look: MapLook) -> float:
    """The width in pixels in which the words take two lines at most."""
    return _beside_words(cell, look) + two_line_width(word_font(cell, look), cell_word(cell)) + 1


def height_in(cell: Cell, look: MapLook, width: float) -> float:
    """The height in pixels that the cell needs in a column of this width."""
    font = word_font(cell, look)
    lines = wrapped(font, cell_word(cell), width - _beside_words(cell, look) + 1)
    height = len(lines) * line_height(font)
    if look.stacked and count_shown(cell):
        height = max(height, MARK_SIDE * look.unit + line_height(look.number))
    return height + 2 * (look.above + look.gap)


def _beside_words(cell: Cell, look: MapLook) -> float:
    count = "" if look.stacked else count_shown(cell)
    mark = 0.0 if cell.value == "never" else look.mark_width
    counted = width_of(look.number, count) + look.number_gap if count else 0.0
    return 2 * (look.gap + look.padding) + mark + counted
