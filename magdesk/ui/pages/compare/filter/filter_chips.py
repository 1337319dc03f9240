"""The filter chips above the table, and the link that clears every filter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from magdesk.ui.pages.compare.filter.filters import FILTERS
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.chips import Chip


class FilterChips(QObject):
    """One chip for each declared filter; they work together, so each one narrows further."""

    changed = Signal(frozenset)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips: dict[str, Chip] = {}
        for declared in FILTERS:
            chip = Chip(declared.title, parent)
            chip.identifier(f"filter.{declared.key}")
            chip.setToolTip(declared.explanation)
            chip.setAccessibleDescription(declared.explanation)
            chip.toggled.connect(self._tell)
            self.chips[declared.key] = chip
        self.clear_all = Button(self.tr("Clear all"), "link", parent=parent).identifier(
            "filter.clear"
        )
        self.clear_all.setToolTip(self.tr("Show all forms again"))
        self.clear_all.hide()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The chips and the link, in their order."""
        return (*self.chips.values(), self.clear_all)

    @property
    def on(self) -> frozenset[str]:
        """Keys of the chips that are on."""
        return frozenset(key for key, chip in self.chips.items() if chip.isChecked())

    def set_on(self, keys: frozenset[str]) -> None:
        """Turn these chips on and the others off, as one change."""
        if keys == self.on:
            return
        for key, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(key in keys)
            chip.updateGeometry()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.on)
