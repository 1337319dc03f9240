"""A table for the clipboard: tab-separated, CSV and HTML at once."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from magdesk.report.table import Table, as_csv, as_html_table, as_tsv
from magdesk.ui.widgets.amounts.shown_number import decimal_sign


def table_as_mime(table: Table) -> QMimeData:
    """The table in each format; the program that pastes takes the one it knows best."""
    mime = QMimeData()
    mime.setText(as_tsv(table))
    mime.setData("text/csv", as_csv(table, decimal_sign()).encode())
    mime.setHtml(as_html_table(table))
    return mime
