"""The map as a table for Qt: forms as rows, outcomes as columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from magdesk.report.table import Table
from magdesk.ui.export.taken_tables import table_as_mime
from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid
from magdesk.ui.grids.evidence_words import (
    count_shown,
    label_of,
    spoken,
    spoken_of_outcome,
    tested_word,
)

CELL_ROLE = Qt.ItemDataRole.UserRole
"""Returns the ``Cell``."""
DIRECTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""Returns where trials point: the direction."""

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ROOT = QModelIndex()


class EvidenceModel(QAbstractTableModel):
    """Read-only; every cell reads on its own for screen readers."""

    def __init__(self, grid: EvidenceGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = grid

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.grid.forms)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.grid.outcomes)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        cell = self.grid.cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.word
        if role == _SPOKEN:
            # a row is read whole: its form stands before the first cell
            return spoken(cell) if index.column() == 0 else spoken_of_outcome(cell)
        if role == CELL_ROLE:
            return cell
        return cell.direction if role == DIRECTION_ROLE else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, _SPOKEN):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.grid.forms[section].name
        name = self.grid.outcomes[section].short
        return name if role != _SPOKEN else f"{name}, {tested_word(self.grid, section)}"


def map_as_mime(grid: EvidenceGrid) -> QMimeData:
    """The map for the clipboard."""
    return table_as_mime(map_as_table(grid))


def map_as_table(grid: EvidenceGrid) -> Table:
    """Forms as rows under the names of the outcomes; the number of trials stands in brackets."""
    corner = QCoreApplication.translate("Evidence", "Form")
    return Table(
        title=QCoreApplication.translate("Evidence", "Evidence map"),
        headings=(corner, *(outcome.name for outcome in grid.outcomes)),
        rows=tuple((cells[0].form.name, *map(_words, cells)) for cells in grid.cells if cells),
    )


def _words(cell: Cell) -> str:
    count = count_shown(cell)
    words = cell.word if cell.direction == "no_trial" else f"{cell.word}: {label_of(cell)}"
    return f"{words} ({count})" if count else words
