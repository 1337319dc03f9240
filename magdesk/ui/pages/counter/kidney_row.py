"""The kidneys: an eGFR that is typed chooses the answer."""

from __future__ import annotations

from collections.abc import Iterator
from math import nextafter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.intake.numbers import Number, read_number
from magdesk.interview.counter_groups import Group
from magdesk.interview.egfr import (
    NORMAL_FROM,
    REDUCED_FROM,
    kidney_of_egfr,
    kidney_of_normal_test,
)
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.ui.pages.counter.group_row import GroupRow
from magdesk.ui.pages.counter.number_term import NumberTerm
from magdesk.ui.pages.counter.term_chip import TermChip
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Paragraph

_WIDE, _MOST = 110.0, 200.0
_ABOVE, _BELOW = (">", "≥"), "<"
_SIGNS = (*_ABOVE, _BELOW)


class KidneyRow(GroupRow):
    """From 60 on it asks whether the test is recent."""

    def __init__(
        self,
        group: Group,
        title: str,
        sheet: AnswerSheet,
        locale: NumberLocale,
        parent: QWidget | None = None,
    ) -> None:
        self._locale = locale
        super().__init__(group, title, sheet, locale, parent)

    def fill(self) -> None:
        """Put the eGFR before the terms, and the question about the test below them."""
        self.egfr = NumberTerm(self.tr("eGFR"), self.tr("ml/min"), _WIDE, self.body)
        self.egfr.identifier("counter.kidney")
        self.egfr.explain(self.tr("Type the eGFR and it chooses the answer. Enter goes on."))
        self.egfr.typed.connect(self._take)
        self.egfr.edit.setPlaceholderText(self.tr("eGFR"))
        self.flow.set_widgets([self.egfr, *self.terms[0].chips.values()], ())
        self.column.add(self.flow)
        self._recent = QWidget(self.body)
        self.yes = self._answer("recent", self.tr("Yes, within 12 months"))
        self.no = self._answer("old", self.tr("No, or not known"))
        asked = Paragraph(self.tr("Tested within 12 months?"), "small", parent=self._recent)
        row = FlowRow(0)
        row.set_widgets([asked, self.yes, self.no], ())
        self._recent.setLayout(row)
        self._recent.hide()
        self.column.add(self._recent)
        self.column.add(self.note)
        self.column.add(self._readings)

    def all_stops(self) -> Iterator[QWidget]:
        """Return the field, the terms, and the answers about the test."""
        yield from super().all_stops()
        yield from (self.egfr.edit, self.yes, self.no)

    def tab_order(self) -> Iterator[QWidget]:
        """Return the field first: it stands before the terms."""
        yield self.egfr.edit
        yield from super().all_stops()
        yield from (self.yes, self.no)

    def press_digit(self, digit: str) -> bool:
        """Answer about the test where that is asked, else choose a term."""
        if not self._recent.isHidden() and digit in ("1", "2"):
            (self.yes if digit == "1" else self.no).click()
            return True
        return super().press_digit(digit)

    def go_on(self) -> None:
        """Go to the question about the test where it is open."""
        if not self._recent.isHidden() and self.egfr.edit.hasFocus():
            self.yes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().go_on()

    def refresh(self) -> None:
        """Drop a number that does not fit the answer, as one chosen beside it or elsewhere."""
        number, answer = self._number(), self.sheet.answer("kidney")
        kidney = None if number is None else kidney_of_egfr(number)
        asks = number is not None and kidney is None
        fits = answer == kidney or (asks and answer in _NORMAL)
        if not fits and not self.egfr.edit.hasFocus():
            self.egfr.forget()
            self._recent.hide()
        super().refresh()

    def forget(self) -> None:
        """Keep nothing of the last person."""
        super().forget()
        self.egfr.forget()
        self._recent.hide()

    def _show_digits(self) -> None:
        super()._show_digits()
        asks = self.takes_digits and not self._recent.isHidden()
        self.yes.set_digit("1" if asks else "")
        self.no.set_digit("2" if asks else "")
        for chip in self.chips() if asks else ():
            chip.set_digit("")

    def _answer(self, choice: str, text: str) -> TermChip:
        chip = TermChip("kidney", choice, text, self._recent)
        chip.identifier(f"counter.kidney.test_{choice}")
        chip.clicked.connect(self._say_when)
        return chip

    def _number(self) -> float | None:
        """The eGFR in the field; None for none, and where a sign leaves open what it means."""
        text = self.egfr.edit.text().strip()
        sign = text[:1] if text[:1] in _SIGNS else ""
        number = read_number(text.removeprefix(sign), self._locale)
        if not isinstance(number, Number) or number.unit or not 0 <= number.value <= _MOST:
            return None
        if sign in _ABOVE:  # a laboratory prints "> 60"
            return number.value if number.value >= NORMAL_FROM else None
        if sign == _BELOW:
            return nextafter(number.value, 0) if 0 < number.value <= REDUCED_FROM else None
        return number.value

    def _take(self, _text: str) -> None:
        number = self._number()
        asks = number is not None and kidney_of_egfr(number) is None
        self._recent.setVisible(asks)
        for chip in (self.yes, self.no):
            chip.setChecked(False)
        self.sheet.set_answer("kidney", None if number is None else kidney_of_egfr(number))
        self._show_trouble()
        self._show_digits()

    def _show_trouble(self) -> None:
        """Say what is wrong for as long as it stands in the field."""
        wrong = bool(self.egfr.edit.text().strip()) and self._number() is None
        words = self.tr("Type the eGFR as a number from 0 to 200.") if wrong else ""
        self.say(words)
        self.egfr.say_trouble(words)

    def _say_when(self) -> None:
        recent = self.sender() is self.yes
        self.yes.setChecked(recent)
        self.no.setChecked(not recent)
        self.sheet.set_answer("kidney", kidney_of_normal_test(within_a_year=recent))
        self.left.emit()


_NORMAL = (kidney_of_normal_test(within_a_year=True), kidney_of_normal_test(within_a_year=False))
