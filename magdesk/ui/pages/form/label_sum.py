"""*On the label*: so much compound is so much magnesium, computed as it is typed."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.cited_text.composition import Compound, compounds
from magdesk.ui.cited_text.text_view import TEXT_INSET
from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.amounts.shown_number import (
    decimal_number,
    number_locale,
    shown_number,
    whole_number,
)
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_FIRST_AMOUNT_MG = 500
_SAY_AFTER_MS = 600


class LabelSum(QWidget):
    """Keeps what was typed from form to form; says what is wrong with it and leaves it there."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._form: Form | None = None
        self._compounds: tuple[Compound, ...] = ()
        self.amount = Field(hint=self.tr("mg"))
        self.amount.name(
            self.tr("Compound on the label, milligrams"),
            self.tr("The magnesium in it is computed as you type"),
        )
        self.amount.identifier("detail.compound_mg")
        self.amount.edit.setText(whole_number(_FIRST_AMOUNT_MG))
        self.amount.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.amount.edit.textChanged.connect(self._compute)
        self.variant = DropDown().identifier("detail.variant")
        self.variant.setAccessibleName(self.tr("Which compound"))
        self.variant.currentIndexChanged.connect(self._compute)
        self.magnesium = QLabel()
        self.magnesium.setFont(tabular(scaled_font(self, 1.3, 700)))
        self.magnesium.setAccessibleIdentifier("detail.magnesium")
        self.magnesium.setObjectName("detail.magnesium")
        self.reckoning = Paragraph("", "small", "text2")
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(_SAY_AFTER_MS)
        self._saying.timeout.connect(self._say)
        self._arrange()

    def set_form(self, form: Form) -> None:
        """Compute for this form; hidden where no compound is defined."""
        self._form = form
        self._compounds = compounds(form)
        self.setVisible(bool(self._compounds))
        self.variant.blockSignals(True)
        self.variant.clear()
        self.variant.addItems([compound.name for compound in self._compounds])
        self.variant.blockSignals(False)
        self.variant.setVisible(len(self._compounds) > 1)
        self._compute()
        self._saying.stop()

    def _compute(self) -> None:
        if not self._compounds:
            return
        compound = self._compounds[max(0, self.variant.currentIndex())]
        typed = self._typed()
        if len(typed) == 1:
            self._show(LabelAmount(typed[0], compound.fraction))
        else:
            self._refuse(typed)
        self._saying.start()

    def as_label(self) -> str:
        """Form and amount as a label would say it; the form alone where there is no amount."""
        form, typed = self._form, self._typed()
        if form is None:
            return ""
        return f"{form.full_name} {shown_number(typed[0])} mg" if typed else form.full_name

    def _typed(self) -> tuple[float, ...]:
        if self.amount.edit.text() == whole_number(_FIRST_AMOUNT_MG):
            return (float(_FIRST_AMOUNT_MG),)  # reading numbers comes with the first letter
        return typed_amounts(self.amount.edit.text(), number_locale(self._library.number_table))

    def _show(self, amount: LabelAmount) -> None:
        magnesium = shown_amount(amount.magnesium_mg)
        self.magnesium.setText(self.tr("= {amount} mg").format(amount=magnesium))
        self.magnesium.setAccessibleName(self.tr("{amount} mg magnesium").format(amount=magnesium))
        self.reckoning.set_color("text2")
        self.reckoning.setText(
            self.tr("{compound} mg × {percent} % = {exact} mg, shown as {shown} mg.").format(
                compound=shown_number(amount.compound_mg),
                percent=decimal_number(100 * amount.fraction, 2),
                exact=decimal_number(amount.magnesium_mg, 1),
                shown=magnesium,
            )
        )

    def _refuse(self, readings: tuple[float, ...]) -> None:
        """Say what is wrong; a number that can be read in two ways is asked back."""
        self.magnesium.setText(self.tr("= ?"))
        self.magnesium.setAccessibleName(self.tr("No sum"))
        self.reckoning.set_color("caution_text")
        if readings:
            larger, smaller = (shown_number(reading) for reading in readings[:2])
            words = self.tr("Is that {larger} or {smaller} mg? Type the number in full.")
            self.reckoning.setText(words.format(larger=larger, smaller=smaller))
        else:
            words = self.tr("Type an amount in mg, for instance {example}.")
            self.reckoning.setText(words.format(example=whole_number(_FIRST_AMOUNT_MG)))

    def _say(self) -> None:
        if self.amount.edit.hasFocus() or self.variant.hasFocus():
            valid = len(self._typed()) == 1
            message = self.magnesium.accessibleName() if valid else self.reckoning.source()
            announce(self.amount.edit, message)

    def _arrange(self) -> None:
        one = unit(self)
        side = round(TEXT_INSET * one)
        column = spaced(QVBoxLayout(self), 5 * one, side, 10 * one, side, 0)
        column.addWidget(Heading(self.tr("On the label")))
        card = Card(fill="window")
        column.addWidget(card)
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(10 * one))
        grid.setVerticalSpacing(round(3 * one))
        label = Paragraph(self.tr("Compound"), "small", "text2")
        label.setBuddy(self.amount.edit)
        grid.addWidget(label, 0, 0)
        grid.addWidget(Paragraph(self.tr("Magnesium in it"), "small", "text2"), 0, 1)
        grid.addWidget(self.amount, 1, 0)
        grid.addWidget(self.magnesium, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addWidget(self.variant)
        named = QLabel(self.variant.accessibleName(), card)  # on Linux Qt names it by its choice
        named.setBuddy(self.variant)
        named.hide()
        card.body.addLayout(grid)
        card.body.addWidget(self.reckoning)
        card.body.addWidget(
            Paragraph(
                self.tr("Does the label say “of which magnesium”? Then go by that number."),
                "small",
                "text2",
            )
        )


MOST_MG = 100_000.0
"""No serving of a compound is larger than 100 g."""


class LabelAmount(msgspec.Struct, frozen=True):
    """An amount of compound in mg and the part of it that is magnesium, 0 to 1."""

    compound_mg: float
    fraction: float

    @property
    def magnesium_mg(self) -> float:
        return self.compound_mg * self.fraction


def typed_amounts(text: str, locale: NumberLocale) -> tuple[float, ...]:
    """The mg that were typed, with or without a unit; two where they can be read in two ways."""
    from magdesk.intake.numbers import Number, read_number

    read = read_number(text, locale)
    if read is None:
        return ()
    numbers = (read,) if isinstance(read, Number) else read.readings
    return tuple(number.mg for number in numbers if 0 < number.mg <= MOST_MG)


def shown_amount(milligrams: float) -> str:
    """Whole milligrams, below 10 with one decimal: no label is more exact than that."""
    return whole_number(round(milligrams)) if milligrams >= 10 else decimal_number(milligrams, 1)
