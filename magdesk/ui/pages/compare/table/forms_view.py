"""What columns, headings and cells ask of the table that they belong to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTableView

from magdesk.ui.grids.column import Column
from magdesk.ui.grids.grid_metrics import grid_type
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy


class FormsView(QTableView):
    """A view of the forms; ``hovered_row`` is the row under the mouse, -1 for none."""

    def __init__(self, proxy: FormsProxy) -> None:
        super().__init__()
        self._proxy = proxy
        self.typography = grid_type(self)
        """Fonts and distances, for delegate and heading."""
        self.hovered_row = -1

    @property
    def forms(self) -> FormsModel:
        """The model with all rows, in their order."""
        return self._proxy.forms

    def column_at(self, section: int) -> Column:
        """The column behind a heading."""
        return self._proxy.column_at(section)

    def section_of(self, key: str) -> int:
        """The heading of a column; -1 while it is not shown."""
        return self._proxy.section_of(key)

    def show_columns(self, keys: Iterable[str]) -> None:
        """Show these columns and no other."""
        self._proxy.show_columns(keys)
