"""The page *Counter*: the whole sheet at once by keys, with the result beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.counter_groups import group_of
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import MEDICINES
from magdesk.report.blocks import Document
from magdesk.report.planned_day import planned_day
from magdesk.report.take_along import Enclosed, take_along
from magdesk.rules.facts import NONE
from magdesk.ui.export.report_export import ReportExport
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.counter.medicines_row import MedicinesRow
from magdesk.ui.pages.counter.private_watch import PrivateWatch
from magdesk.ui.pages.counter.result_panel import ResultPanel
from magdesk.ui.pages.counter.sheet_view import CounterSheet
from magdesk.ui.pages.counter.term_finder import TermFinder
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.text import Heading, Paragraph

_TITLED_FROM = 480.0
"""Below this width in u the fields of the head need the room of its title."""
_STRIP_BELOW = 990.0
"""Width in u of the page, without the rail, from which the result stands beside the questions."""
_FIND_WIDTH = 170.0


class CounterPage(QWidget):
    """``person_left`` tells that everything of the last person has to go, also elsewhere."""

    person_left = Signal()
    label_asked = Signal(str)
    questions_asked = Signal()
    failed = Signal(str)
    _ready = False

    def __init__(
        self,
        library: Library,
        settings: Settings,
        sheet: AnswerSheet,
        issued_by: Callable[[], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._settings, self.sheet = library, settings, sheet
        self._issued_by = issued_by
        as_page(self, self.tr("Counter"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = library.report_words.rows["page.of"].text
        self._export = ReportExport(self, words, self._tell, self.failed.emit)
        self.questions = CounterSheet(library, sheet, self)
        self.questions.label_asked.connect(self.label_asked)
        self.result = ResultPanel(library, sheet, self)
        self.result.new_person.clicked.connect(self.start_new_person)
        self.result.print.clicked.connect(self.print_now)
        self.result.unfolded.connect(self._choose_questions)
        self._arrange()
        self._watch = PrivateWatch(self)
        self._watch.quiet.connect(self.start_new_person)
        self._add_keys()
        settings.changed.connect(self._take_setting)
        sheet.listen(self._sheet_changed)
        self._sheet_changed()
        self._ready = True

    # --- arrangement ------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.questions, 1)
        self._middle.addWidget(self.result)
        column.addLayout(self._middle, 1)

    def _header(self) -> QWidget:
        one = unit(self)
        head = Panel("surface", ("bottom",))
        row = ButtonRow(head)
        row.setContentsMargins(*(round(each * one) for each in (16, 5, 12, 5)))
        row.setSpacing(round(10 * one))
        self.title = Heading(self.tr("Counter"), "page")
        row.addWidget(self.title)
        words = self.tr("letter: group · digit: tick · 0: none · ?: not sure · F1: plain words")
        self.hint = Paragraph(words, "caption", "text2", single=True)
        row.addWidget(self.hint, 1)
        self.finder = TermFinder(self.sheet)
        self.finder.setMaximumWidth(round(_FIND_WIDTH * one))
        self.finder.found.connect(self._take_found)
        self.finder.given_up.connect(self.questions.begin)
        row.addWidget(self.finder)
        self.region = self._region_choice()
        row.addWidget(self.region)
        self.private = Chip(self.tr("Private"))
        self.private.identifier("counter.private")
        self.private.setToolTip(self.tr("Clears everything after ten minutes without a key"))
        self.private.setAccessibleDescription(self.private.toolTip())
        self.private.setChecked(self._settings.values.private_counter)
        self.private.clicked.connect(self._choose_private)
        row.addWidget(self.private)
        self.as_questions = Button(self.tr("As questions"), "ghost", "table")
        self.as_questions.identifier("counter.as_questions")
        self.as_questions.clicked.connect(self.questions_asked)
        row.addWidget(self.as_questions)
        return head

    def _region_choice(self) -> DropDown:
        choice = DropDown(fits_texts=True)
        choice.identifier("counter.region")
        choice.setAccessibleName(self.tr("Limits and phone numbers of"))
        for region in self._library.limits.regions.values():
            choice.addItem(region.id.upper(), region.id)
        choice.setCurrentIndex(choice.findData(self.sheet.region))
        choice.activated.connect(self._choose_region)
        return choice

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the result beside the questions where there is room, else above them."""
        super().resizeEvent(event)
        self._choose_place()

    def changeEvent(self, event: QEvent) -> None:
        """Find the place of the result anew in another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            QTimer.singleShot(0, self, self._measure_again)  # all parts have the font by then

    def _measure_again(self) -> None:
        self._choose_place()
        self.result.set_width()
        self.questions.measure_again()

    def _choose_place(self) -> None:
        strip = self.width() < _STRIP_BELOW * unit(self)
        self.hint.setVisible(not strip)
        self.title.setVisible(self.width() >= _TITLED_FROM * unit(self))
        if strip != self.result.is_strip:
            self.result.set_strip(strip)
            ways = QBoxLayout.Direction
            self._middle.setDirection(ways.BottomToTop if strip else ways.LeftToRight)
        self._choose_questions()

    def _choose_questions(self) -> None:
        """Give the room of the questions to the details of a strip that is unfolded."""
        unfolded = self.result.is_strip and self.result.fold.isChecked()
        focused = QApplication.focusWidget()
        if unfolded and focused and self.questions.isAncestorOf(focused):
            self.result.fold.setFocus()  # else Qt goes to the next, which clears everything
        self.questions.setVisible(not unfolded)
        self._middle.setStretch(1, 1 if unfolded else 0)

    # --- keys -------------------------------------------------------------------------------

    def _add_keys(self) -> None:
        keys = (
            (QKeySequence("Ctrl+N"), self.start_new_person),
            (QKeySequence("Ctrl+P"), self.print_now),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find_medicine),
        )
        for sequence, slot in keys:
            QShortcut(sequence, self, slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, digits and signs act wherever no field has taken them."""
        self._watch.touched()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        in_field = isinstance(self.window().focusWidget(), QLineEdit)
        if event.matches(QKeySequence.StandardKey.Paste) and not in_field:
            self._paste()
        elif held != Qt.KeyboardModifier.NoModifier or not self._take_key(event, in_field):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, in_field: bool) -> bool:
        """Do what a key means here; return whether it means something."""
        key, text = event.key(), event.text()
        hand = self.questions.in_hand
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.questions.go_on()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and in_field:
            hand.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.questions.leave_field()
        elif in_field or not text:
            return False
        elif text == "/":
            self.finder.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif text == "?":
            return hand.press_not_sure()
        elif text.isdigit():
            return hand.press_digit(text)
        else:
            return self.questions.go_to(text.upper())
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the group in hand."""
        super().focusInEvent(event)
        self.questions.begin()

    def setFocus(self, _reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin in the group in hand."""
        self.questions.begin()

    def _find_medicine(self) -> None:
        row = self.questions.rows["R"]
        if isinstance(row, MedicinesRow):
            row.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _paste(self) -> None:
        row = self.questions.rows["R"]
        text = QGuiApplication.clipboard().text()
        if isinstance(row, MedicinesRow) and text.strip():
            self.questions.go_to("R")
            row.paste(text)

    def _take_found(self, question: str, choice: str) -> None:
        """Tick a term that was found by typing."""
        group = group_of(question)
        self.questions.go_to(group.letter)
        row = self.questions.rows[group.letter]
        if question == MEDICINES and choice != NONE:
            self.sheet.medicines.tick(choice, on=True)
            self.sheet.medicines_changed()
            return
        for terms in row.terms:
            if terms.question.id == question and terms.applies:
                terms.choose(choice, on=True)

    # --- what follows from the sheet and the settings ---------------------------------------

    def _sheet_changed(self) -> None:
        self._watch.touched()
        self.questions.refresh()
        self.result.show_now()
        lines = self._library.decision.limits.lines(self.sheet.region)
        self.questions.set_states(self.result.can_wait, lines.emergency_number)
        place = self.region.findData(self.sheet.region)
        if self.region.currentIndex() != place:
            self.region.setCurrentIndex(place)

    def _choose_region(self) -> None:
        self._settings.change(region=self.region.currentData())

    def _choose_private(self, on: bool) -> None:
        self._settings.change(private_counter=on)

    def _take_setting(self, name: str) -> None:
        if name == "private_counter":
            self.private.setChecked(self._settings.values.private_counter)
            self._watch.set_on(self._settings.values.private_counter)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch where the counter is private."""
        super().showEvent(event)
        self._watch.set_on(self._settings.values.private_counter)

    # --- the next person, and what goes with this one ---------------------------------------

    def start_new_person(self) -> None:
        """Forget everything at once, here and on every other page."""
        self.sheet.clear()
        told = self.tr("Everything is cleared. New person.")
        self.questions.forget(told)
        self.finder.forget()
        clipboard = QGuiApplication.clipboard()
        for mode, ours in (
            (QClipboard.Mode.Clipboard, clipboard.ownsClipboard()),
            (QClipboard.Mode.Selection, clipboard.ownsSelection()),
        ):
            if ours:
                clipboard.clear(mode)
        self.person_left.emit()
        self.sheet.listen(self._sheet_changed)
        self.result.show_now()

    def report(self) -> Document:
        """Return the page to take along, as it would be printed now."""
        sheet = self.sheet
        planned = planned_day(sheet, self._library)
        plan = planned.words.words if planned.words and not sheet.day.is_empty else ()
        enclosed = Enclosed(
            day=QDate.currentDate().toPython(),  # type: ignore[arg-type]
            issued_by=self._issued_by(),
            day_plan=plan,
            typed=sheet.medicines.typed(),
            products=tuple((product.name, product.mg) for product in sheet.products),
        )
        told = take_along(sheet.advice(), sheet.answers, self._library, enclosed)
        return with_local_figures(told, enclosed.words_of_the_person)

    def print_now(self) -> None:
        """Ask for a printer and print the page to take along."""
        self._export.print(self.report())

    def _tell(self, words: str) -> None:
        announce(self, words)
