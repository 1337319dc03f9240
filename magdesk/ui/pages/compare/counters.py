"""Counts above the table: forms found, columns shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.pages.compare.columns.column_layout import titles
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button


def result_count(shown: int, total: int) -> str:
    """``20 forms``, or ``3 of 20 forms`` where some are filtered out."""
    words = _Counted()
    return words.all_forms(total) if shown == total else words.some_forms(shown, total)


class _Counted(QObject):
    """Plurals: the translators' tool finds them only where an object says ``self.tr``."""

    def all_forms(self, count: int) -> str:
        return self.tr("%n form(s)", "", count)

    def some_forms(self, shown: int, count: int) -> str:
        return self.tr("{shown} of %n form(s)", "", count).format(shown=whole_number(shown))


class ColumnsButton(Button):
    """``Columns 6 of 8`` opens the list of columns; the tooltip names those without room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", "columns", parent)
        self.identifier("compare.columns")
        self._told = ("", "", False)

    def set_shown(
        self, shown: Sequence[str], wanted: Sequence[str], columns: Columns, *, compact: bool
    ) -> None:
        """Count the columns; ``compact`` leaves the word to tooltip and screen reader."""
        count = self.tr("{shown} of {total}").format(
            shown=whole_number(len(shown)), total=whole_number(len(wanted))
        )
        whole = self.tr("Columns {count}").format(count=count)
        left_out = titles((key for key in wanted if key not in shown), columns)
        if self._told == (whole, left_out, compact):
            return
        self._told = (whole, left_out, compact)
        self.setText(count if compact else whole)
        self.setAccessibleName(whole)
        self.setToolTip(
            self.tr("{count}. No room for: {columns}.").format(count=whole, columns=left_out)
            if left_out
            else self.tr("{count}. Choose, order and widen columns.").format(count=whole)
        )
        self.updateGeometry()
