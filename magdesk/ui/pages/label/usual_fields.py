"""An antacid or laxative by its usual content: an assumption that can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.intake.product_entry import ReadProduct
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.label_records import UsualProduct
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.label.number_grid import NumberGrid, show_in_field
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph


class UsualFields(QWidget):
    """``changed`` tells doses a day and mg in a dose, the latter None for the usual content."""

    changed = Signal(object, object)

    def __init__(self, locale: NumberLocale) -> None:
        super().__init__()
        self._showing = False
        self._usual_mg = 0.0
        self.title = Heading("")
        self.title.setWordWrap(True)
        self.text = Paragraph("", "small", "text2")
        self.note = Paragraph(self.tr("Counted by its usual content. Change it if yours differs."))
        self.numbers = NumberGrid(locale, self)
        self.doses = self.numbers.add("label.doses", self.tr("Doses a day"), self.tr("a day"))
        self.dose_mg = self.numbers.add(
            "label.dose_mg", self.tr("Magnesium in a dose"), self.tr("mg")
        )
        column = spaced(QVBoxLayout(self), 6 * unit(self))
        for part in (self.title, self.text, self.note, self.numbers):
            column.addWidget(part)
        for field in (self.doses, self.dose_mg):
            field.number_changed.connect(self._tell)

    def show_product(self, product: ReadProduct, usual: UsualProduct, *, afresh: bool) -> None:
        """Show what is counted; a field in which somebody types is left alone."""
        self._showing = True
        self._usual_mg = usual.mg
        as_group(self, usual.name, "label.usual")
        self.title.setText(usual.name)
        dose = self.tr("One dose is a {dose}.").format(dose=in_local_figures(usual.dose))
        self.text.setText(f"{dose} {in_local_figures(usual.text)}")
        mg = product.entry.dose_mg
        show_in_field(self.doses, product.a_day, afresh=afresh)
        show_in_field(self.dose_mg, usual.mg if mg is None else mg, afresh=afresh)
        self._showing = False

    def _tell(self) -> None:
        if self._showing:
            return
        doses, mg = self.doses.number(), self.dose_mg.number()
        told = None if mg is None or mg.mg == self._usual_mg else mg.mg
        self.changed.emit(None if doses is None else doses.value, told)
