"""A table that is taken away: for the clipboard in three formats, and the lines below it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QMimeData

from magdesk.knowledge.records import Content
from magdesk.report.table import Table, as_csv, as_html_table, as_tsv
from magdesk.ui.widgets.amounts.shown_number import decimal_sign, shown_day


def table_as_mime(table: Table) -> QMimeData:
    """The table in each format; the program that pastes takes the one it knows best."""
    mime = QMimeData()
    mime.setText(as_tsv(table))
    mime.setData("text/csv", as_csv(table, decimal_sign()).encode())
    mime.setHtml(as_html_table(table))
    return mime


def content_notes(content: Content) -> tuple[str, ...]:
    """Edition and date, and that the table informs only."""
    words = QCoreApplication.translate(
        "TakeAway", "Content {version}, reviewed {reviewed}. Made with magdesk on {today}."
    )
    edition = words.format(
        version=content.version,
        reviewed=shown_day(content.reviewed),
        today=shown_day(datetime.datetime.now().astimezone().date()),
    )
    opinion = QCoreApplication.translate(
        "TakeAway", "Ratings are the opinion of one article; no form has been tested for twitches."
    )
    return (edition, opinion, content.purpose)
