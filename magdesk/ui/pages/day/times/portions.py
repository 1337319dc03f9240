"""One portion of magnesium a day, or two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.choice_row import CLOSE, ChoiceRow
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph

_BESIDE_FROM = 330.0
_OTHER_WAY = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Tile(ChoiceRow):
    """An answer; an arrow key goes to the other one."""

    stepped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OTHER_WAY:
            self.ring_memory.key_pressed()
            self.stepped.emit()
        else:
            super().keyPressEvent(event)


class Portions(QWidget):
    """``chosen`` tells how many."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Paragraph(self.tr("Portions of magnesium"), single=True)
        title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget(self)
        words = (self.tr("One"), self.tr("Two"))
        self.tiles = [_Tile(each, "", "radio", holder, density=CLOSE) for each in words]
        for number, tile in enumerate(self.tiles, 1):
            tile.identifier(f"day.portions.{number}")
            place = self.tr("{number} of {count}").format(number=number, count=len(words))
            tile.setAccessibleDescription(place)
            tile.clicked.connect(self._pick)
            tile.stepped.connect(self._step)
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
        if isinstance(tile, _Tile):
            self.chosen.emit(self.tiles.index(tile) + 1)

    @Slot()
    def _step(self) -> None:
        tile = self.sender()
        if isinstance(tile, _Tile):
            other = self.tiles[1 - self.tiles.index(tile)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.click()
