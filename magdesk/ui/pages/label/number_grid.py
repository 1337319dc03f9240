"""Fields for numbers with their labels, in two columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from magdesk.intake.numbers import Ambiguous, Number, read_number
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Paragraph

_COLUMNS = 2


class NumberInput(QWidget):
    """``number_changed`` tells the number, or None where there is none that is plain.

    A number that can be read in two ways is asked back below the field, and counts as none until
    one of them is chosen. ``unit_word`` is shown at the end of the field; a unit that was typed
    stands in the number.
    """

    number_changed = Signal(object)

    def __init__(self, locale: NumberLocale, unit_word: str = "") -> None:
        super().__init__()
        self._locale = locale
        self._unit_word = unit_word
        self._help = ""
        self._told: Number | None = None
        self.field = Field(hint=unit_word, parent=self)
        self.edit = self.field.edit
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.field)
        column = spaced(QVBoxLayout(self), 4 * unit(self))
        column.addWidget(self.field)
        self._trouble = Paragraph("", "small", parent=self, single=True)
        self._trouble.set_color("caution_text")
        self._trouble.hide()
        column.addWidget(self._trouble)
        self._choices = QWidget(self)
        self._buttons = (Button("", parent=self._choices), Button("", parent=self._choices))
        for button in self._buttons:
            button.clicked.connect(self._take_reading)
        row = FlowRow(round(4 * unit(self)))
        row.set_widgets(self._buttons, ())
        self._choices.setLayout(row)
        self._choices.hide()
        column.addWidget(self._choices)
        column.addStretch()
        self.edit.textChanged.connect(self._read)
        self.edit.editingFinished.connect(self._check)

    def name(self, name: str, description: str = "") -> None:
        """Set what screen readers call the field."""
        self._help = description
        self.field.name(name, description)
        as_group(self._choices, name)

    def identifier(self, value: str) -> None:
        """Set what tests and assistive tools find the line edit by."""
        self.field.identifier(value)
        for number, button in enumerate(self._buttons, start=1):
            button.identifier(f"{value}.reading{number}")

    def reading(self) -> Number | Ambiguous | None:
        """Return what was typed: one number, or several; None for nothing and for no number."""
        return read_number(self.edit.text(), self._locale)

    def number(self) -> Number | None:
        reading = self.reading()
        return reading if isinstance(reading, Number) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.edit.text().strip()

    def set_number(self, value: float | None) -> None:
        """Show a number as it is written in this language, or nothing."""
        self.edit.setText("" if value is None else self._plain_text(Number(value)))

    def say_trouble(self, words: str) -> None:
        """Tell below the field, and in its description, what is wrong; empty when all is well."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.edit.setAccessibleDescription(" ".join(filter(None, (words, self._help))))

    def _plain_text(self, number: Number) -> str:
        """Return the number so that it is read in one way only."""
        text = shown_number(number.value)
        if number.value % 1 and read_number(text, self._locale) != Number(number.value):
            text += shown_number(0)  # 12.345 could be thousands, 12.3450 could not
        return f"{text} {number.unit}".strip()

    @Slot()
    def _read(self) -> None:
        reading = self.reading()
        self._ask(reading if isinstance(reading, Ambiguous) else None)
        number = reading if isinstance(reading, Number) else None
        if number != self._told:
            self._told = number
            self.number_changed.emit(number)

    def _ask(self, reading: Ambiguous | None) -> None:
        self._choices.setVisible(reading is not None)
        if reading is None:
            self.say_trouble("")
            return
        words = [self._reading_words(number) for number in reading.readings]
        for button, text, number in zip(self._buttons, words, reading.readings, strict=False):
            button.setText(text)
            button.setProperty("reading", self._plain_text(number))
        asked = self.tr("Is it {large} or {small}?").format(large=words[0], small=words[-1])
        self.say_trouble(asked)

    def _reading_words(self, number: Number) -> str:
        shown = shown_number(number.value)
        return f"{shown} {number.unit or self._unit_word}".strip()

    @Slot()
    def _check(self) -> None:
        if not self.is_empty and self.reading() is None:
            self.say_trouble(self.tr("Use figures only, for example 150."))

    @Slot()
    def _take_reading(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.edit.setText(str(button.property("reading")))
            QTimer.singleShot(0, self, self._back_to_field)

    @Slot()
    def _back_to_field(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class NumberGrid(QWidget):
    """Fields by their ids; ``add`` puts the next one in its place."""

    def __init__(self, locale: NumberLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        one = unit(self)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(round(10 * one))
        self.grid.setVerticalSpacing(round(7 * one))
        for column in range(_COLUMNS):
            self.grid.setColumnStretch(column, 1)
        self.fields: dict[str, NumberInput] = {}

    def add(
        self, identifier: str, title: str, unit_word: str, description: str = ""
    ) -> NumberInput:
        """Add a field below its label; return it."""
        field = NumberInput(self._locale, unit_word)
        field.name(title, description)
        field.identifier(identifier)
        cell = QWidget(self)
        column = spaced(QVBoxLayout(cell), 3 * unit(self))
        label = Paragraph(title, "small", weight=650)
        label.setBuddy(field.edit)
        column.addWidget(label)
        column.addWidget(field)
        place = len(self.fields)
        self.grid.addWidget(cell, place // _COLUMNS, place % _COLUMNS)
        self.fields[identifier] = field
        return field


def show_in_field(field: NumberInput, value: float | None, *, afresh: bool) -> None:
    """Show a value, unless the person is typing there or wrote the same in other words.

    What cannot be read stays until there is another product, ``afresh``.
    """
    number = field.number()
    if field.edit.hasFocus() or (number is not None and number.mg == value):
        return
    if number is None and value is None and not afresh:
        return
    field.set_number(None if value is None else round(value, 4))
