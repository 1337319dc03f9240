"""The table model: rows of forms under the declared columns, put in order by meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from magdesk.ui.grids.column import Column, tag_reason
from magdesk.ui.grids.declared_columns import Columns, name_key
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.row_order import Order, SortKey, arranged, first_only
from magdesk.ui.pages.compare.filter.row_filter import RowFilter
from magdesk.ui.pages.compare.ticked.ticked_forms import Ticks

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
CLOSEST_ROLE = Role.UserRole + 6
"""Whether the row fits a result best."""
MATCH_ROLE = Role.UserRole + 5
"""Where the row's name holds what was typed, and what else does; None while nothing is typed."""

_ALIGNED = Qt.AlignmentFlag.AlignVCenter
_NOT_VALID = QModelIndex()
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TICKABLE = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


class FormsModel(QAbstractTableModel):
    """All rows, in the order last asked for: the article's first, then A to Z, at first."""

    def __init__(
        self,
        columns: Columns,
        rows: Sequence[FormRow],
        row_filter: RowFilter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.closest = ""
        """The id of the form that fits a result best; empty without one."""
        self.row_filter = row_filter
        self._rows: list[FormRow] = []
        self.orders = first_only(0, columns[0].first_order)
        """The places of the columns that the rows are sorted by, each with its direction."""
        row_filter.changed.connect(self._note_marks)
        self.ticks = Ticks(self)
        self.ticks.changed.connect(self._note_ticks)
        self._by_name = sorted(rows, key=name_key)
        self._keys: dict[tuple[str, Qt.SortOrder], list[SortKey]] = {}
        self._rows = self._arranged()

    def rows(self) -> tuple[FormRow, ...]:
        """All rows in their order."""
        return tuple(self._rows)

    def row(self, place: int) -> FormRow:
        """The row in this place; IndexError where there is none."""
        return self._rows[place]

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder]:
        """The first column and direction of the order."""
        place, order = self.orders[0]
        return self.columns[place], order

    def rowCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Role.CheckStateRole and column.kind == "name":
            ticked = row.form.id in self.ticks
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Role.AccessibleTextRole:
            return self._spoken(column, row)
        if role == MATCH_ROLE:
            return self.row_filter.marks(row.form)
        if role == SORT_ROLE:
            order = dict(self.orders).get(index.column(), Qt.SortOrder.AscendingOrder)
            return column.sort_key(row, order)
        if role == CLOSEST_ROLE:
            return row.form.id == self.closest
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(column, row)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick a form, or take its tick away; nothing else can be changed."""
        if role != Role.CheckStateRole or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        form_id = self._rows[index.row()].form.id
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        if ticked != (form_id in self.ticks):
            self.ticks.toggle(form_id)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKABLE if self.columns[index.column()].kind == "name" else _PLAIN

    def ticked_rows(self) -> tuple[FormRow, ...]:
        """The rows that are ticked, in their order, filtered out or not."""
        return tuple(row for row in self._rows if row.form.id in self.ticks)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
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
        if 0 <= column < len(self.columns):
            self.sort_by(first_only(column, order))

    def sort_by(self, orders: Sequence[Order]) -> None:
        """Put the rows in order by several columns, the first one first."""
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self.orders = tuple(orders)
        self._rows = self._arranged()
        place = {id(row): position for position, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            moved = self.index(place[id(before[index.row()])], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def show_complaint(self, outcome: str, closest: str) -> None:
        """Show the trials for this complaint, and mark the form that fits a result best."""
        self.columns = self.columns.about(outcome)
        self.closest = closest
        self._keys.clear()
        self.sort_by(self.orders)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def _note_marks(self) -> None:
        """Let every name be painted anew: marks follow each letter."""
        if self._rows:
            ends = self.index(0, 0), self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(*ends, [MATCH_ROLE, Role.AccessibleTextRole])

    def _note_ticks(self, form_ids: list[str]) -> None:
        for at, row in enumerate(self._rows):
            if row.form.id in form_ids:
                index = self.index(at, 0)
                self.dataChanged.emit(index, index, [Role.CheckStateRole])

    def _arranged(self) -> list[FormRow]:
        """Sorted by the last key first: equal values stay as the later keys have put them."""
        places = list(range(len(self._by_name)))
        for place, order in reversed(self.orders):
            places = arranged(self._keys_of(place, order), order, places)
        return [self._by_name[place] for place in places]

    def _keys_of(self, place: int, order: Qt.SortOrder) -> list[SortKey]:
        column = self.columns[place]
        key = (column.key, order)
        if key not in self._keys:
            self._keys[key] = [column.sort_key(row, order) for row in self._by_name]
        return self._keys[key]

    def _spoken(self, column: Column, row: FormRow) -> str:
        spoken = column.spoken(row)
        if column.kind != "name":
            return spoken
        if row.form.id == self.closest:
            spoken = self.tr("{form}, closest fit").format(form=spoken)
        marks = self.row_filter.marks(row.form)
        if marks is None or not marks.found_in:
            return spoken
        return self.tr("{form}, found by {words}").format(form=spoken, words=marks.found_in)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
    return side | _ALIGNED


def _tooltip(column: Column, row: FormRow) -> str | None:
    if column.kind == "name":
        return " – ".join(filter(None, (row.form.full_name, tag_reason(row.form))))
    if column.kind == "trials":
        cell = column.trials(row)
        return None if cell is None or cell.finding is None else cell.finding.plain
    if column.key == "cautions":
        return "\n".join(caution.plain for caution in row.form.cautions)
    return column.text(row) if column.kind == "note" else None


_ANSWERS: dict[int, Callable[[Column, FormRow], Any]] = {
    Role.DisplayRole: lambda column, row: column.text(row),
    ROW_ROLE: lambda column, row: row,
    FORM_ROLE: lambda column, row: row.form,
    Role.ToolTipRole: _tooltip,
    Role.TextAlignmentRole: lambda column, row: _alignment(column),
}
"""What a cell answers for a role, where its row is all it takes."""
