"""Choosing columns, and setting the layout back to what it was at first, with a way to undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from magdesk.ui.pages.compare.columns.column_layout import ColumnChoices
from magdesk.ui.pages.compare.columns.remembered_layout import PANE_WIDTH_U
from magdesk.ui.widgets.access.announce import announce

if TYPE_CHECKING:
    from magdesk.ui.pages.compare.columns.column_chooser import ColumnChooser
    from magdesk.ui.pages.compare.table.form_table import FormTable
    from magdesk.ui.widgets.split import TableAndDetail


class Layout(msgspec.Struct, frozen=True):
    """What a reset sets back."""

    columns: ColumnChoices = msgspec.field(default_factory=ColumnChoices)
    pane_width_u: float = PANE_WIDTH_U


class Arrangement(QObject):
    """Opens the list of columns, resets the layout and undoes that; ``changed`` tells of both."""

    changed = Signal()

    def __init__(self, table: FormTable, split: TableAndDetail) -> None:
        super().__init__(table)
        self._table, self._split = table, split
        self._before: Layout | None = None
        self.chooser: ColumnChooser | None = None
        """The list of columns while it is open."""
        table.columns.changed.connect(self._note_change)

    def choose(self, button: QWidget) -> None:
        """Open the list of columns below its button."""
        from magdesk.ui.pages.compare.columns.column_chooser import (
            ColumnChooser,  # not before it is asked for
        )

        self.chooser = ColumnChooser(self._table.columns, self._before is not None, button)
        self.chooser.reset_asked.connect(self.reset)
        self.chooser.undo_asked.connect(self.undo)
        self.chooser.destroyed.connect(self._forget_chooser)
        self.chooser.open_below(button)

    def reset(self) -> None:
        """Set columns and detail as at the very first start; ``undo`` brings them back."""
        before = Layout(self._table.columns.choices, self._split.pane_width_u)
        self._take(Layout(), before)
        announce(self._table, self.tr("The layout was reset"))

    def undo(self) -> None:
        """Take up the layout from before the reset."""
        if self._before is not None:
            self._take(self._before, None)
            announce(self._table, self.tr("The layout is back"))

    def _take(self, layout: Layout, before: Layout | None) -> None:
        self._table.columns.restore(layout.columns)
        self._split.restore(layout.pane_width_u, self._split.open_beside)
        self._set_before(before)
        self.changed.emit()

    def _note_change(self) -> None:
        """A reset that was built upon is not undone any more."""
        self._set_before(None)
        self.changed.emit()

    def _set_before(self, before: Layout | None) -> None:
        self._before = before
        if self.chooser is not None:
            self.chooser.set_can_undo(before is not None)

    def _forget_chooser(self) -> None:
        self.chooser = None
