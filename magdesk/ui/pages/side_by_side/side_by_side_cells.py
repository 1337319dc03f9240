"""Paints the cells: meter or mark with its word, the sentences below, from the top down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from magdesk.ui.grids.grid_metrics import line_height
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.side_by_side.attributes import Value
from magdesk.ui.pages.side_by_side.side_by_side_headings import paint_line
from magdesk.ui.pages.side_by_side.side_by_side_metrics import Look, cell_height, lines_of
from magdesk.ui.pages.side_by_side.side_by_side_model import VALUE_ROLE
from magdesk.ui.widgets.marks import MARK_SIDE, paint_mark
from magdesk.ui.widgets.meter import METER_WIDTH, paint_meter

if TYPE_CHECKING:
    from magdesk.ui.pages.side_by_side.side_by_side_view import SideBySideView

Index = QModelIndex | QPersistentModelIndex


class ValueDelegate(QStyledItemDelegate):
    """Paints one value; asks the view for fonts."""

    def __init__(self, view: SideBySideView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that shows the value whole in its column."""
        width = self._view.columnWidth(index.column())
        value: Value = index.data(VALUE_ROLE)
        return QSize(width, round(cell_height(value, self._view.look, width) + 0.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the value and the hairline below it."""
        value: Value | None = index.data(VALUE_ROLE)
        if value is None:
            return
        look, theme = self._view.look, current_theme()
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("surface"))
        thickness = max(1.0, round(look.unit))
        line = QRectF(rect.x(), rect.bottom() - thickness, rect.width(), thickness)
        painter.fillRect(line, theme.color("line"))
        _paint_value(painter, value, look, rect)
        painter.restore()


def _paint_value(painter: QPainter, value: Value, look: Look, rect: QRectF) -> None:
    left, room = rect.x() + look.padding, rect.width() - 2 * look.padding
    top = rect.y() + look.above
    picture = look.picture_width(value)
    ink = "text2" if value.quiet else "text"
    if picture:
        _paint_picture(painter, value, look, (left, top))
    words = lines_of(value.word, look.word, room - picture)
    for line in words:
        top = paint_line(painter, line, look.word, (left + picture, top, room - picture), ink)
    top += look.below_word if words else 0.0
    for line in lines_of(value.text, look.text, room):
        top = paint_line(painter, line, look.text, (left, top, room), ink)


def _paint_picture(painter: QPainter, value: Value, look: Look, place: tuple[float, float]) -> None:
    """Paint meter or mark beside the first line of the word."""
    left, top = place
    height = line_height(look.word)
    if value.rating is not None:
        box = QRectF(left, top, METER_WIDTH * look.unit, height)
        paint_meter(painter, box, value.rating, False, look.unit)
    elif value.shape is not None:
        box = QRectF(left, top, MARK_SIDE * look.unit, height)
        paint_mark(painter, box, value.shape, current_theme().color("text2"), look.unit)
