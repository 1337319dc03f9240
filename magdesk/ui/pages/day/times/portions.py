"""One portion of magnesium a day, or two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.answer_row import AnswerRow, stand_together
from magdesk.ui.widgets.choices.choice_row import CLOSE
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph

_BESIDE_FROM = 330.0


class Portions(QWidget):
    """``chosen`` tells how many."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Paragraph(self.tr("Portions of magnesium"), single=True)
        title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget(self)
        words = (self.tr("One"), self.tr("Two"))
        self.tiles = [
            AnswerRow("day.portions", str(number), each, "", "radio", holder, density=CLOSE)
            for number, each in enumerate(words, 1)
        ]
        stand_together(self.tiles)
        for tile in self.tiles:
            tile.clicked.connect(self._pick)
        one = unit(self)
        flow = FlowRow(round(8 * one))
        flow.set_widgets(self.tiles, ())
        holder.setLayout(flow)
        both = SwitchBox(_BESIDE_FROM * one, (1, 0), gap=12 * one, gap_below=4 * one, level=True)
        both.add(title)
        both.add(holder)
        self.setLayout(both)
        as_group(self, self.tr("Portions of magnesium"), "day.portions")

    def show_count(self, count: int) -> None:
        """Mark this many as chosen."""
        self.tiles[count - 1].setChecked(True)

    @Slot()
    def _pick(self) -> None:
        tile = self.sender()
        if isinstance(tile, AnswerRow):
            self.chosen.emit(int(tile.choice))
