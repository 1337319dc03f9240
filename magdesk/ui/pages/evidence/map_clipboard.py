"""The whole map as a table to take away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData

from magdesk.report.table import Table
from magdesk.ui.export.table_clipboard import table_as_mime
from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid
from magdesk.ui.grids.evidence_words import count_shown, label_of


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
