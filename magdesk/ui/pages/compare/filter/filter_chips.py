"""The filter chips above the table, the button they fold into, and the link that clears all."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from magdesk.ui.pages.compare.filter.filters import FILTERS
from magdesk.ui.pages.compare.filter.row_filter import RowFilter
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.chips import Chip


class FilterChips(QObject):
    """One chip for each declared filter; they work together, so each one narrows further.

    ``fold`` puts all of them into one button with a menu.
    """

    def __init__(self, row_filter: RowFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_filter = row_filter
        self._is_cramped = False
        self.chips: dict[str, Chip] = {}
        for declared in FILTERS:
            chip = Chip(declared.title, parent)
            chip.identifier(f"filter.{declared.key}")
            chip.setToolTip(declared.explanation)
            chip.setAccessibleDescription(declared.explanation)
            chip.toggled.connect(self._tell)
            self.chips[declared.key] = chip
        self.folded = Button(self.tr("Filter"), "secondary", "filter", parent).identifier(
            "compare.filters"
        )
        self.folded.setMenu(QMenu(self.folded))
        self._fill_menu()
        self.folded.hide()
        self.clear_all = Button(self.tr("Clear all"), "link", parent=parent).identifier(
            "filter.clear"
        )
        self.clear_all.setToolTip(self.tr("Show all forms again"))
        self.clear_all.hide()
        row_filter.changed.connect(self._follow)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The chips, and the button they fold into, in their order."""
        return (self.folded, *self.chips.values())

    def fold(self, folded: bool) -> None:
        """Show one button in place of the chips, or the chips again."""
        self.folded.setVisible(folded)
        for chip in self.chips.values():
            chip.setVisible(not folded)

    def set_cramped(self, cramped: bool) -> None:
        """Leave out the button's word where there is hardly room for its sign."""
        self._is_cramped = cramped
        self._name_folded()

    def _name_folded(self) -> None:
        count = whole_number(len(self._row_filter.state.chips))
        on = self.tr("Filter: {count} on").format(count=count)
        whole = on if self._row_filter.state.chips else self.tr("Filter")
        short = count if self._row_filter.state.chips else ""
        self.folded.setText(short if self._is_cramped else whole)
        self.folded.setAccessibleName(whole)
        self.folded.setToolTip(whole if self._is_cramped else "")
        self.folded.updateGeometry()

    def _fill_menu(self) -> None:
        for declared in FILTERS:
            action = self.folded.menu().addAction(declared.title)
            action.setCheckable(True)
            action.setData(declared.key)
            action.setToolTip(declared.explanation)
            action.toggled.connect(self._take_action)

    def _take_action(self, is_on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chips[str(action.data())].setChecked(is_on)

    def _tell(self) -> None:
        self._row_filter.set_chips(key for key, chip in self.chips.items() if chip.isChecked())

    def _follow(self) -> None:
        on = self._row_filter.state.chips
        for key, chip in self.chips.items():
            if chip.isChecked() != (key in on):
                with QSignalBlocker(chip):
                    chip.setChecked(key in on)
                chip.updateGeometry()
        for action in self.folded.menu().actions():
            with QSignalBlocker(action):
                action.setChecked(action.data() in on)
        self._name_folded()
        self.clear_all.setVisible(self._row_filter.narrowed)
