"""Check your answers: every answer in words, each with a way to change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet, holds_not_sure
from magdesk.answer_sheet.contradictions import Contradiction, contradictions
from magdesk.knowledge.question_ids import MEDICINES, SUPPLEMENT_MG
from magdesk.knowledge.records.interview_records import Page, Question
from magdesk.rules.facts import Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.check.answer_text import answer_lines
from magdesk.ui.pages.wizard.frame.wizard_base_page import BasePage
from magdesk.ui.pages.wizard.questions.question_page import LEFT, WIDTH
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.bullet_line import BulletLine
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line, Note
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_STACKED_BELOW = 340.0
"""Width in u that question and answer need beside each other."""

_SHARES = (3, 5)


class CheckPage(BasePage):
    """``change_asked`` tells the question whose answer is to be changed.

    ``save_asked`` and ``open_asked`` ask for the file of answers and products.
    """

    change_asked = Signal(str)
    save_asked = Signal()
    open_asked = Signal()

    def __init__(self, sheet: AnswerSheet) -> None:
        super().__init__(LEFT, WIDTH)
        self._sheet = sheet
        one = unit(self)
        self.body.set_spacing(0)
        self.title = Heading(self.tr("Check your answers"), "page")
        self.title.setAccessibleIdentifier("wizard.review")
        self.body.add(self.title)
        words = self.tr("Nothing is decided until you press “Show my result”.")
        self.body.add_space(4 * one)
        self.body.add(Paragraph(words, tone="text2"))
        self.call(words)
        for unclear in contradictions(sheet):
            self.body.add_space(10 * one)
            self.body.add(self._question_about(unclear, sheet))
        for section in sheet.decision.pages:
            members = [question for question in sheet.path.asked if question.page == section.id]
            if members:
                self._add_section(section, members, sheet)
        self.body.add_space(10 * one)
        self.body.add(self._files())

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        return self.title

    def title_words(self) -> str:
        return self.title.text()

    def _add_section(
        self, section: Page, questions: Sequence[Question], sheet: AnswerSheet
    ) -> None:
        """Several questions stand below a heading; one alone is a heading itself."""
        one = unit(self)
        alone = len(questions) == 1
        if not alone:
            self.body.add_space(14 * one)
            self.body.add(Heading(section.step or section.title, "section"))
            self.body.add_space(4 * one)
            self.body.add(Line())
        for question in questions:
            row = AnswerLine(
                question,
                sheet.answer(question.id),
                _typed(sheet, question),
                _parts(sheet, question),
                alone=alone,
            )
            row.change.clicked.connect(self._change)
            self.body.add(row)
            self.body.add(Line())

    def _question_about(self, unclear: Contradiction, sheet: AnswerSheet) -> QWidget:
        """A note with what does not go together, and a way to each of the answers."""
        told = self._unclear_words(unclear, sheet)
        part = QWidget(self.content)
        column = spaced(QVBoxLayout(part))
        doubted = bool(unclear.questions)
        lead = self.tr("Is this right?") if doubted else ""
        column.addWidget(Note("caution" if doubted else "info", lead, told, part))
        row, links = FlowRow(), []
        for name in unclear.questions:
            short = sheet.decision.questions[name].short
            link = Button(self.tr("Change: {}").format(short), "link", parent=part)
            link.identifier(f"wizard.unclear.{name}")
            link.setAccessibleDescription(told)
            link.setProperty("question", name)
            link.clicked.connect(self._change)
            links.append(link)
        if unclear.missing:
            links.append(self._tick_button(unclear.missing, told, part))
        row.set_widgets(links, ())
        column.addLayout(row)
        return part

    def _unclear_words(self, unclear: Contradiction, sheet: AnswerSheet) -> str:
        asked = {
            "amount_without_product": self.tr(
                "You take {mg} mg of magnesium a day, but chose no product with magnesium. "
                "Is there an antacid, a laxative or another product?"
            ),
            "product_not_ticked": self.tr(
                "You take {mg} mg of magnesium a day. A product with magnesium is not yet "
                "among your medicines."
            ),
            "product_without_amount": self.tr(
                "You take a product with magnesium, but answered {mg} mg a day. How much is it?"
            ),
        }
        amount = sheet.answer(SUPPLEMENT_MG)
        mg = shown_number(amount) if isinstance(amount, int | float) else "0"
        return asked[unclear.id].format(mg=mg)

    def _tick_button(self, medicine: str, told: str, part: QWidget) -> Button:
        tick = Button(self.tr("Tick it"), "link", parent=part)
        tick.identifier(f"wizard.tick.{medicine}")
        label = self._sheet.decision.medicines[medicine].label
        tick.setAccessibleName(self.tr("Tick it: {}").format(label))
        tick.setAccessibleDescription(told)
        tick.setProperty("medicine", medicine)
        tick.clicked.connect(self._tick)
        return tick

    def _files(self) -> QWidget:
        part = QWidget(self.content)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        save = Button(self.tr("Save…"), "ghost", "save", part).identifier("wizard.save")
        save.setToolTip(self.tr("Save answers and products to a file (Ctrl+S)"))
        load = Button(self.tr("Open…"), "ghost", parent=part).identifier("wizard.open")
        load.setToolTip(self.tr("Open answers and products from a file (Ctrl+O)"))
        save.clicked.connect(self.save_asked)
        load.clicked.connect(self.open_asked)
        row.addWidget(save)
        row.addWidget(load)
        row.addStretch(1)
        return part

    def _tick(self) -> None:
        self._sheet.medicines.tick(str(self.sender().property("medicine")), on=True)
        self._sheet.medicines_changed()

    def _change(self) -> None:
        self.change_asked.emit(str(self.sender().property("question")))


class AnswerLine(QWidget):
    """One answer: what was asked, what was said, and *Change*."""

    def __init__(
        self,
        question: Question,
        answer: Answer | None,
        typed: Mapping[str, tuple[str, ...]],
        parts: Sequence[str] = (),
        *,
        alone: bool = False,
    ) -> None:
        super().__init__()
        self.question = question
        self._typed = typed
        self._parts = parts
        one = unit(self)
        row = spaced(QHBoxLayout(self), 12 * one)
        words = SwitchBox(_STACKED_BELOW * one, _SHARES, gap=12 * one)
        self.change = Button(self.tr("Change"), "link", parent=self)
        self.change.identifier(f"wizard.change.{question.id}")
        self.change.setAccessibleName(self.tr("Change: {}").format(question.short))
        told = "; ".join((*(text for text, _ in self._lines(answer)), *parts))
        self.change.setAccessibleDescription(self.tr("Your answer: {}").format(told))
        self.change.setProperty("question", question.id)
        edge = round((self.change.sizeHint().height() - 1.3 * self.fontMetrics().height()) / 2)
        words.setContentsMargins(0, edge, 0, edge)
        top = Qt.AlignmentFlag.AlignTop
        tone, weight = ("text", 650) if alone else ("text2", None)
        words.add(Paragraph(question.short, tone=tone, weight=weight))
        words.add(self._answer(answer))
        row.addLayout(words, 1)
        row.addWidget(self.change, 0, top)

    def _answer(self, answer: Answer | None) -> QVBoxLayout:
        one = unit(self)
        column = spaced(QVBoxLayout(), 3 * one)
        lines = self._lines(answer)
        for text, unsure in lines:
            if unsure:
                column.addWidget(BulletLine(escape(text), "question", "caution_text", weight=600))
            else:
                column.addWidget(Paragraph(escape(text), weight=600))
        for part in self._parts:
            column.addWidget(Paragraph(escape(part), "small", "text2"))
        return column

    def _lines(self, answer: Answer | None) -> list[tuple[str, bool]]:
        if answer is None:
            return [(self.tr("Not answered yet"), True)]
        lines = answer_lines(self.question, answer, self._typed)
        last = len(lines) - 1
        return [(text, n == last and holds_not_sure(answer)) for n, text in enumerate(lines)]


def _typed(sheet: AnswerSheet, question: Question) -> Mapping[str, tuple[str, ...]]:
    """The names that were typed, by the choice that each counts as."""
    return sheet.medicines.typed() if question.id == MEDICINES else {}


def _parts(sheet: AnswerSheet, question: Question) -> tuple[str, ...]:
    """The products that an amount was worked out from; none where it is another amount."""
    if question.id != SUPPLEMENT_MG:
        return ()
    if sum(product.mg for product in sheet.products) != sheet.answer(SUPPLEMENT_MG):
        return ()
    words = QCoreApplication.translate("answer", "{product}: {mg} mg a day")
    return tuple(
        words.format(product=product.name or product.label, mg=shown_number(product.mg))
        for product in sheet.products
    )
