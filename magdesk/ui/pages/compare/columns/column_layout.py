"""Which columns the table shows, in which order and how wide; what the user chose wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil

import msgspec
from PySide6.QtCore import QObject, Signal

from magdesk.ui.grids.declared_columns import FORM, Columns
from magdesk.ui.pages.compare.columns.columns_that_fit import shown_columns, whole_order
from magdesk.ui.pages.compare.table.cell_kinds import cell_width
from magdesk.ui.pages.compare.table.forms_view import FormsView
from magdesk.ui.pages.compare.table.table_header import heading_width

FIRST = FORM.key
"""The column that names the row: always shown, always first."""
_LEAST_U = 24.0


class ColumnChoices(msgspec.Struct, frozen=True):
    """What the user changed about the columns; widths are in u, so that they fit any font."""

    widths: Mapping[str, float] = msgspec.field(default_factory=dict)
    chosen: Mapping[str, bool] = msgspec.field(default_factory=dict)
    """Columns that were shown or hidden by hand."""
    order: tuple[str, ...] = ()
    """Empty until it is taken up: the usual one."""


class ColumnLayout(QObject):
    """Fits the columns into the table; ``changed`` tells when the user chose otherwise."""

    fitted = Signal()
    changed = Signal()

    def __init__(self, table: FormsView) -> None:
        super().__init__(table)
        self._table = table
        self.choices = ColumnChoices(order=table.forms.columns.keys)
        """What the user changed."""
        self._cells: dict[str, float] = {}
        self._is_placing = False

    @property
    def every(self) -> Columns:
        return self._table.forms.columns

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns that are shown now, from left to right."""
        return tuple(key for key in self.choices.order if self._table.section_of(key) >= 0)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns that would be shown if there were room, from left to right."""
        chosen = self.choices.chosen
        return tuple(
            key for key in self.choices.order if chosen.get(key, self.every.named(key).usual)
        )

    def restore(self, choices: ColumnChoices) -> None:
        """Take up choices of an earlier day; columns that are not known are passed over."""
        self.choices = ColumnChoices(
            widths={key: width for key, width in choices.widths.items() if key in self.every},
            chosen={
                key: shown
                for key, shown in choices.chosen.items()
                if key in self.every and key != FIRST
            },
            order=whole_order(choices.order, self.every),
        )
        self._place()
        self.fit()

    def show(self, key: str, is_shown: bool) -> None:
        """Show a column whatever room there is, or hide it; the first one stays."""
        if key == FIRST:
            return
        chosen = {**self.choices.chosen, key: is_shown}
        if not is_shown and not self.every.named(key).usual:
            del chosen[key]
        self._change(msgspec.structs.replace(self.choices, chosen=chosen))

    def move(self, key: str, to: int) -> None:
        """Put a column in this place of the order; the first place is taken."""
        if key == FIRST:
            return
        order = [other for other in self.choices.order if other != key]
        order.insert(max(1, to), key)
        self._change(msgspec.structs.replace(self.choices, order=tuple(order)))

    def widen(self, key: str, width: int) -> None:
        """Give a column a width in pixels."""
        one = self._table.typography.unit
        widths = {**self.choices.widths, key: max(_LEAST_U, width / one)}
        self._change(msgspec.structs.replace(self.choices, widths=widths))

    def measure(self) -> None:
        self._cells.clear()
        self.fit()

    def fit(self) -> None:
        """Show the columns that there is room for; the last one takes the space that is left."""
        table = self._table
        needed = {key: self.width_of(key) for key in self.wanted}
        sorted_by = table.forms.sorted_by[0].key
        width = table.viewport().width()
        shown = shown_columns(needed, width, self.choices.chosen, sorted_by)
        if set(shown) != set(self.shown):
            table.show_columns(shown)
            self._place()
        for key in shown:
            table.setColumnWidth(table.section_of(key), needed[key])
        table.horizontalHeader().setMinimumSectionSize(round(_LEAST_U * table.typography.unit))
        self.fitted.emit()

    def width_of(self, key: str) -> int:
        """The width in pixels that the user gave a column, or else what it needs."""
        given = self.choices.widths.get(key)
        return self.needed(key) if given is None else round(given * self._table.typography.unit)

    def needed(self, key: str) -> int:
        """The width in pixels that shows heading and cells of a column whole."""
        forms, kind, column = self._table.forms, self._table.typography, self.every.named(key)
        if key not in self._cells:
            rows = {column.text(row): row for row in forms.rows()}  # many say the same
            widths = (cell_width(column, row, kind) for row in rows.values())
            self._cells[key] = max(widths, default=0.0)
        numbered = len(forms.orders) > 1 and self.every.place_of(key) in dict(forms.orders)
        return ceil(max(heading_width(column, kind, numbered), self._cells[key]))

    def least_width(self) -> int:
        """The width in pixels of the columns that are never dropped."""
        usual = {column.key: self.width_of(column.key) for column in self.every if column.usual}
        return sum(usual[key] for key in shown_columns(usual, 0, {}))

    def note_moved(self) -> None:
        """Take up the order that a drag of a heading has made."""
        if self._is_placing:
            return
        header = self._table.horizontalHeader()
        sections = (header.logicalIndex(at) for at in range(header.count()))
        moved = [self._table.column_at(section).key for section in sections]
        moved.insert(0, moved.pop(moved.index(FIRST)))
        shown, rest = set(moved), iter(moved)
        order = tuple(next(rest) if key in shown else key for key in self.choices.order)
        self._change(msgspec.structs.replace(self.choices, order=order))

    def _change(self, choices: ColumnChoices) -> None:
        self.choices = choices
        self._place()
        self.fit()
        self.changed.emit()

    def _place(self) -> None:
        """Put the headings in order."""
        header = self._table.horizontalHeader()
        self._is_placing = True
        for at, key in enumerate(self.shown):
            before = header.visualIndex(self._table.section_of(key))
            if before != at:
                header.moveSection(before, at)
        self._is_placing = False


def titles(keys: Iterable[str], columns: Columns) -> str:
    """The columns by name, for a sentence."""
    return ", ".join(columns.named(key).whole_title for key in keys)
