"""A line for each name that was typed, below each other; what is pressed goes into the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.typed_medicines import MedicineLine
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.medicines.found_line import FoundLine


class MedicineLines(QWidget):
    """``answered`` tells the line and what was pressed in it, ``removed`` that one was taken out.

    Both come when the sheet's medicines know of it, and before the answers are counted anew.
    """

    answered = Signal(int, str)
    removed = Signal()

    def __init__(
        self,
        sheet: AnswerSheet,
        index: MedicineIndex,
        gap: float,
        parent: QWidget,
        *,
        dense: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._index, self._dense = sheet, index, dense
        self._shown: dict[int, FoundLine] = {}
        self._column = Column(gap)
        self.setLayout(self._column)
        self.hide()

    def __iter__(self) -> Iterator[FoundLine]:
        """The lines as they stand below each other."""
        return (self._shown[number] for number in sorted(self._shown))

    def line(self, number: int) -> FoundLine | None:
        """Return the line with this number, where it is shown."""
        return self._shown.get(number)

    def first_action(self, number: int) -> QWidget | None:
        """Return the first answer that a line waits for, where it is shown."""
        shown = self._shown.get(number)
        return None if shown is None else shown.first_action()

    def show_lines(self, lines: Iterable[MedicineLine]) -> None:
        """Show these lines in their order; those that are as they were stay."""
        wanted = {line.number: line for line in lines}
        for number in [each for each in self._shown if self._shown[each].line != wanted.get(each)]:
            self._drop(number)
        for place, line in enumerate(wanted.values()):
            if line.number not in self._shown:
                self._add(place, line)
        self.setVisible(bool(wanted))

    def _add(self, place: int, line: MedicineLine) -> None:
        shown = FoundLine(line, self._sheet.decision.medicines, self, dense=self._dense)
        shown.removed.connect(self._remove)
        shown.meant.connect(self._read_as)
        shown.chosen.connect(self._pick)
        shown.unsure.connect(self._do_not_know)
        shown.met.connect(self._meet)
        self._column.insert(place, shown)
        self._shown[line.number] = shown
        shown.show()

    def _drop(self, number: int) -> None:
        shown = self._shown.pop(number)
        self._column.remove(shown)
        shown.hide()
        shown.deleteLater()

    # --- what is pressed --------------------------------------------------------------------

    def _remove(self, number: int) -> None:
        self._sheet.medicines.remove(number)
        self.removed.emit()

    def _read_as(self, number: int, name: str) -> None:
        self._sheet.medicines.read_as(number, find(self._index, name))
        self.answered.emit(number, "remove")

    def _pick(self, number: int, row: str, on: bool) -> None:
        self._sheet.medicines.choose(number, row, on)
        self.answered.emit(number, row)

    def _do_not_know(self, number: int) -> None:
        self._sheet.medicines.do_not_know(number)
        self.answered.emit(number, "unsure")

    def _meet(self, number: int, row: str, yes: bool) -> None:
        self._sheet.medicines.meet(number, row, yes)
        self.answered.emit(number, f"{row}.{'yes' if yes else 'no'}")
