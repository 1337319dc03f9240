"""The whole map for the clipboard: tab-separated, CSV and an HTML table."""

from __future__ import annotations

import csv
import io
from html import escape

from PySide6.QtCore import QCoreApplication, QMimeData

from magdesk.ui.evidence.grid import Cell, EvidenceGrid
from magdesk.ui.evidence.words import cell_word, count_shown

Rows = list[list[str]]


def map_as_mime(grid: EvidenceGrid) -> QMimeData:
    """Forms as rows under the names of the outcomes; the number of trials stands in brackets."""
    corner = QCoreApplication.translate("Evidence", "Form")
    rows = [[corner, *(outcome.name for outcome in grid.outcomes)]]
    rows += [[cells[0].form.name, *map(_words, cells)] for cells in grid.cells if cells]
    mime = QMimeData()
    mime.setText(_separated(rows, "\t"))
    mime.setData("text/csv", _separated(rows, ",").encode())
    mime.setHtml(_html(rows))
    return mime


def _words(cell: Cell) -> str:
    count = count_shown(cell)
    return f"{cell_word(cell)} ({count})" if count else cell_word(cell)


def _separated(rows: Rows, separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _html(rows: Rows) -> str:
    head, *body = rows
    lines = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    lines += [
        f"<th>{escape(name)}</th>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        for name, *cells in body
    ]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
