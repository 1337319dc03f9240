"""Paints the cells of the table: what their column says, on a pale row where it is selected."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.grid_metrics import GridType
from magdesk.ui.look.theme import Theme, current_theme
from magdesk.ui.pages.compare.table.cell_kinds import KINDS, NAME, CellLook, NameMarks, cell_width
from magdesk.ui.pages.compare.table.forms_view import FormsView
from magdesk.ui.pages.compare.table.table_model import CLOSEST_ROLE, MATCH_ROLE, ROW_ROLE
from magdesk.ui.widgets.choices.indicator import paint_check

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints one cell as its column says; asks the table for fonts and the row under the mouse."""

    def __init__(self, table: FormsView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, kind = index.data(ROW_ROLE), self._table.typography
        column = self._table.column_at(index.column())
        width = cell_width(column, row, kind) if row else 0.0
        return QSize(round(width + 0.5), kind.row_height)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Leave ticking to the table, where the target is larger than the box."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FormRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        column = self._table.column_at(index.column())
        rect = QRectF(option.rect)
        selected = self._table.selectionModel().isRowSelected(index.row())
        look = CellLook(current_theme(), self._table.typography, selected)
        painter.save()
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, look, index.row())
        kind = look.type
        left = kind.name_left if column.kind == "name" else kind.padding
        inner = rect.adjusted(left, 0, -kind.padding, -kind.unit)
        if column.kind == "name":
            _paint_tick_box(painter, rect, index, look)
            NAME.paint_name(painter, inner, row, look, self._marks(index))
        else:
            KINDS[column.kind].paint(painter, inner, column, row, look)
        painter.restore()

    def _marks(self, index: Index) -> NameMarks:
        closest = self.tr("Closest fit to your answers") if index.data(CLOSEST_ROLE) else ""
        return NameMarks(index.data(MATCH_ROLE), closest)

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: CellLook, row: int) -> None:
        if look.selected:
            painter.fillRect(rect, look.theme.color("sel"))
        elif row == self._table.hovered_row:
            painter.fillRect(rect, look.theme.color("hover"))
        _paint_hairline(painter, rect, look.theme, look.type)


def _paint_tick_box(painter: QPainter, rect: QRectF, index: Index, look: CellLook) -> None:
    kind = look.type
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    side = kind.check_side
    box = QRectF(rect.x() + kind.edge, rect.center().y() - side / 2, side, side)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_check(painter, box, ticked, kind.unit, look.selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_hairline(painter: QPainter, rect: QRectF, theme: Theme, kind: GridType) -> None:
    thickness = max(1.0, round(kind.unit))
    line = QRectF(rect.x(), rect.bottom() - thickness, rect.width(), thickness)
    painter.fillRect(line, theme.color("line"))
