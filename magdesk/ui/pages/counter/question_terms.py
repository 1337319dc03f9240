"""The controls of one question in a row, and what pressing them does to the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet, with_choice
from magdesk.interview.answers import choice_ids
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE, Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.counter.number_term import FirstKey, NumberTerm
from magdesk.ui.pages.counter.term_chip import TermChip
from magdesk.ui.widgets.amounts.number_answer import TwoReadings, read_answer
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.text import Paragraph

_WIDE = {"whole_number": 54.0, "number": 116.0}


class QuestionTerms(QObject):
    """``answered`` tells an answer after which one goes on; ``doubted`` what is in its way.

    Pressing *None* beside ticks asks for a second press first.
    """

    answered = Signal(str)
    doubted = Signal(str)

    def __init__(
        self,
        sheet: AnswerSheet,
        question: Question,
        locale: NumberLocale,
        parent: QWidget,
        *,
        labelled: bool,
    ) -> None:
        super().__init__(parent)
        self.sheet, self.question, self._locale = sheet, question, locale
        self.chips: dict[str, TermChip] = {}
        self.field: NumberTerm | None = None
        self._asked_none = False
        self.label = Paragraph(question.term, "small", "text2", parent=parent, single=True)
        one = unit(parent)
        self.label.setContentsMargins(round(3 * one), 0, round(5 * one), 0)
        self.label.setVisible(labelled)
        if question.kind in ("number", "whole_number"):
            self._add_field(parent)
        for choice in question.choices if question.choices_from is None else ():
            self._add(choice.id, choice.term or choice.label, f"{choice.label}. {choice.detail}")
        if question.kind == "several":
            self._add(NONE, self.tr("None"), f"{question.none_label}. {question.none_detail}")
        elif question.none_label:
            self._add(NONE, self.tr("0 mg"), question.none_label)
        if question.takes_not_sure:
            self._add(NOT_SURE, "?", question.not_sure_detail)
            name = self.tr("Not sure: {question}").format(question=question.term)
            self.chips[NOT_SURE].setAccessibleName(name)

        for place, chip in enumerate(self.chips.values(), 1):
            chip.set_place(place, len(self.chips))

    # --- what it is made of -----------------------------------------------------------------

    def widgets(self) -> Iterator[QWidget]:
        """Return the controls in their order."""
        yield self.label
        if self.field is not None:
            yield self.field
        yield from self.chips.values()

    def stops(self) -> Iterator[QWidget]:
        """Return what the arrows step through."""
        if self.field is not None:
            yield self.field.edit
        yield from self.chips.values()

    @property
    def applies(self) -> bool:
        """Whether the question is asked of this person."""
        return any(each.id == self.question.id for each in self.sheet.applicable)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer that counts."""
        return self.question.id in self.sheet.answers

    def _add(self, choice: str, text: str, plain: str) -> None:
        chip = TermChip(self.question.id, choice, text, self.label.parentWidget())
        chip.explain(plain.replace("?.", "?").strip())
        chip.clicked.connect(self._press)
        self.chips[choice] = chip

    def _add_field(self, parent: QWidget) -> None:
        question = self.question
        word = question.unit if question.kind == "number" else ""
        self.field = NumberTerm(question.term, word, _WIDE[question.kind], parent)
        self.field.identifier(f"counter.{question.id}")
        self.field.explain(f"{question.title} {question.help}")
        self.field.typed.connect(self._type)
        if question.takes_not_sure:
            FirstKey(self.field, "?").pressed.connect(self._press_not_sure)

    # --- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the sheet holds."""
        answer = self.sheet.answer(self.question.id)
        for choice, chip in self.chips.items():
            on = self._is_on(choice, answer)
            if chip.isChecked() != on:
                chip.setChecked(on)
        if self.field is not None:
            self._show_number(self.field, answer)

    def _is_on(self, choice: str, answer: Answer | None) -> bool:
        if isinstance(answer, tuple):
            return choice in answer
        if choice == NONE and self.field is not None:
            return answer == 0 and not self.sheet.draft(self.question.id)
        return answer == choice

    def _show_number(self, field: NumberTerm, answer: Answer | None) -> None:
        text = self.sheet.draft(self.question.id)
        if not text and isinstance(answer, int | float) and answer:
            text = shown_number(answer)
        field.show_text(text)
        field.say_trouble(self.trouble())

    def trouble(self) -> str:
        """What is wrong with the number that was typed; empty where nothing is."""
        question = self.question
        text = "" if self.field is None else self.field.edit.text()
        match read_answer(text, question, self._locale) if text.strip() else "empty":
            case "not_a_number":
                return self.tr("Use figures only, for example 40.")
            case "not_whole":
                return self.tr("Type a whole number, without decimals.")
            case "out_of_range":
                return self.tr("Type a number from {low} to {high}.").format(
                    low=shown_number(question.minimum or 0),
                    high=shown_number(question.maximum or 0),
                )
            case TwoReadings():
                return self.tr("Which number do you mean?")
            case _:
                return ""

    def readings(self) -> tuple[float, ...]:
        """The two numbers that a text may be; none where it is plain."""
        text = "" if self.field is None else self.field.edit.text()
        read = read_answer(text, self.question, self._locale)
        known = self.sheet.answer(self.question.id) is not None
        return read.values if isinstance(read, TwoReadings) and not known else ()

    # --- answering --------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        number = read_answer(text, self.question, self._locale)
        known = number if isinstance(number, int | float) else None
        self.sheet.set_answer(self.question.id, known, text)

    def take_number(self, value: float) -> None:
        """Answer with one of two readings."""
        self.sheet.set_answer(self.question.id, value, shown_number(value))

    def _press_not_sure(self, _key: str) -> None:
        self.choose(NOT_SURE, on=True)

    def _press(self, on: bool) -> None:
        chip = self.sender()
        if isinstance(chip, TermChip):
            self.choose(chip.choice, on)

    def choose(self, choice: str, on: bool) -> None:
        """Answer, or take an answer back; the sheet tells everyone who shows it."""
        name, question = self.question.id, self.question
        held = self.sheet.answer(name)
        if question.kind != "several":
            value: Answer = 0 if choice == NONE else choice
            self.sheet.set_answer(name, value if on else None)
        else:
            chosen = held if isinstance(held, tuple) else ()
            if on and choice == NONE and set(chosen) - {NONE} and not self._asked_none:
                self._asked_none = True
                self.refresh()
                self.doubted.emit(self.tr("Again for none: it clears the ticks"))
                return
            self.sheet.set_answer(name, with_choice(chosen, choice, on, choice_ids(question)))
        self._asked_none = False
        self.refresh()
        if on and (question.kind != "several" or choice in (NONE, NOT_SURE)):
            self.answered.emit(name)

    def forget(self) -> None:
        """Keep nothing of the last person."""
        self._asked_none = False
        if self.field is not None:
            self.field.forget()
