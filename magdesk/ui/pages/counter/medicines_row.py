"""The medicines: one box for names and pasted lists, chips for what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.typed_medicines import MedicineLine
from magdesk.interview.counter_groups import Group
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.medicines.found import OTHER
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.counter.group_row import GroupRow
from magdesk.ui.pages.counter.number_term import FirstKey
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.choices.chips import ClosableChip
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.medicines.medicine_field import MedicineField
from magdesk.ui.widgets.medicines.medicine_lines import MedicineLines

_NARROWEST = 160.0
_MOST_LETTERS = 34


class MedicinesRow(GroupRow):
    """A name that asks something stands below as a line until it is answered."""

    def __init__(
        self,
        group: Group,
        title: str,
        sheet: AnswerSheet,
        locale: NumberLocale,
        index: MedicineIndex,
        parent: QWidget | None = None,
    ) -> None:
        self._index = index
        self._shown: dict[str, tuple[str, ClosableChip]] = {}
        super().__init__(group, title, sheet, locale, parent)

    def fill(self) -> None:
        """Put the box first, then what was found, then what is still asked."""
        self.field = MedicineField(self._index, self.body)
        self.field.identifier("counter.medicines")
        self.field.name(
            self.tr("Find a medicine"),
            self.tr("Type a name and press Enter, or paste a list. 0 is none, Enter goes on."),
        )
        self.field.entered.connect(self._add)
        self.field.edit.textChanged.connect(self._show_digits)
        self.field.setMinimumWidth(round(_NARROWEST * unit(self)))
        first_key = FirstKey(self.field, "0?")
        first_key.pressed.connect(self._press_first)
        row = FlowRow(0)
        chips = tuple(self.terms[0].chips.values())
        row.set_widgets([self.field, *chips], (), self.field)
        self.column.add(row)
        self._found = QWidget(self.body)
        self._found.setLayout(self.flow)
        self._found.hide()
        self.column.add(self._found)
        self._lines = MedicineLines(self.sheet, self._index, 4 * unit(self), self.body, dense=True)
        self._lines.answered.connect(self._answered)
        self._lines.removed.connect(self._answered)
        self.column.add(self._lines)
        self.column.add(self.note)

    def all_stops(self) -> Iterator[QWidget]:
        """Return the box, then what was found."""
        yield self.field.edit
        yield from super().all_stops()
        for _, chip in self._shown.values():
            yield chip

    def press_digit(self, digit: str) -> bool:
        """Take 0 for none."""
        if digit == "0":
            self.terms[0].chips[NONE].click()
        return digit == "0"

    def start(self) -> QWidget:
        """Return what a name still asks, else the box."""
        for line in self.sheet.medicines.open:
            first = self._first_action(line)
            if first is not None:
                return first
        return self.field.edit

    def arrive(self) -> QWidget:
        """Return a term and not the box, so that a letter still leads to its group."""
        first = self.start()
        return self.terms[0].chips[NONE] if first is self.field.edit else first

    def tab_order(self) -> Iterator[QWidget]:
        """Return the box and what stands beside it, what was found, then what is asked."""
        yield from self.all_stops()
        for line in self._lines:
            for control in line.findChildren(QWidget):
                if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    yield control

    @property
    def takes_digits(self) -> bool:
        """Whether 0 is none: also in the box, while it is empty."""
        in_box = self.field.edit.hasFocus() and not self.field.edit.text()
        return super().takes_digits or (self.in_hand and in_box)

    def _first_action(self, line: MedicineLine) -> QWidget | None:
        return self._lines.first_action(line.number)

    def _go_on(self, _question: str) -> None:
        self.go_on()

    def go_on(self) -> None:
        """Go to what a name still asks, else on."""
        if self.sheet.medicines.open:
            self.start().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left.emit()

    def paste(self, text: str) -> None:
        """Take in a list that was pasted beside the box."""
        self._add(text)

    def forget(self) -> None:
        """Keep nothing of the last person, also not in the list of offered names."""
        super().forget()
        self.field.edit.setText("")
        completer = self.field.edit.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            popup = completer.popup()
            if popup is not None:
                popup.hide()
        self._lines.show_lines(())

    # --- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show each name that was typed or ticked."""
        super().refresh()
        medicines = self.sheet.medicines
        self.terms[0].chips[NONE].setChecked(medicines.none)
        self.terms[0].chips[NOT_SURE].setChecked(medicines.not_sure)
        self._show_found()
        self._lines.show_lines(filter(_asks, medicines.lines))
        self._order_tabs()
        count = len(medicines.rows)
        self.set_state(self.tr("%n counted", "", count) if count else "")

    def _show_found(self) -> None:
        """Show a chip for each row that counts, but for a name that asks: it has its own line."""
        medicines = self.sheet.medicines
        told = medicines.listed.union(*(each.ticks for each in medicines.lines if not _asks(each)))
        labels = {row: self._label(row) for row in medicines.rows if row in told}
        if labels == {row: label for row, (label, _) in self._shown.items()}:
            return
        had_focus = any(chip.hasFocus() for _, chip in self._shown.values())
        for _, chip in self._shown.values():
            chip.hide()
            chip.deleteLater()
        self._shown = {row: (label, self._chip(row, label)) for row, label in labels.items()}
        self.flow.clear()
        self.flow.set_widgets([chip for _, chip in self._shown.values()], ())
        for _, chip in self._shown.values():
            chip.show()
        self._found.setVisible(bool(labels))
        if had_focus:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, row: str, label: str) -> ClosableChip:
        chip = ClosableChip(label, self._found)
        chip.identifier(f"counter.medicines.{row}")
        chip.setAccessibleName(self.tr("Take out: {}").format(label))
        chip.setToolTip(self.sheet.decision.medicines[row].label)
        chip.setProperty("row", row)
        chip.clicked.connect(self._take_out)
        return chip

    def _label(self, row: str) -> str:
        lines = self.sheet.medicines.lines
        typed = ", ".join(line.found.typed for line in lines if line.ticks == (row,))
        medicine = self.sheet.decision.medicines[row]
        label = medicine.term or medicine.label
        if row == OTHER and typed:
            label = self.tr("Other: {}").format(typed)
        elif typed:
            label = typed
        return label if len(label) <= _MOST_LETTERS else label[: _MOST_LETTERS - 1].rstrip() + "…"

    # --- what is done -----------------------------------------------------------------------

    def _add(self, typed: str) -> None:
        added = self.sheet.medicines.add(find_list(self._index, typed))
        self._changed()
        if not self.sheet.medicines.open:
            QTimer.singleShot(0, self, partial(self._focus_meant, added))
        medicines = self.sheet.decision.medicines
        told = [
            f"{line.found.typed}: {', '.join(medicines[row].label for row in line.ticks)}."
            for line in added
            if line.ticks
        ]
        announce(self.field.edit, " ".join((*told, self.state.text())))

    def _changed(self) -> None:
        self.sheet.medicines_changed()
        if self.sheet.medicines.open:
            QTimer.singleShot(0, self, self._focus_start)

    def _focus_meant(self, added: Sequence[MedicineLine]) -> None:
        """Lead to the names that may have been meant."""
        offered = next(filter(None, map(self._first_action, added)), None)
        if offered is not None:
            offered.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_start(self) -> None:
        self.start().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _press_first(self, key: str) -> None:
        self.terms[0].chips[NONE if key == "0" else NOT_SURE].click()

    def _answered(self) -> None:
        """Count anew, and go to the next line that asks, or back to the box."""
        self.sheet.medicines_changed()
        QTimer.singleShot(0, self, self._focus_start)

    def _take_out(self) -> None:
        self.sheet.medicines.take_out(str(self.sender().property("row")))
        self.sheet.medicines_changed()


def _asks(line: MedicineLine) -> bool:
    """Whether a line still asks something, or offers names that may have been meant."""
    return bool(line.open or line.found.did_you_mean)
