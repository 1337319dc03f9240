"""Adding a medicine to the answers, from the day: typed, found, and asked about where needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.medicines.medicine_field import MedicineField
from magdesk.ui.widgets.medicines.medicine_lines import MedicineLines

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
        one = unit(self)
        self._column = Column(7 * one)
        self._column.add(self._finder())
        self._lines = MedicineLines(sheet, index, 7 * one, self)
        self._lines.answered.connect(self._after)
        self._lines.removed.connect(self._after_removal)
        self._column.add(self._lines)
        self.setLayout(self._column)
        as_group(self, self.tr("Add a medicine"))
        self.refresh()

    def refresh(self) -> None:
        """Show the lines as they are in the answers now."""
        lines = self._sheet.medicines.lines
        self._here &= {line.number for line in lines}
        self._lines.show_lines(each for each in lines if each.open or each.number in self._here)

    def controls(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        buttons = (button for line in self._lines for button in line.findChildren(QAbstractButton))
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

    # --- what the person does ---------------------------------------------------------------

    @Slot(str)
    def _add(self, typed: str) -> None:
        added = self._sheet.medicines.add(find_list(self._index, typed))
        self._here |= {line.number for line in added}
        self._sheet.medicines_changed()
        shown = filter(None, (self._lines.line(line.number) for line in added))
        words = [f"{each.line.found.typed}: {each.verdict_words()}" for each in shown]
        announce(self.field.edit, " ".join(words))

    @Slot()
    def _after_removal(self) -> None:
        self._sheet.medicines_changed()
        QTimer.singleShot(0, self, self.to_field)

    @Slot(int, str)
    def _after(self, number: int, what: str) -> None:
        """Count the line anew, and keep the focus where it was pressed."""
        self._here.add(number)
        self._sheet.medicines_changed()
        pressed = self._lines.findChild(QWidget, f"medicines.line.{number}.{what}")
        if isinstance(pressed, QWidget):
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)
