"""The table model: rows of forms under the declared columns, put in order by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from magdesk.ui.compare.columns import COLUMNS, Column, name_key
from magdesk.ui.compare.ordering import SortKey, arranged
from magdesk.ui.compare.rows import FormRow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

FORM_ROLE = Role.UserRole + 1
"""The row's ``Form``."""
ROW_ROLE = Role.UserRole + 2
"""The whole ``FormRow``, for the delegate and the filter."""
SORT_ROLE = Role.UserRole + 3
"""``(missing, value)`` of the cell."""
SUBTITLE_ROLE = Role.UserRole + 4
"""The second line of a heading."""

_ALIGNED = Qt.AlignmentFlag.AlignVCenter
_NOT_VALID = QModelIndex()


class FormsModel(QAbstractTableModel):
    """All rows, in the order last asked for: A to Z at first."""

    def __init__(self, rows: Sequence[FormRow] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FormRow] = []
        self._column = COLUMNS[0]
        self._order = self._column.first_order
        self._take(rows)

    def rows(self) -> tuple[FormRow, ...]:
        """All rows in their order."""
        return tuple(self._rows)

    def row(self, place: int) -> FormRow:
        """The row in this place; IndexError where there is none."""
        return self._rows[place]

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder]:
        """The column and the direction of the order."""
        return self._column, self._order

    def set_rows(self, rows: Sequence[FormRow]) -> None:
        """Show other rows, in the order asked for last."""
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOT_VALID) -> int:
        """How many rows there are; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOT_VALID) -> int:
        """How many columns there are; a cell has none below it."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows, says aloud, is sorted by, or stands for."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == FORM_ROLE:
            return row.form
        if role == Role.AccessibleTextRole:
            return column.spoken(row)
        if role == SORT_ROLE:
            return column.sort_key(row)
        if role == Role.ToolTipRole:
            return _tooltip(column, row)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """The texts of a heading, its alignment, and the order its first click gives."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Role.DisplayRole:
            return column.title
        if role == SUBTITLE_ROLE:
            return column.subtitle
        if role == Role.AccessibleTextRole:
            return column.spoken_title
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.InitialSortOrderRole:
            return column.first_order
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order by what the column means; selected rows stay selected."""
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._column, self._order = COLUMNS[column], order
        self._rows = self._arranged()
        place = {id(row): position for position, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            moved = self.index(place[id(before[index.row()])], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _take(self, rows: Sequence[FormRow]) -> None:
        self._by_name = sorted(rows, key=name_key)
        self._keys: dict[str, list[SortKey]] = {}
        self._rows = self._arranged()

    def _arranged(self) -> list[FormRow]:
        column = self._column
        if column.key not in self._keys:
            self._keys[column.key] = [column.sort_key(row) for row in self._by_name]
        descending = self._order == Qt.SortOrder.DescendingOrder
        places = arranged(self._keys[column.key], descending=descending)
        return [self._by_name[place] for place in places]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
    return side | _ALIGNED


def _tooltip(column: Column, row: FormRow) -> str | None:
    if column.kind == "name":
        return " – ".join(filter(None, (row.form.full_name, row.form.avoid)))
    if column.kind == "mark":
        return None if row.cramps is None else row.cramps.plain
    return column.text(row) if column.kind == "note" else None
