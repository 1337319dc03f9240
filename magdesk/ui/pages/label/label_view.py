"""The label on one side, and the sum of all that is taken on the other."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.intake.label.corrected_label import with_number_read_as
from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.product_entry import Entry
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.label_records import LabelKnowledge
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.label import told_of_product
from magdesk.ui.pages.label.day_against_limits import DayAgainstLimits
from magdesk.ui.pages.label.entries import Entries
from magdesk.ui.pages.label.folding_columns import FoldingColumns
from magdesk.ui.pages.label.label_text import LabelText
from magdesk.ui.pages.label.reading_tiles import ReadingTiles
from magdesk.ui.pages.label.sum_lines import SumLines
from magdesk.ui.pages.label.taken_list import TakenList
from magdesk.ui.pages.label.understood_fields import UnderstoodFields
from magdesk.ui.pages.label.usual_fields import UsualFields
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card, IconLabel, Line, Note
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Heading, Paragraph

_LEFT = 380.0
_BESIDE_FROM = 300.0
_SAY_AFTER_MS = 600


class LabelView(FoldingColumns):
    """``changed`` tells that the products are others; ``food`` leads to the checklist."""

    changed = Signal()

    def __init__(
        self, library: Library, entries: Entries, locale: NumberLocale, region: Region
    ) -> None:
        super().__init__(_LEFT)
        self._entries = entries
        self._region: Region = region
        self._listed: list[int] = []
        self._labels: LabelKnowledge = library.labels
        self._usual = {product.id: product for product in library.labels.usual}
        self.text = LabelText()
        self.fields = UnderstoodFields(library.catalogue.forms, locale)
        self.usual = UsualFields(locale)
        self.taken = TakenList(library.labels.usual)
        self.odd = Note("caution", "", "", icon="alert")
        self.odd.setObjectName("label.contradictions")
        self.odd.paragraph.setAccessibleIdentifier("label.contradictions")
        self.result = SumLines()
        self.readings = ReadingTiles()
        self.day = DayAgainstLimits(library.limits, library.labels.sum)
        self.food = Button(self.tr("Open the checklist")).identifier("label.food")
        self._said = ""
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(_SAY_AFTER_MS)
        self._saying.timeout.connect(self._say)
        self._arrange()
        self._connect()
        self.show_all(afresh=True)

    # --- what is shown ----------------------------------------------------------------------

    def show_all(self, *, afresh: bool) -> None:
        """Show the open product and the sum; ``afresh`` when another product is open."""
        product = self._entries.open_product
        usual = product.entry.usual
        self._label_part.setVisible(not usual)
        self.usual.setVisible(bool(usual))
        if usual:
            self.usual.show_product(product, self._usual[usual], afresh=afresh)
        else:
            self.text.set_text(product.entry.text)
            self.fields.show_product(product, afresh=afresh)
        lead, odd = told_of_product.contradiction_words(product)
        self.odd.set_text(lead, odd)
        self.odd.setVisible(bool(lead))
        cost = told_of_product.cost_words(product, self._number("price"), self._number("count"))
        lines = tuple(told_of_product.sum_lines(product, cost))
        self.result.show_sum(
            told_of_product.headline(product), told_of_product.why_range(product), lines
        )
        self.readings.show_tiles(*told_of_product.tiles(product))
        self._listed = [
            number for number, each in enumerate(self._entries.products) if not each.entry.is_empty
        ]
        self.taken.show_lines(
            [told_of_product.taken_line(self._entries.products[number]) for number in self._listed],
            self._listed.index(self._entries.current) if not product.entry.is_empty else None,
        )
        self.taken.add.setEnabled(not (product.entry.is_empty or self._entries.is_full))
        self.taken.antacid.setEnabled(not self._entries.is_full)
        self.day.show_sum(self._entries.total(), self._region, self._entries.not_counted)
        spoken = told_of_product.spoken(product, product.reading)
        self.text.edit.setAccessibleDescription(spoken)
        if self.text.edit.hasFocus():
            self._said = spoken

    def set_region(self, region: Region) -> None:
        """Put the limit of this region beside the amount."""
        if region != self._region:
            self._region = region
            self.show_all(afresh=False)

    @property
    def first_field(self) -> QWidget:
        """Where the focus goes when the page is opened."""
        return self.usual.doses if self._entries.open_product.entry.usual else self.text

    # --- what a person does -----------------------------------------------------------------

    def _take_text(self, text: str) -> None:
        self._entries.set_text(text)
        self._show_change(afresh=True)

    def _correct(self, fields: LabelFields) -> None:
        self._entries.correct(fields)
        self._show_change()

    def _take_a_day(self, a_day: float | None) -> None:
        self._entries.set_a_day(a_day)
        self._show_change()

    def _take_usual(self, doses: float | None, dose_mg: float | None) -> None:
        self._entries.set_usual(doses, dose_mg)
        self._show_change()

    def _choose(self, number: int) -> None:
        product = self._entries.open_product
        if product.reading is not None and product.reading.doubtful:
            doubtful = product.reading.doubtful[0]
            value = doubtful.readings[number]
            self._entries.set_text(with_number_read_as(product.text, doubtful.text, value))
            self._show_change(afresh=True)
            QTimer.singleShot(0, self, self.text.setFocus)
            return
        self._entries.choose(number)
        self._show_change()

    def _add_label(self) -> None:
        self._entries.add(Entry())
        self._open_other()

    def _add_usual(self, usual: str) -> None:
        self._entries.add(Entry(usual=usual))
        self._open_other()

    def _open(self, number: int) -> None:
        self._entries.open(self._listed[number])
        self._open_other()

    def _remove(self, number: int) -> None:
        self._entries.remove(self._listed[number])
        self._open_other()

    def _open_other(self) -> None:
        self.fields.forget_price()
        self._show_change(afresh=True)
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        self.first_field.setFocus()

    def _show_change(self, *, afresh: bool = False) -> None:
        self.show_all(afresh=afresh)
        self._saying.start()
        self.changed.emit()

    def _show_price(self) -> None:
        self.show_all(afresh=False)
        self._saying.start()

    def _say(self) -> None:
        """Tell what came out, to those who hear announcements; the description says it too."""
        focused: QWidget | None = self.focusWidget()
        product = self._entries.open_product
        words = told_of_product.spoken(product, product.reading)
        if focused is self.text.edit or (focused is not None and words != self._said):
            announce(focused, words)
        self._said = words

    def _number(self, name: str) -> float | None:
        number = self.fields.numbers.fields[f"label.{name}"].number()
        return None if number is None else number.value

    # --- arrangement ------------------------------------------------------------------------

    def _connect(self) -> None:
        self.text.typed.connect(self._take_text)
        self.fields.corrected.connect(self._correct)
        self.fields.taken_a_day.connect(self._take_a_day)
        self.fields.priced.connect(self._show_price)
        self.usual.changed.connect(self._take_usual)
        self.readings.chosen.connect(self._choose)
        self.taken.label_added.connect(self._add_label)
        self.taken.usual_added.connect(self._add_usual)
        self.taken.opened.connect(self._open)
        self.taken.removed.connect(self._remove)

    def _arrange(self) -> None:
        one = unit(self)
        self._label_part = QWidget()
        column = spaced(QVBoxLayout(self._label_part), 8 * one)
        title = Heading(self.tr("The label"))
        title.setBuddy(self.text.edit)
        column.addWidget(title)
        column.addWidget(self.text)
        column.addSpacing(round(6 * one))
        column.addWidget(self.fields)
        for part in (self._label_part, self.usual):
            self.left.addWidget(part)
        self.left.addSpacing(round(8 * one))
        self.left.addWidget(Line())
        self.left.addSpacing(round(4 * one))
        self.left.addWidget(self.taken)
        self.left.addStretch(1)
        self.right.setSpacing(round(16 * one))
        for part in (self.odd, self.result, self.readings, self.day):
            self.right.addWidget(part)
        self.right.addWidget(self._food_card())
        self.right.addStretch(1)

    def _food_card(self) -> Card:
        card = Card(fill="window")
        one = unit(self)
        row = spaced(QHBoxLayout(), 12 * one)
        row.addWidget(IconLabel("apple"))
        words = self.tr(
            "<b>And from food?</b><br>Some twenty foods, three minutes. No limit applies to food."
        )
        room = _BESIDE_FROM * one
        beside = SwitchBox(room, (1, 0), gap=12 * one, gap_below=6 * one, level=True)
        beside.add(Paragraph(words))
        beside.add(self.food)
        row.addLayout(beside, 1)
        card.body.addLayout(row)
        return card
