"""A table taken out of the program: tab-separated, CSV, or HTML; the same words in each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet may take a cell that begins so for a formula."""
BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""

STYLE = (
    "body{font-family:sans-serif;margin:2em;line-height:1.4;color:#1a1d21;background:#ffffff}"
    "h1{font-size:1.3em}table{border-collapse:collapse}"
    "th,td{border:1px solid #ccd2d7;padding:0.3em 0.6em;text-align:left;vertical-align:top}"
    "thead th{background:#e9ecee}th.number,td.number{text-align:right}"
    "p{color:#454d56;font-size:0.9em}"
)


@dataclass(frozen=True)
class Table:
    """Rows under headings; the first cell of a row names it."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    """What the rows are: filter, order, edition of the content."""
    numbers: frozenset[int] = frozenset()
    """Places of the columns that hold numbers."""


def as_tsv(table: Table) -> str:
    """Headings and rows with tabs between cells, for pasting."""
    return _separated(table, "\t", "\n")


def as_csv(table: Table, decimal_sign: str = ".") -> str:
    """Headings and rows as RFC 4180 says; no cell is a formula.

    Where the decimal sign is a comma, spreadsheets expect semicolons between cells.
    """
    return _separated(table, ";" if decimal_sign == "," else ",", "\r\n")


def csv_file(table: Table, decimal_sign: str = ".") -> bytes:
    """The CSV as the bytes of a file that a spreadsheet opens as UTF-8."""
    return (BYTE_ORDER_MARK + as_csv(table, decimal_sign)).encode()


def as_html_table(table: Table) -> str:
    """The ``table`` element; column and row headings have their scope, all text is escaped."""
    head = _line(table, (_heading(cell, "col") for cell in table.headings))
    body = (
        _line(table, (_heading(name, "row"), *(f"<td>{_words(cell)}</td>" for cell in cells)))
        for name, *cells in table.rows
    )
    rows = "\n".join(body)
    return f"<table><thead>{head}</thead>\n<tbody>\n{rows}\n</tbody></table>"


def as_html_page(table: Table, language: str = "en") -> str:
    """A complete page without anything from elsewhere; the notes stand below the table."""
    notes = "\n".join(f"<p>{escape(note)}</p>" for note in table.notes)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{escape(table.title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n<h1>{escape(table.title)}</h1>\n{as_html_table(table)}\n{notes}\n</body></html>\n"
    )


def without_formula(cell: str) -> str:
    """The cell as a spreadsheet shows it and never computes it: an apostrophe keeps it text."""
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell


def _separated(table: Table, separator: str, end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerows(map(without_formula, row) for row in (table.headings, *table.rows))
    return text.getvalue()


def _heading(text: str, scope: str) -> str:
    return f'<th scope="{scope}">{_words(text)}</th>'


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _line(table: Table, cells: Iterable[str]) -> str:
    """One ``tr``; the cells of number columns are marked."""
    marked = (
        f'{cell[:3]} class="number"{cell[3:]}' if place in table.numbers else cell
        for place, cell in enumerate(cells)
    )
    return f"<tr>{''.join(marked)}</tr>"
