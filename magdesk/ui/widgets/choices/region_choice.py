"""Which region's limits and telephone numbers the result uses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.records import Region
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph


class RegionChoice(QWidget):
    """A chip for each region; ``region_chosen`` tells another one."""

    region_chosen = Signal(str)

    def __init__(
        self,
        regions: Mapping[Region, RegionLimits],
        chosen: Region,
        *,
        name: str = "wizard.region",
    ) -> None:
        super().__init__()
        one = unit(self)
        column = spaced(QVBoxLayout(self), 2 * one)
        label = Paragraph(self.tr("Limits and phone numbers of"), "small", "text2")
        column.addWidget(label)
        row = spaced(QHBoxLayout(), 3 * one)
        self.chips: dict[Region, Chip] = {}
        for region in regions.values():
            chip = Chip(region.id.upper(), self)
            chip.setAutoExclusive(True)
            chip.setChecked(region.id == chosen)
            chip.setAccessibleName(region.name)
            chip.setToolTip(region.name)
            chip.identifier(f"{name}.{region.id}")
            chip.clicked.connect(self._choose)
            self.chips[region.id] = chip
            row.addWidget(chip)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(label.text())

    def _choose(self) -> None:
        chip = self.sender()
        region = next(key for key, other in self.chips.items() if other is chip)
        self.region_chosen.emit(region)
