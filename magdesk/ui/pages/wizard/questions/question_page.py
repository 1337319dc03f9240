"""A page of questions: its title, and a section for each question that applies."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.interview_records import Page, Question
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.frame.wizard_base_page import BasePage
from magdesk.ui.pages.wizard.page_walk import PageWalk
from magdesk.ui.pages.wizard.questions.foot_choices import FootChoices
from magdesk.ui.pages.wizard.questions.number_section import NumberSection
from magdesk.ui.pages.wizard.questions.one_choice import OneChoice
from magdesk.ui.pages.wizard.questions.section import Section
from magdesk.ui.pages.wizard.questions.several_choices import SeveralChoices
from magdesk.ui.pages.wizard.taking.chosen_chips import ChosenChips
from magdesk.ui.pages.wizard.taking.medicines_section import MedicinesSection
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.cards import Note
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph, escape

LEFT, WIDTH = 32.0, 778.0
"""Margin at the left and width of the content, in u; the foot keeps the same."""

_BETWEEN = 16.0


class Readers(NamedTuple):
    """What reads what a person types."""

    works_out: bool
    """Whether there is a page that works amounts out."""
    locale: NumberLocale
    medicines: MedicineIndex


class QuestionPage(BasePage):
    """Sections come and go with the answers; each keeps its place and its own identifiers."""

    work_out_asked = Signal(str)
    typed = Signal()
    """A name is being typed that is not added yet."""

    def __init__(
        self, walk: PageWalk, page: Page, readers: Readers, closing: str = "") -> None:  # fmt: skip
        super().__init__(LEFT, WIDTH)
        self.walk = walk
        self.page = page
        self.sections: dict[str, Section] = {}
        self._readers = readers
        self._foot: FootChoices | ChosenChips | None = None
        self._add_title()
        self._problem = Note("caution", "", "", self.content)
        self._problem.setObjectName("wizard.problem")
        self._problem.hide()
        self._column = spaced(QVBoxLayout(), _BETWEEN * unit(self))
        self.body.add(self._column)
        self._closing = Note("info", "", closing, self.content) if closing else None
        if self._closing is not None:
            self.body.add_space(_BETWEEN * unit(self))
            self.body.add(self._closing)
        self._show_sections()
        self.refresh()

    @property
    def sheet(self) -> AnswerSheet:
        """The answers that the sections write into."""
        return self.walk.sheet

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.walk.questions(self.page.id)

    def first(self) -> QWidget:
        """Return where the focus goes: what is missing first, else the beginning."""
        missing = self.walk.missing(self.page.id)
        name = missing[0] if missing else next(iter(self.sections))
        return self.sections[name].first()

    def title_words(self) -> str:
        return f"{self._place_words()}: {self.page.title} {self.page.lead}".strip()

    def foot_choices(self) -> QWidget | None:
        """Return *none* and *not sure*, or the chosen medicines."""
        if self._foot is None:
            self._foot = self._make_foot()
        return self._foot

    def refresh(self) -> None:
        if set(self.sections) != {question.id for question in self.questions}:
            self._show_sections()
        for section in self.sections.values():
            section.refresh()
        if self._foot is not None:
            self._foot.refresh()
        if self._problem.isVisible():
            self._hide_problem()

    def note_words(self) -> str:
        """Return the word on the answers in the foot."""
        questions = self.questions
        if len(questions) == 1 and questions[0].kind == "several":
            count = len(self.sheet.chosen(questions[0].id))
            words = self.tr("{count} chosen") if count else self.tr("Nothing chosen yet")
            return words.format(count=count)
        missing = {*self.walk.missing(self.page.id), *self._with_a_name_left()}
        return self.tr("{answered} of {all} answered").format(
            answered=len(questions) - len(missing), all=len(questions)
        )

    def take_in_typed(self) -> bool:
        """Add the name that stands in the box; return whether another one may be meant."""
        return any(section.take_in() for section in self._medicines)

    def show_problem(self) -> None:
        """Say above the first question without an answer what is missing, and lead there."""
        missing = self.walk.missing(self.page.id)
        if not missing:
            return
        section = self.sections[missing[0]]
        lead = self.tr("“{question}” needs an answer.").format(question=section.question.short)
        words = section.problem_words()
        self._problem.set_text(escape(lead), escape(words))
        self._column.insertWidget(self._column.indexOf(section), self._problem)
        self._problem.show()
        section.set_problem(f"{lead} {words}")
        first = section.first()
        if first.hasFocus():
            announce(self._problem, f"{lead} {words}")
        else:  # its description is read with its name
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._problem)

    @property
    def _medicines(self) -> list[MedicinesSection]:
        return [each for each in self.sections.values() if isinstance(each, MedicinesSection)]

    def _with_a_name_left(self) -> set[str]:
        """The questions in whose box a name stands that was not added."""
        return {each.question.id for each in self._medicines if each.field.edit.text().strip()}

    # --- what is built ----------------------------------------------------------------------

    def _place_words(self) -> str:
        numbers = [page.id for page in self.sheet.decision.pages]
        return self.tr("Page {number} of {count}").format(
            number=numbers.index(self.page.id) + 1, count=len(numbers)
        )

    def _add_title(self) -> None:
        one = unit(self)
        self.call(self.title_words())
        self.body.add(Paragraph(self._place_words(), "small", "accent", 650))
        self.title = Heading(self.page.title, "question")
        self.body.add(self.title)
        if self.page.lead:
            self.body.add(Paragraph(escape(self.page.lead), tone="text2"))
        self.body.add_space(8 * one)

    def _show_sections(self) -> None:
        """Add what applies now, and take away what does not, without moving what stands above."""
        wanted = [question.id for question in self.questions]
        for name in [name for name in self.sections if name not in wanted]:
            section = self.sections.pop(name)
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        for place, question in enumerate(self.questions):
            if question.id not in self.sections:
                section = self._make(question)
                self.sections[question.id] = section
                section.setToolTip(question.why)
                self._column.insertWidget(place, section)
                section.show()
        self.sections = {name: self.sections[name] for name in wanted}

    def _make(self, question: Question) -> Section:
        quiet = question.help if len(self.questions) > 1 else ""
        if question.choices_from == "medicines":
            medicines = MedicinesSection(
                self.sheet, question, self._readers.medicines, quiet, self.content
            )
            medicines.amount_asked.connect(self._ask_amount)
            medicines.field.edit.textChanged.connect(self.typed)
            return medicines
        match question.kind:
            case "one":
                return OneChoice(
                    self.sheet,
                    question,
                    quiet,
                    self.content,
                    titled=question.title != self.page.title,
                )
            case "several":
                several = SeveralChoices(self.sheet, question, self.content)
                several.filtered.connect(self._filtered)
                return several
            case _:
                number = NumberSection(
                    self.sheet,
                    question,
                    self._readers.locale,
                    quiet,
                    self.content,
                    works_out=self._readers.works_out,
                )
                number.work_out_asked.connect(self.work_out_asked)
                return number

    def _make_foot(self) -> FootChoices | ChosenChips | None:
        for question in self.questions:
            if question.choices_from == "medicines":
                return ChosenChips(self.sheet)
            if question.kind == "several":
                return FootChoices(self.sheet, question)
        return None

    def _filtered(self, filtered: bool) -> None:
        if isinstance(self._foot, FootChoices):
            self._foot.set_filtered(filtered)

    def _ask_amount(self) -> None:
        """Lead to the amount of a product with magnesium as soon as one is ticked."""
        amount = next(
            (each for each in self.sections.values() if isinstance(each, NumberSection)), None
        )
        if amount is not None:
            words = self.tr("You take a product with magnesium. How many mg a day does it give?")
            self._problem.set_text(escape(words), "")
            self._column.insertWidget(self._column.indexOf(amount), self._problem)
            self._problem.show()
            amount.set_problem(words)
            amount.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_problem(self) -> None:
        missing = self.walk.missing(self.page.id)
        if not missing or self._column.indexOf(self._problem) + 1 != self._column.indexOf(
            self.sections[missing[0]]
        ):
            self._problem.hide()
            for section in self.sections.values():
                section.set_problem("")
