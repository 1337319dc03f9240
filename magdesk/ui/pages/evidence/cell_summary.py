"""The strip under the map: what the current cell says, and ways to read on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.evidence_words import cell_title, label_of, shape_of, trial_word, within
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark
from magdesk.ui.widgets.text import Paragraph

_NARROW = 760.0
"""Under this width in u only one button has room."""
_LINES = 2


class Summary(Panel):
    """Follows the map; it keeps room for two lines, so that the map stays still."""

    form_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("window", ("top",))
        self._cell: Cell | None = None
        self.mark = EvidenceMark("no_trial")
        self.title = Paragraph("", "body", weight=650, single=True)
        self.text = Paragraph("", "small", "text2")
        self.read = Button("", "secondary")
        self.read.identifier("evidence.read")
        self.form = Button("", "secondary")
        self.form.identifier("evidence.open_form")
        self._arrange()
        self.form.clicked.connect(self._ask_for_form)

    def show_cell(self, cell: Cell) -> None:
        """Sum up this cell."""
        self._cell = cell
        self.mark.set_shape(shape_of(cell))
        self.title.setText(_in_short(cell))
        self.text.setText(cell.outcome.never if cell.finding is None else cell.finding.plain)
        self.read.setText(self._read_words(cell))
        self.read.setVisible(cell.finding is not None)
        self.form.setText(self.tr("Open {form}").format(form=cell.form.name))

    def set_short(self, short: bool) -> None:
        """Leave out the sentence where the window is low; the panel has it too."""
        self.text.setVisible(not short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.setVisible(self.width() >= _NARROW * unit(self))

    def _arrange(self) -> None:
        one = unit(self)
        row = spaced(QHBoxLayout(self), 10 * one, 18 * one, 10 * one, 15 * one, 8 * one)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(QVBoxLayout(), 2 * one)
        words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.text.setMinimumHeight(round(_LINES * 1.35 * self.text.fontMetrics().height()))
        row.addLayout(words, 1)
        buttons = spaced(QHBoxLayout(), (12 - 2 * RESERVE) * one)
        buttons.addWidget(self.read)
        buttons.addWidget(self.form)
        row.addLayout(buttons)

    def _read_words(self, cell: Cell) -> str:
        if cell.trial_count:
            return self.tr("Read %n trial(s)", "", cell.trial_count)
        return self.tr("Read more")

    def _ask_for_form(self) -> None:
        if self._cell is not None:
            self.form_asked.emit(self._cell.form.id)


def _in_short(cell: Cell) -> str:
    """``Citrate, cramps: mixed (trials: mixed)``; the label is left out where it says no more."""
    title, label = f"{cell_title(cell)}: {within(trial_word(cell))}", label_of(cell)
    says_more = cell.word.casefold() not in label.casefold()
    return f"{title} ({within(label)})" if says_more else title
