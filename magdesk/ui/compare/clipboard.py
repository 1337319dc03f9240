"""A row of the comparison for the clipboard: tab-separated, CSV and an HTML table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QAbstractItemModel, QMimeData

from magdesk.ui.compare.columns import COLUMNS


def row_as_mime(model: QAbstractItemModel, row: int) -> QMimeData:
    """The row under its headings, every column with it, shown or not."""
    headings = [" ".join(filter(None, (column.title, column.subtitle))) for column in COLUMNS]
    cells = [str(model.index(row, place).data()) for place in range(model.columnCount())]
    mime = QMimeData()
    mime.setText(_separated(headings, cells, "\t"))
    mime.setData("text/csv", _separated(headings, cells, ",").encode())
    mime.setHtml(_html(headings, cells))
    return mime


def _separated(headings: Sequence[str], cells: Sequence[str], separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows((headings, cells))
    return text.getvalue()


def _html(headings: Sequence[str], cells: Sequence[str]) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f"<table><tr>{head}</tr><tr>{body}</tr></table>"
