"""Fields for numbers with their labels, in two columns."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from magdesk.knowledge.number_signs import NumberLocale
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.amounts.number_input import NumberInput
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph

_COLUMNS = 2


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
