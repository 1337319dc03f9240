"""What was understood of a label, as fields that can be corrected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.numbers import Number
from magdesk.intake.product_entry import ReadProduct
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.label.number_grid import NumberGrid, show_in_field
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph


class UnderstoodFields(QWidget):
    """``corrected`` tells all fields, ``taken_a_day`` the servings, ``priced`` price or count."""

    corrected = Signal(object)
    taken_a_day = Signal(object)
    priced = Signal()

    def __init__(self, forms: Mapping[str, Form], locale: NumberLocale) -> None:
        super().__init__()
        self._forms = forms
        self._showing = False
        as_group(self, self.tr("What we understood"), "label.understood")
        self.form = DropDown(self)
        self.form.identifier("label.form")
        self.form.setAccessibleName(self.tr("Form"))
        self.form.addItem(self.tr("Not named"), ())
        for form in forms.values():
            self.form.addItem(form.name, (form.id,))
        self._plain_items = self.form.count()
        self.numbers = NumberGrid(locale, self)
        self._add_fields()
        self._arrange()
        self.form.activated.connect(self._correct)
        for name in ("compound_mg", "elemental_mg", "percent", "per_serving"):
            self.numbers.fields[f"label.{name}"].number_changed.connect(self._correct)
        self.servings.number_changed.connect(self._tell_a_day)
        for field in (self.price, self.count):
            field.number_changed.connect(self._tell_price)

    def show_product(self, product: ReadProduct, *, afresh: bool) -> None:
        """Show what was understood; a field in which somebody types is left alone."""
        reading = product.reading
        if reading is None:
            return
        self._showing = True
        if afresh or not self.form.hasFocus():
            self._show_forms(reading.forms)
        for field, value in (
            (self.compound, reading.compound_mg),
            (self.elemental, reading.elemental_mg),
            (self.percent, reading.percent),
            (self.pieces, reading.tablets_per_serving),
            (self.servings, product.a_day if reading.understood else None),
        ):
            show_in_field(field, value, afresh=afresh)
        self._showing = False

    def forget_price(self) -> None:
        """Empty what was entered of a price."""
        self.price.set_number(None)
        self.count.set_number(None)

    def _add_fields(self) -> None:
        add, mg = self.numbers.add, self.tr("mg")
        self.compound = add("label.compound_mg", self.tr("Whole compound"), mg)
        self.elemental = add("label.elemental_mg", self.tr("Of which magnesium"), mg)
        self.percent = add("label.percent", self.tr("Share of the daily value"), self.tr("%"))
        self.pieces = add("label.per_serving", self.tr("A serving is"), self.tr("pieces"))
        self.servings = add("label.servings", self.tr("Servings a day"), self.tr("a day"))
        self.count = add("label.count", self.tr("Pieces in the pack"), self.tr("pieces"))
        self.price = add(
            "label.price",
            self.tr("Price of the pack"),
            "",
            self.tr("In your currency; with the number of pieces it gives the cost of 100 mg"),
        )

    def _arrange(self) -> None:
        one = unit(self)
        column = spaced(QVBoxLayout(self), 6 * one)
        head = spaced(QHBoxLayout(), 8 * one)
        head.addWidget(Heading(self.tr("What we understood")))
        head.addWidget(Paragraph(self.tr("change what is wrong"), "small", "text2"), 1)
        column.addLayout(head)
        label = Paragraph(self.tr("Form"), "small", weight=650)
        label.setBuddy(self.form)
        column.addWidget(label)
        column.addWidget(self.form)
        column.addWidget(self.numbers)

    def _show_forms(self, forms: tuple[str, ...]) -> None:
        while self.form.count() > self._plain_items:
            self.form.removeItem(self._plain_items)
        if len(forms) > 1:  # a blend is a row of its own
            self.form.addItem(", ".join(self._forms[form].name for form in forms), forms)
        rows = [tuple(self.form.itemData(row)) for row in range(self.form.count())]
        self.form.setCurrentIndex(rows.index(forms))

    def _chosen_forms(self) -> tuple[str, ...]:
        return tuple(self.form.currentData() or ())

    def _correct(self) -> None:
        if self._showing:
            return
        pieces = self.pieces.number()
        self.corrected.emit(
            LabelFields(
                self._chosen_forms(),
                _mg(self.compound.number()),
                _mg(self.elemental.number()),
                _value(self.percent.number()),
                tablets_per_serving=1 if pieces is None else pieces.value,
            )
        )

    def _tell_a_day(self) -> None:
        if not self._showing:
            self.taken_a_day.emit(_value(self.servings.number()))

    def _tell_price(self) -> None:
        self.priced.emit()


def _mg(number: Number | None) -> float | None:
    return None if number is None else number.mg


def _value(number: Number | None) -> float | None:
    return None if number is None else number.value
