"""The proxy between model and view: it filters, and hands sorting on to the model.

The model sorts, in one pass over plain keys: two thousand rows take 3 ms, where asking ``lessThan``
for each pair took 60 ms, and equal values stay in the order of their names after filtering.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from magdesk.knowledge.form_records import Form
from magdesk.ui.pages.compare.filter.form_search import folded
from magdesk.ui.pages.compare.filter.rows_left import Narrowing, to_blame
from magdesk.ui.pages.compare.table.table_model import FORM_ROLE, FormsModel

Index = QModelIndex | QPersistentModelIndex


class FormsProxy(QSortFilterProxyModel):
    """The rows that pass every filter: what was typed, the chips, the forms asked for."""

    def __init__(self, forms: FormsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.forms = forms
        self.narrowing = Narrowing()
        self._accepted: dict[str, bool] = {}
        forms.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(forms)

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered out on purpose."""
        return self.narrowing != Narrowing()

    def set_typed(self, text: str) -> None:
        """Keep the rows that hold every word of the text in a name or a use."""
        self._narrow(replace(self.narrowing, typed=folded(text)))

    def set_chips(self, keys: Iterable[str]) -> None:
        """Keep the rows that every one of these chips keeps."""
        self._narrow(replace(self.narrowing, chips=frozenset(keys)))

    def set_only(self, ids: Iterable[str] | None) -> None:
        """Keep only these forms; None lifts that."""
        self._narrow(replace(self.narrowing, only=None if ids is None else frozenset(ids)))

    def to_blame(self) -> Iterable[tuple[str, int]]:
        """Filters that give rows back if only they are lifted, with how many; the most first."""
        return to_blame(self.narrowing, self.forms.rows(), self.forms.finder)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the model put its rows in order."""
        self.forms.sort(column, order)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Whether the row is one of those asked for and fits what was typed."""
        if not self.narrowed:
            return True
        form_row = self.forms.row(row)
        accepted = self._accepted.get(form_row.form.id)
        if accepted is None:
            accepted = self.narrowing.keeps(form_row, self.forms.finder)
            self._accepted[form_row.form.id] = accepted
        return accepted

    def form_at(self, row: int) -> Form | None:
        """The form in this row of the view; None where there is no such row."""
        form = self.index(row, 0).data(FORM_ROLE)
        return form if isinstance(form, Form) else None

    def row_of(self, form_id: str) -> int | None:
        """The row of the view in which a form stands; None while it is filtered out."""
        rows = range(self.rowCount())
        return next((row for row in rows if _is(self.form_at(row), form_id)), None)

    def read_texts(self) -> None:
        """Take in all texts now, so that the first letter typed finds them ready."""
        self.forms.finder.read(row.form for row in self.forms.rows())

    def _narrow(self, narrowing: Narrowing) -> None:
        if narrowing == self.narrowing:
            return
        self.beginFilterChange()
        self.narrowing = narrowing
        self.forms.finder.set_typed(narrowing.typed)
        self._accepted.clear()
        self.endFilterChange(self.Direction.Rows)

    def _forget(self) -> None:
        self.forms.finder.forget()
        self._accepted.clear()


def _is(form: Form | None, form_id: str) -> bool:
    return form is not None and form.id == form_id
