"""The chosen medicines as chips in the foot, where no list scrolls them away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.medicines.found import OTHER
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.choices.chips import ClosableChip
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Paragraph

_MOST_LETTERS = 34


class ChosenChips(QWidget):
    """A press on a chip takes the medicine out of lines and list alike."""

    def __init__(self, sheet: AnswerSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.chips: dict[str, ClosableChip] = {}
        self._flow = FlowRow(round(4 * unit(self)))
        inside = Column()
        self.box = ChoiceBox(self.tr("Chosen medicines"), inside, "", self, shown=False)
        self._title = Paragraph(self.tr("Chosen"), weight=600, parent=self.box)
        inside.add(self._flow)
        column = Column()
        column.add(self.box)
        self.setLayout(column)
        self.refresh()

    def refresh(self) -> None:
        """Show a chip for each row that counts."""
        rows = self._sheet.medicines.rows
        self.setVisible(bool(rows))
        if tuple(self.chips) == rows and all(
            self.chips[row].text() == self._label(row) for row in rows
        ):
            return
        had_focus = any(chip.hasFocus() for chip in self.chips.values())
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {row: self._chip(row) for row in rows}
        self._flow.clear()
        self._flow.set_widgets([self._title, *self.chips.values()], ())
        for chip in self.chips.values():
            chip.show()
        if had_focus and self.chips:
            next(iter(self.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, row: str) -> ClosableChip:
        chip = ClosableChip(self._label(row), self.box)
        chip.identifier(f"medicines.chip.{row}")
        chip.setAccessibleName(self.tr("Take out: {}").format(chip.text()))
        chip.setProperty("row", row)
        chip.clicked.connect(self._take_out)
        return chip

    def _label(self, row: str) -> str:
        alone = [line for line in self._sheet.medicines.lines if line.ticks == (row,)]
        typed = tuple(line.found.typed for line in alone)
        label = self._sheet.decision.medicines[row].label
        if row == OTHER and typed:
            label = self.tr("Other: {}").format(", ".join(typed))
        elif typed:
            label = ", ".join(typed)
        return label if len(label) <= _MOST_LETTERS else label[: _MOST_LETTERS - 1].rstrip() + "…"

    def _take_out(self) -> None:
        self._sheet.medicines.take_out(str(self.sender().property("row")))
        self._sheet.medicines_changed()
