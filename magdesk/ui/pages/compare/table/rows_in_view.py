"""The comparison as a table to take away: the rows in view, or those that are ticked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.records import Content
from magdesk.knowledge.records.form_records import Form
from magdesk.report.table import Table
from magdesk.ui.export.taken_tables import content_notes
from magdesk.ui.grids.column import Column, named_with_tag
from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.row_order import Order
from magdesk.ui.pages.compare.counters import result_count
from magdesk.ui.pages.compare.filter.filters import BY_KEY
from magdesk.ui.pages.compare.filter.row_filter import ONLY, TYPED, RowFilter
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy

translate = QCoreApplication.translate


def whole_view(table: FormTable, proxy: FormsProxy, content: Content) -> Table:
    """The rows that are in view under the columns that are shown, in their order."""
    indexes = (proxy.mapToSource(proxy.index(row, 0)) for row in range(proxy.rowCount()))
    rows = [proxy.forms.row(index.row()) for index in indexes]
    every = proxy.forms.columns
    columns = [every.named(key) for key in table.shown_keys]
    shown = result_count(len(rows), len(proxy.forms.rows()))
    notes = (
        ". ".join((shown, *_filters(proxy.forms.row_filter))) + ".",
        order_words(proxy.forms.orders, every),
        *content_notes(content),
    )
    return _table(table.accessibleName(), columns, rows, notes)


def copied_rows(forms: FormsModel, current: Form | None) -> Table:
    """The ticked rows, or else the current one, with every column."""
    rows = forms.ticked_rows()
    if not rows and current is not None:
        rows = tuple(row for row in forms.rows() if row.form.id == current.id)
    return _table(", ".join(row.form.name for row in rows), tuple(forms.columns), rows, ())


def _filters(row_filter: RowFilter) -> Iterator[str]:
    """The filters in force, each in a few words."""
    chips = []
    for key in row_filter.keys:
        if key == TYPED:
            yield translate("TakeAway", "Filter: “{typed}”").format(
                typed=row_filter.state.typed.strip()
            )
        elif key == ONLY:
            yield translate("TakeAway", "Only the forms of a result")
        else:
            chips.append(BY_KEY[key].title)
    if chips:
        yield translate("TakeAway", "Filter: {chips}").format(chips=", ".join(chips))


def order_words(orders: Sequence[Order], columns: Columns) -> str:
    """``Order: Mg % elemental, highest first; Form, Z to A.``."""
    named = (
        f"{columns[place].whole_title}, {columns[place].order_words(order)}"
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
