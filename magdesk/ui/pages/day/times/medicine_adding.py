"""Adding a medicine to the answers, from the day: typed, found, and asked about where needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.medicines.find import find
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.medicines.found_line import FoundLine
from magdesk.ui.widgets.medicines.medicine_field import MedicineField

_FIND, _WIDEST = 180.0, 360.0


class MedicineAdding(QWidget):
    """The field, and a line for each name that was typed here or that still asks something."""

    def __init__(
        self, sheet: AnswerSheet, index: MedicineIndex, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._index = index
        self._here: set[int] = set()
        """The lines that were added here; they stay in sight until another person comes."""
        self._lines: dict[int, FoundLine] = {}
        one = unit(self)
        self._column = Column(7 * one)
        self._column.add(self._finder())
        self._shown = QWidget(self)
        self._line_column = Column(7 * one)
        self._shown.setLayout(self._line_column)
        self._column.add(self._shown)
        self.setLayout(self._column)
        as_group(self, self.tr("Add a medicine"))
        self.refresh()

    def refresh(self) -> None:
        """Show the lines as they are in the answers now."""
        lines = self._sheet.medicines.lines
        self._here &= {line.number for line in lines}
        wanted = {line.number: line for line in lines if line.open or line.number in self._here}
        for number in [each for each in self._lines if self._lines[each].line != wanted.get(each)]:
            gone = self._lines.pop(number)
            self._line_column.remove(gone)
            gone.hide()
            gone.deleteLater()
        for place, line in enumerate(wanted.values()):
            if line.number not in self._lines:
                self._show_line(place, line.number)
        self._shown.setVisible(bool(wanted))

    def controls(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        lines = [self._lines[number] for number in sorted(self._lines)]
        buttons = (button for line in lines for button in line.findChildren(QAbstractButton))
        return [self.field.edit, self.take, *buttons]

    def to_field(self) -> None:
        """Put the focus into the field."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finder(self) -> FlowRow:
        one = unit(self)
        flow = FlowRow(round(8 * one))
        self.field = MedicineField(self._index, self)
        self.field.identifier("day.find")
        self.field.hint.hide()  # its key leads to the table here
        self.field.setMinimumWidth(round(_FIND * one))
        self.field.setMaximumWidth(round(_WIDEST * one))
        self.field.entered.connect(self._add)
        self.take = Button(self.tr("Add"), parent=self).identifier("day.find.add")
        self.take.setAccessibleName(self.tr("Add this medicine"))
        self.take.clicked.connect(self.field.enter)
        flow.set_widgets([self.field, self.take], [], self.field)
        return flow

    def _show_line(self, place: int, number: int) -> None:
        line = next(each for each in self._sheet.medicines.lines if each.number == number)
        shown = FoundLine(line, self._sheet.decision.medicines, self._shown)
        shown.removed.connect(self._remove)
        shown.meant.connect(self._read_as)
        shown.chosen.connect(self._choose)
        shown.unsure.connect(self._leave_open)
        shown.met.connect(self._meet)
        self._line_column.insert(place, shown)
        self._lines[number] = shown
        shown.show()

    # --- what the person does ---------------------------------------------------------------

    @Slot(str)
    def _add(self, typed: str) -> None:
        added = self._sheet.medicines.add(find_list(self._index, typed))
        self._here |= {line.number for line in added}
        self._sheet.medicines_changed()
        words = [f"{line.found.typed}: {self._lines[line.number].verdict_words()}"
                 for line in added if line.number in self._lines]  # fmt: skip
        announce(self.field.edit, " ".join(words))

    @Slot(int)
    def _remove(self, number: int) -> None:
        self._sheet.medicines.remove(number)
        self._sheet.medicines_changed()
        QTimer.singleShot(0, self, self.to_field)

    @Slot(int, str)
    def _read_as(self, number: int, name: str) -> None:
        self._sheet.medicines.read_as(number, find(self._index, name))
        self._after(number, "remove")

    @Slot(int, str, bool)
    def _choose(self, number: int, row: str, on: bool) -> None:
        self._sheet.medicines.choose(number, row, on)
        self._after(number, row)

    @Slot(int)
    def _leave_open(self, number: int) -> None:
        self._sheet.medicines.do_not_know(number)
        self._after(number, "unsure")

    @Slot(int, str, bool)
    def _meet(self, number: int, row: str, yes: bool) -> None:
        self._sheet.medicines.meet(number, row, yes)
        self._after(number, f"{row}.{'yes' if yes else 'no'}")

    def _after(self, number: int, what: str) -> None:
        """Count the line anew, and keep the focus where it was pressed."""
        self._here.add(number)
        self._sheet.medicines_changed()
        shown = self._lines.get(number)
        pressed = shown.findChild(QWidget, f"medicines.line.{number}.{what}") if shown else None
        if isinstance(pressed, QWidget):
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)
