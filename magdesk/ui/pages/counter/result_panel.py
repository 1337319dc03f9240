"""The live result beside the questions: level, what is still to ask, what clears it, forms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from magdesk.advice.advice import Advice
from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.counter_groups import group_of
from magdesk.interview.still_to_ask import StillToAsk, still_to_ask
from magdesk.knowledge.loader import Library
from magdesk.rules.firing import RANK
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.counter.result_words import (
    ClearsTold,
    asked_words,
    below_headline,
    clears_told,
    forms_told,
    headline,
    hours_told,
    left_open,
)
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line, NoteKind, Panel, Surface
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.links.link_button import LinkButton
from magdesk.ui.widgets.scroll import ScrollArea
from magdesk.ui.widgets.signs.key_cap import KeyCap
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_WIDE, _SIDE, _GAP = 302.0, 13.0, 8.0


class LevelCard(Surface):
    """The level so far; in danger colours where help is needed today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(round(each * one) for each in (12, 8, 12, 8)))
        column.setSpacing(round(2 * one))
        self.level = Paragraph("", "lead", weight=650, single=True)
        self.below = Paragraph("", "small", single=True)
        column.addWidget(self.level)
        column.addWidget(self.below)
        self.setObjectName("counter.result")
        self.setAccessibleIdentifier("counter.result")
        as_group(self, self.tr("Result"))

    def show_result(self, level: str, below: str, kind: NoteKind | None) -> None:
        """Show level and stop; without a colour where nothing is found so far, or ever was."""
        self.level.setText(escape(level))
        self.below.setText(escape(below))
        for text in (self.level, self.below):
            text.set_color(f"{kind}_text" if kind else "text")
        self._fill = f"{kind}_tint" if kind else "surface"
        self._line = f"{kind}_line" if kind else "control"
        self.setAccessibleName(self.tr("Result: {level}").format(level=level))
        self.setAccessibleDescription(below)
        self.update()


class AskedCard(Surface):
    """The next question to ask, with its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, line="accent", width=1.5)
        one = unit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(round(each * one) for each in (10, 7, 10, 7)))
        row.setSpacing(round(9 * one))
        self.cap = KeyCap("", self)
        self.cap.set_in_hand(True)
        row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Paragraph("", "small", single=True)
        row.addWidget(self.words, 1)
        self.setObjectName("counter.still_to_ask")
        self.setAccessibleIdentifier("counter.still_to_ask")
        as_group(self, self.tr("Still to ask"))

    def show_asked(self, letter: str, words: str) -> None:
        """Show what is asked, and its key; no key where nothing is."""
        self.cap.setText(letter)
        self.cap.setVisible(bool(letter))
        self.words.setText(words)
        self.setAccessibleDescription(self.words.text())


class ResultPanel(Panel):
    """``new_person`` and ``print`` are its buttons; ``unfolded`` tells of the strip's switch."""

    unfolded = Signal(bool)

    def __init__(self, library: Library, sheet: AnswerSheet, parent: QWidget | None = None) -> None:
        super().__init__("window", ("left",), parent)
        self._library, self._sheet = library, sheet
        self._told: tuple[object, ...] = ()
        self._shown: list[QWidget] = []
        """What stands in the details now."""
        self.can_wait: frozenset[str] = frozenset()
        one = unit(self)
        self.setAccessibleName(self.tr("Result so far"))
        column = QVBoxLayout(self)
        side = round(_SIDE * one)
        column.setContentsMargins(side, round(10 * one), side - round(2 * one), round(10 * one))
        column.setSpacing(round(_GAP * one))
        self.cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.cards.setSpacing(round(_GAP * one))
        self.level = LevelCard(self)
        self.heading = Heading(self.tr("Still to ask"), "section")
        self.asked = AskedCard(self)
        self.cards.addWidget(self.level)
        self.cards.addWidget(self.heading)
        self.cards.addWidget(self.asked)
        column.addLayout(self.cards)
        self.details = ScrollArea(self)
        self.details.content = QWidget()
        self._body = Column(6 * one)
        self.details.content.setLayout(self._body)
        self.details.set_canvas(self.details.content)
        column.addWidget(self.details, 1)
        column.addLayout(self._foot())
        self.set_strip(False)

    def _foot(self) -> ButtonRow:
        row = ButtonRow()
        row.setSpacing(0)
        self.new_person = Button(self.tr("New person"), "secondary", "person")
        self.new_person.identifier("counter.new_person")
        self.new_person.setToolTip(self.tr("Clears everything at once (Ctrl+N)"))
        self.fold = Button(self.tr("Details"), "secondary", "chevron_down")
        self.fold.identifier("counter.details")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._fold_details)
        self.print = Button(self.tr("Print page"), "primary", "print")
        self.print.identifier("counter.print")
        self.print.setToolTip(self.tr("Prints the page to take along (Ctrl+P)"))
        row.addWidget(self.new_person)
        row.addWidget(self.fold)
        row.addStretch(1)
        row.addWidget(self.print)
        return row

    # --- beside the questions, or a strip above them ----------------------------------------

    def set_strip(self, strip: bool) -> None:
        """Lie above the questions with the first things only, or stand beside them with all."""
        self.is_strip = strip
        self._edges = ("bottom",) if strip else ("left",)
        ways = QBoxLayout.Direction
        self.cards.setDirection(ways.LeftToRight if strip else ways.TopToBottom)
        for place, share in enumerate((1, 0, 1) if strip else (0, 0, 0)):
            self.cards.setStretch(place, share)
        self.heading.setVisible(not strip)
        self.fold.setVisible(strip)
        self._show_details()
        self.set_width()

    def set_width(self) -> None:
        """Be as wide as the look wants it beside the questions, in this size of text."""
        if self.is_strip:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            foot = self.new_person.sizeHint().width() + self.print.sizeHint().width()
            one = unit(self)
            self.setFixedWidth(round(max(_WIDE * one, foot + 2 * _SIDE * one)))

    def _fold_details(self) -> None:
        self._show_details()
        self.unfolded.emit(self.fold.isChecked())

    def _show_details(self) -> None:
        self.details.setVisible(not self.is_strip or self.fold.isChecked())

    # --- what is shown ----------------------------------------------------------------------

    def show_now(self) -> None:
        """Show what follows from the answers of the moment."""
        library, sheet = self._library, self._sheet
        advice = sheet.advice()
        open_ones = still_to_ask(library.decision, sheet.answers, sheet.region)
        matter = {each.question for each in open_ones}
        asked = {each.id for each in sheet.path.asked}
        answered = frozenset(sheet.answers)
        self.can_wait = frozenset(
            name
            for name in library.decision.questions
            if name not in answered and (name not in asked or name not in matter)
        )
        self._show_level(advice)
        self._show_asked(advice, open_ones)
        told = (advice.complete, advice.stop, *self._detail_words(advice))
        if told != self._told:
            self._told = told
            self._fill_details(advice)

    def _show_level(self, advice: Advice) -> None:
        decision = self._library.decision
        level = headline(advice, decision, answered=bool(self._sheet.answers))
        below = below_headline(advice)
        before = self.level.accessibleName()
        self.level.show_result(level, below, _colour(advice))
        if before != self.level.accessibleName() and self.isVisible():
            announce(self, self.level.accessibleName())

    def _show_asked(self, advice: Advice, asked: tuple[StillToAsk, ...]) -> None:
        decision = self._library.decision
        if not asked:
            done = self.tr("Nothing that can change the level.")
            missing = advice.missing
            if missing:
                group = group_of(missing[0])
                words = self.tr("{question}. It cannot raise the level any more.")
                named = f"<b>{escape(decision.questions[missing[0]].term)}</b>"
                self.asked.show_asked(group.letter, words.format(question=named))
            else:
                self.asked.show_asked("", done)
            return
        first = asked[0]
        term = escape(decision.questions[first.question].term)
        words = escape(asked_words(first, decision, advice))
        then = ", ".join(decision.questions[each.question].term for each in asked[1:4])
        more = " " + escape(self.tr("Then: {}.").format(then)) if then else ""
        self.asked.show_asked(group_of(first.question).letter, f"<b>{term}.</b> {words}{more}")

    def _detail_words(self, advice: Advice) -> tuple[object, ...]:
        return (
            clears_told(advice, self._library),
            left_open(advice, self._library.decision),
            hours_told(advice, self._library.decision),
            tuple(forms_told(advice, self._library)),
        )

    def _fill_details(self, advice: Advice) -> None:
        for widget in self._shown:
            self._body.remove(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        clears = clears_told(advice, self._library)
        unsure = left_open(advice, self._library.decision)
        if clears or unsure:
            self._add(Heading(self.tr("What clears or confirms it"), "section"))
        for each in clears:
            self._add(ClearsLine(each, self.details.content))
        if unsure:
            words = self.tr("Left open: {terms}.").format(terms=", ".join(unsure))
            self._add(Paragraph(escape(words), "small"))
        hours = hours_told(advice, self._library.decision)
        if hours:
            later = self.tr("Hours apart, if agreed")
            self._add(Heading(later if advice.stop else self.tr("Hours apart"), "section"))
            self._add_lines(hours)
        self._add(Heading(self.tr("Forms"), "section"))
        if advice.stop:
            self._add_lines((self.tr("None is shown while a stop stands."),))
        elif not advice.complete:
            self._add_lines((self.tr("Not finished. They follow when all is answered."),))
        else:
            self._add_lines(tuple(forms_told(advice, self._library)))
        self._body.invalidate()
        self.details.content.updateGeometry()

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        widget.setParent(self.details.content)
        self._body.add(widget)
        widget.show()

    def _add_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._add(Paragraph(line, "small", "text2", single=True))


def _colour(advice: Advice) -> NoteKind | None:
    """The colour of a result; none where nothing is found so far: that is not "safe"."""
    if RANK[advice.level] >= RANK["today"]:
        return "danger"
    if advice.stop or advice.level != "self_care":
        return "caution"
    return "info" if advice.complete else None


class ClearsLine(QWidget):
    """What clears a rule, the source at the right, and why below."""

    def __init__(self, told: ClearsTold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(2 * one))
        row = QHBoxLayout()
        row.setSpacing(round(6 * one))
        row.addWidget(Paragraph(f"<b>{escape(told.text)}</b>", "small", single=True), 1)
        source = told.source
        top = Qt.AlignmentFlag.AlignTop
        if source is not None and source.address:
            row.addWidget(LinkButton(source.short, source.address, source.whole), 0, top)
        else:
            named = self.tr("by caution") if source is None else source.short
            word = Paragraph(escape(named), "caption", "text2", single=True)
            word.setMinimumWidth(word.sizeHint().width())
            word.setToolTip("" if source is None else source.whole)
            row.addWidget(word, 0, top)
        column.addLayout(row)
        if told.why:
            column.addWidget(Paragraph(escape(told.why), "small", "text2", single=True))
        column.addWidget(Line())
        as_group(self, told.text)
