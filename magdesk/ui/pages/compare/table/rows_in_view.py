"""The comparison as a table to take away: the rows in view, or those that are ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.form_records import Form
from magdesk.knowledge.records import Content
from magdesk.report.table import Table
from magdesk.ui.export.table_notes import content_notes
from magdesk.ui.grids.column import Column, named_with_tag
from magdesk.ui.grids.declared_columns import COLUMNS, place_of
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.row_order import Order
from magdesk.ui.pages.compare.counters import result_count
from magdesk.ui.pages.compare.filter.filters import BY_KEY
from magdesk.ui.pages.compare.filter.rows_left import ONLY, TYPED, Narrowing
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy

translate = QCoreApplication.translate


def whole_view(table: FormTable, proxy: FormsProxy, typed: str, content: Content) -> Table:
    """The rows that are in view under the columns that are shown, in their order.

    ``typed`` is what stands in the text filter.
    """
    indexes = (proxy.mapToSource(proxy.index(row, 0)) for row in range(proxy.rowCount()))
    rows = [proxy.forms.row(index.row()) for index in indexes]
    columns = [COLUMNS[place_of(key)] for key in table.shown_keys]
    shown = result_count(len(rows), len(proxy.forms.rows()))
    notes = (
        ". ".join((shown, *_filters(proxy.narrowing, typed))) + ".",
        order_words(proxy.forms.orders),
        *content_notes(content),
    )
    return _table(table.accessibleName(), columns, rows, notes)


def copied_rows(forms: FormsModel, current: Form | None) -> Table:
    """The ticked rows, or else the current one, with every column."""
    rows = forms.ticked_rows()
    if not rows and current is not None:
        rows = tuple(row for row in forms.rows() if row.form.id == current.id)
    return _table(", ".join(row.form.name for row in rows), COLUMNS, rows, ())


def _filters(narrowing: Narrowing, typed: str) -> Iterator[str]:
    """The filters in force, each in a few words."""
    chips = []
    for key in narrowing.keys:
        if key == TYPED:
            yield translate("TakeAway", "Filter: “{typed}”").format(typed=typed.strip())
        elif key == ONLY:
            yield translate("TakeAway", "Only the forms of a result")
        else:
            chips.append(BY_KEY[key].title)
    if chips:
        yield translate("TakeAway", "Filter: {chips}").format(chips=", ".join(chips))


def order_words(orders: Sequence[Order]) -> str:
    """``Order: Guide’s rating for twitches, highest first; Form, A to Z.``."""
    named = (
        f"{COLUMNS[place].whole_title}, {COLUMNS[place].order_words(order)}"
        for place, order in orders
    )
    return translate("TakeAway", "Order: {columns}.").format(columns="; ".join(named))


def _table(
    title: str, columns: Sequence[Column], rows: Sequence[FormRow], notes: tuple[str, ...]
) -> Table:
    return Table(
        title=title,
        headings=tuple(column.whole_title for column in columns),
        rows=tuple(tuple(_words(column, row) for column in columns) for row in rows),
        notes=notes,
        numbers=frozenset(at for at, column in enumerate(columns) if column.kind == "number"),
    )


def _words(column: Column, row: FormRow) -> str:
    return named_with_tag(row.form) if column.kind == "name" else column.text(row)
