"""The page *Day*: the verdict, the drawn day, the same in words, and the times it rests on."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPainter, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.report.day_words import DayWords
from magdesk.report.planned_day import PlannedDay, planned_day
from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.pages.day.calendar_saving import calendar_text, save_calendar
from magdesk.ui.pages.day.timeline.drawn_day import drawn_day
from magdesk.ui.pages.day.timeline.timeline import TimelineCard
from magdesk.ui.pages.day.times.times_form import TimesForm
from magdesk.ui.pages.day.words.words_list import WordsPart
from magdesk.ui.widgets.access.accessible_roles import as_group, as_page
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Note, NoteKind, Panel
from magdesk.ui.widgets.drawn import Ringed
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.links.link_opening import say_in_window
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_BESIDE_FROM = 860.0
"""Of the content; with its margins 900u of the page."""
_SHARES, _GAP, _GAP_BELOW = (508, 462), 28.0, 18.0
_KINDS: dict[str, NoteKind] = {"times": "ok", "blocked": "caution", "stopped": "caution"}


class VerdictNote(Ringed, Note):
    """Shows what came out, in the colours of its kind."""

    def __init__(self) -> None:
        super().__init__("info", "", "")
        self.identifier("day.verdict")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        as_group(self, self.tr("Plan"))

    @property
    def words(self) -> str:
        return self.accessibleName()

    def show_verdict(self, kind: NoteKind, title: str, text: str) -> None:
        """Show this verdict in place of the one before."""
        self.set_kind(kind, "alert" if kind in ("caution", "danger") else None)
        self.set_text(escape(title), escape(text))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        super().draw(painter, theme, one)
        self.draw_ring(painter, theme, one, 8)


class DayHeader(Panel):
    """``save`` is for a calendar file, ``page`` for the page to take along."""

    def __init__(self, offers_page: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("bottom",), parent)
        self.title = Heading(self.tr("Plan my day"), "page")
        about = self.tr("Times for magnesium that keep every gap to your medicines.")
        never = self.tr("It never moves a medicine.")
        self.words = Paragraph(f"{about} {never}", "small", "text2", single=True)
        self.save = Button(self.tr("Calendar file"), "secondary", "save").identifier("day.save")
        self.page = Button(self.tr("Page to take along"), "primary", "print").identifier("day.page")
        one = unit(self)
        row = ButtonRow(self, quiet=self.words)
        spaced(row, (10 - 2 * RESERVE) * one, 18 * one, 8 * one, 15 * one, 9 * one)
        words = spaced(QVBoxLayout(), 1 * one)
        words.addWidget(self.title)
        words.addWidget(self.words)
        row.addLayout(words, 1)
        row.addWidget(self.save)
        row.addWidget(self.page)
        self.page.setVisible(offers_page)  # not before it has its place, or it is a window


class DayPage(Panel):
    """Shows the day of the answers; it never moves a medicine. ``page_asked`` is for the paper."""

    page_asked = Signal()

    def __init__(self, library: Library, sheet: AnswerSheet, offers: frozenset[str]) -> None:
        super().__init__("surface", ())
        as_page(self, self.tr("Day"))
        self._library = library
        self.sheet = sheet
        self.planned: PlannedDay = planned_day(sheet, library)
        self.header = DayHeader("take_along" in offers, self)
        self.verdict = VerdictNote()
        self.card = TimelineCard()
        self.words = WordsPart()
        self.times = TimesForm(sheet, lambda: self._index)
        self._arrange()
        self.header.save.clicked.connect(self._save)
        self.header.page.clicked.connect(self.page_asked)
        self.words.copy.clicked.connect(self._copy)
        self.times.changed.connect(self._times_changed)
        sheet.listen(self._sheet_changed)
        self._show_plan()

    @cached_property
    def _index(self) -> MedicineIndex:
        return MedicineIndex(self._library.medicine_names, self._library.decision.medicines)

    def _arrange(self) -> None:
        one = unit(self)
        self.scroll_page = ScrollPage()
        body = self.scroll_page.body
        spaced(body, 12 * one, 18 * one, 14 * one)
        body.addWidget(self.verdict)
        body.addWidget(self.card)
        both = QWidget()
        switch = SwitchBox(_BESIDE_FROM * one, _SHARES, gap=_GAP * one, gap_below=_GAP_BELOW * one)
        switch.add(self.words)
        switch.add(self.times)
        both.setLayout(switch)
        body.addWidget(both)
        body.addStretch(1)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.header)
        column.addWidget(self.scroll_page, 1)

    # --- focus ------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first time field that is empty, else in the first."""
        super().focusInEvent(event)
        hand_on_focus(self, self.times.first(), event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_plan()

    # --- what is shown ----------------------------------------------------------------------

    @Slot()
    def _times_changed(self) -> None:
        self._show_plan()
        announce(self, self.verdict.words)

    def _sheet_changed(self) -> None:
        if self.isVisible():
            self._show_plan()

    def _show_plan(self) -> None:
        planned = planned_day(self.sheet, self._library)
        words = with_local_figures(planned.words, planned.names.values())
        self.planned = replace(planned, words=words)
        self._show_verdict(words)
        self.card.setVisible(words is None or words.kind != "stopped")
        drawn = drawn_day(self.planned, self.sheet.decision.medicines)
        told = self.verdict.words if words is None else " ".join(words.words)
        self.card.show_day(drawn, told)
        self.words.show_words(words)
        self.header.save.setVisible(self.planned.has_times)
        self.times.refresh(self.planned.read, self.planned.names)

    def _show_verdict(self, words: DayWords | None) -> None:
        if words is None:
            wrong = bool(self.planned.read.problems or self.sheet.medicines.open)
            self.verdict.show_verdict("caution" if wrong else "info", *self._waiting_words())
            return
        kind = _KINDS[words.kind]
        if words.kind == "stopped" and self.planned.urgent:
            kind = "danger"
        self.verdict.show_verdict(kind, words.title, words.text)

    def _waiting_words(self) -> tuple[str, str]:
        """What is missing before anything can be planned."""
        then = self.tr("Then times for magnesium stand here.")
        if self.sheet.medicines.answer is None:
            return self.tr("Add the medicines that you take, or say that you take none."), then
        if self.sheet.medicines.open:
            return self.tr("A name below asks something first."), then
        if self.planned.read.problems:
            return self.tr("A time below cannot be used yet."), then
        names = ", ".join(self.planned.names[row] for row in self.planned.read.waiting)
        return self.tr("Type when you take: {names}.").format(names=names), then

    # --- what can be taken along ------------------------------------------------------------

    @Slot()
    def _copy(self) -> None:
        if self.planned.words is not None:
            QGuiApplication.clipboard().setText("\n".join(self.planned.words.words))
            self._tell(self.tr("Copied"))

    @Slot()
    def _save(self) -> None:
        text = calendar_text(self.planned, self._library, named=self.words.names_wanted)
        done, failed = save_calendar(self, text)
        if failed:
            say_in_window(self, failed)
        self._tell(done)

    def _tell(self, words: str) -> None:
        self.words.say(words)
        announce(self, words)
