"""The wizard: a side list, one page at a time, and a foot with back and continue."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from magdesk.advice.options import evidence_outcome
from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.rules.sheet import facts_from
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.check.check_page import CheckPage
from magdesk.ui.pages.wizard.frame.emergency_line import EmergencyLine
from magdesk.ui.pages.wizard.frame.loading_ahead import Ahead
from magdesk.ui.pages.wizard.frame.wizard_base_page import BasePage
from magdesk.ui.pages.wizard.frame.wizard_footer import Footer
from magdesk.ui.pages.wizard.frame.wizard_side import CHECK_STEP, Side
from magdesk.ui.pages.wizard.page_walk import PageWalk, Place
from magdesk.ui.pages.wizard.questions.question_page import LEFT, WIDTH, QuestionPage, Readers
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.click_hold import hold_clicks
from magdesk.ui.widgets.access.focus import put_in_order
from magdesk.ui.widgets.amounts.shown_number import number_locale
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import lay_out_now, spaced

_NARROW_BELOW = 934.0
"""Without the navigation: a window of 1080u."""

_LOW = 400.0
"""Under this height in u the foot would take the room of the questions."""


class WizardPage(QWidget):
    """From what a person feels to an honest result; it asks and shows, and decides nothing."""

    left = Signal()
    show_in_table = Signal(list, str)
    """Tells the forms of a result, the closest first, and the outcome its trials are about."""
    read_form = Signal(str)
    no_forms = Signal()
    """The forms that a result listed no longer stand."""
    stop_standing = Signal(bool)
    """Whether the answers, as far as they go, say that magnesium has to wait."""
    work_out_asked = Signal(str)
    save_asked = Signal()
    open_asked = Signal()
    """A number is to be worked out on the page *Label*; tells the question."""
    page_asked = Signal()
    day_asked = Signal()

    def __init__(
        self, library: Library, settings: Settings, sheet: AnswerSheet, offers: frozenset[str]
    ) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self.sheet = sheet
        self._offers = offers
        """The names of the pages that go on from here: *label*, *day*, *take_along*."""
        self.walk = PageWalk(sheet)
        self.page: BasePage | None = None
        self._shown: Place | None = None
        self._told_stop = False
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self))
        self.side = Side(self)
        self._box.addWidget(self.side)
        self._main = Panel("surface", parent=self)
        self._column = spaced(QVBoxLayout(self._main))
        self.emergency = EmergencyLine(library.decision.limits.regions, self._main)
        self._column.addWidget(self.emergency)
        self.footer = Footer(self._main)
        self.footer.stand_below(LEFT, WIDTH)
        self._column.addWidget(self.footer)
        self._box.addWidget(self._main, 1)
        self._connect()
        self._show_place(focus=False)
        Ahead(self)

    # --- moving -----------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go to the next page, or say what is missing on this one.

        A name that was typed and not added is added first; where another one may be meant, one
        looks at it before one goes on.
        """
        if isinstance(self.page, QuestionPage) and self.page.take_in_typed():
            return
        if self.walk.forward():
            self._show_place()
        elif isinstance(self.page, QuestionPage):
            self.page.show_problem()

    def go_back(self) -> None:
        """Go to the page before; from the first one back to the comparison."""
        if self.walk.back():
            self._show_place()
        else:
            self.left.emit()

    def go_to(self, place: Place) -> None:
        """Show a page of the questions, the answers or the result, whatever is answered."""
        self.walk.place = place
        self._show_place()

    def begin_anew(self) -> None:
        """Clear everything that was answered, ticked and filtered, for another person."""
        self.side.ask_confirm(False)
        self.walk.begin()
        self.sheet.clear()
        self.no_forms.emit()
        self._show_place()

    def focus_first(self) -> None:
        """Put the focus where the page of the moment begins."""
        if self.page is not None and self.isVisible():
            self.page.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_focus_on(self) -> None:
        """Pass the focus on, unless somebody did by now."""
        if self.hasFocus():
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < _NARROW_BELOW * unit(self)
        self.side.set_narrow(narrow)
        flow = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != flow:
            self._box.setDirection(flow)
        super().resizeEvent(event)
        self._place_choices()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._hand_focus_on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        lay_out_now()
        self._order_tabs()

    # --- what is shown ----------------------------------------------------------------------

    def _connect(self) -> None:
        self.footer.back.clicked.connect(self.go_back)
        self.footer.forward.clicked.connect(self.go_on)
        self.side.leave.clicked.connect(self.left)
        self.side.new_person.clicked.connect(self._ask_new_person)
        self.side.confirm.clicked.connect(self.begin_anew)
        self.side.keep.clicked.connect(self._keep_answers)
        self.side.step_chosen.connect(self._open_step)
        self.emergency.link.clicked.connect(self._open_danger_signs)
        self.emergency.choice.region_chosen.connect(self._choose_region)
        self._settings.changed.connect(self._setting_changed)
        self.sheet.listen(self._sheet_changed)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    def _show_place(self, *, focus: bool = True) -> None:
        """Put the page of the moment in place of the one before."""
        self._main.setUpdatesEnabled(False)
        self._column.setEnabled(False)  # nothing is laid out until all is there that will stay
        before, self.page = self.page, self._make_page()
        self._column.insertWidget(1, self.page, 1)
        self._hold_focus()
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._place_choices()
        self._shown = self.walk.place
        self._use_detail_level()
        self._tell_around()
        self._column.setEnabled(True)
        self.page.show()
        lay_out_now()
        self._order_tabs()
        self._main.setUpdatesEnabled(True)
        hold_clicks(self)
        if focus:
            self.focus_first()

    def _place_choices(self) -> None:
        """Put *None* and its like into the foot; on a low page they end what scrolls."""
        assert self.page is not None
        choices, low = self.page.foot_choices(), self.height() < _LOW * unit(self)
        stands_in_page = choices is not None and self.page.content.isAncestorOf(choices)
        if choices is not None and low and not stands_in_page:
            self.page.body.add(choices)
        elif choices is not None and stands_in_page and not low:
            self.page.body.remove(choices)
        self.footer.hold(None if low else choices)

    def _hold_focus(self) -> None:
        """Take the focus from what goes: Qt would pass it on as if Tab had been pressed."""
        focused = QApplication.focusWidget()
        stays = (self.footer.back, self.footer.forward)
        if focused is not None and self._main.isAncestorOf(focused) and focused not in stays:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_page(self) -> BasePage:
        match self.walk.place.kind:
            case "page":
                return self._question_page()
            case "check":
                return self._check_page()
            case _:
                return self._result_page()

    def _question_page(self) -> QuestionPage:
        page = self.walk.page
        assert page is not None
        shown = QuestionPage(self.walk, page, self._readers, self._closing_words())
        shown.work_out_asked.connect(self.work_out_asked)
        shown.typed.connect(self._tell_note)
        return shown

    def _check_page(self) -> CheckPage:
        page = CheckPage(self.sheet)
        page.change_asked.connect(self._change)
        page.save_asked.connect(self.save_asked)
        page.open_asked.connect(self.open_asked)
        return page

    def _result_page(self) -> BasePage:
        from magdesk.ui.pages.wizard.result.care_page import CarePage  # with the first result
        from magdesk.ui.pages.wizard.result.result_actions import ResultActions
        from magdesk.ui.pages.wizard.result.result_page import ResultPage

        advice = self.sheet.advice()
        page: CarePage | ResultPage
        if advice.level in ("today", "emergency"):
            page = CarePage(self.sheet, advice, self._library)
            page.region_chosen.connect(self._choose_region)
        else:
            page = ResultPage(self.sheet, advice, self._library)
        page.change_asked.connect(self._change)
        page.read_asked.connect(self.read_form)
        page.filled.connect(self._use_detail_level)
        if not page.forms():
            self.no_forms.emit()
        actions = ResultActions(
            page, page.forms(), advice, self._library, self.footer, self._offers
        )
        actions.show_in_table.connect(self._show_in_table)
        actions.page_asked.connect(self.page_asked)
        actions.day_asked.connect(self.day_asked)
        actions.answer_asked.connect(self._change)
        page.body.add(actions.quiet_buttons())
        return page

    @cached_property
    def _readers(self) -> Readers:
        library = self._library
        return Readers(
            "label" in self._offers,
            number_locale(library.number_table),
            MedicineIndex(library.medicine_names, library.decision.medicines),
        )

    # --- what stands around -----------------------------------------------------------------

    def _tell_around(self) -> None:
        """Side, emergency line and foot say where one is and what is answered."""
        self.side.tell(self.walk)
        first, signs = self.walk.number == 1, self.walk.number == 2
        self.emergency.tell(
            self.sheet.region,
            on_signs=signs,
            asks=first,
            guessed=self._settings.values.region is None,
        )
        self.emergency.setVisible(not self._is_emergency_result())
        if isinstance(self.page, QuestionPage):
            self.footer.show_question(self.page.note_words())
        elif self.walk.place.kind == "check":
            unsure = len(self.sheet.unsure)
            words = self.tr("%n answer(s) are “Not sure”", "", unsure) if unsure else ""
            self.footer.show_review(words)
        self._tell_stop()

    def _tell_note(self) -> None:
        if isinstance(self.page, QuestionPage):
            self.footer.set_note(self.page.note_words())

    def _is_emergency_result(self) -> bool:
        return self.walk.place.kind == "result" and self.sheet.advice().level == "emergency"

    def _tell_stop(self) -> None:
        """Let other pages know of a stop; it stands until the answers say otherwise."""
        stop = self.walk.place.kind == "result" and self.sheet.advice().stop
        stop = stop or (self._told_stop and not self.sheet.is_empty and self.sheet.advice().stop)
        if stop != self._told_stop:
            self._told_stop = stop
            self.stop_standing.emit(stop)

    def _closing_words(self) -> str:
        """What stands below the first page: what this is for."""
        return self._library.content.purpose if self.walk.number == 1 else ""

    def _order_tabs(self) -> None:
        """Choices, foot choices, Continue, Back, then what stands around."""
        if self.page is None:
            return
        buttons = (self.footer.forward, self.footer.back, *self.footer.extras)
        put_in_order((self.page, self.footer.choices, *buttons, self.emergency, self.side))

    # --- what the person does ---------------------------------------------------------------

    def _sheet_changed(self) -> None:
        """Show what was answered here or on another page."""
        if self.walk.place.kind != "page" or self.walk.place != self._shown:
            QTimer.singleShot(0, self, self._show_again)
        elif self.page is not None:
            self.page.refresh()
            self._tell_around()
            QTimer.singleShot(0, self, self._order_tabs)

    def _show_again(self) -> None:
        if self.walk.place.kind != "page":
            self._show_place(focus=False)

    def _change(self, question: str) -> None:
        self.walk.change(question)
        self._show_place()
        if isinstance(self.page, QuestionPage) and question in self.page.sections:
            self.page.sections[question].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_step(self, step: str) -> None:
        if step == CHECK_STEP:
            self.walk.check()
        else:
            self.walk.open_page(step)
        self._show_place()

    def _open_danger_signs(self) -> None:
        self.walk.emergency()
        self._show_place()

    def _ask_new_person(self) -> None:
        """Ask once whether everything is to be cleared; nothing needs no question."""
        if self.sheet.is_empty:
            self.begin_anew()
            return
        self.side.ask_confirm(True)
        self.side.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_answers(self) -> None:
        self.side.ask_confirm(False)
        self.side.new_person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_in_table(self, forms: list[str]) -> None:
        facts = facts_from(self._library.decision, self.sheet.answers, self.sheet.region)
        outcome = evidence_outcome(self._library.decision, facts)
        self.show_in_table.emit(forms, outcome or "")

    def _choose_region(self, region: str) -> None:
        self._settings.change(region=region)
        limits = self._library.decision.limits.regions[self.sheet.region]
        announce(self, self.tr("Now with the limits of {}").format(limits.name))

    def _setting_changed(self, name: str) -> None:
        if name == "detail_level":
            self._use_detail_level()
            lay_out_now()
        elif name == "region":
            self._tell_around()

    def _use_detail_level(self) -> None:
        """Let the lines of a result tell their origin in full, or in plain words when asked."""
        if self.page is None or self.walk.place.kind != "result":
            return
        from magdesk.ui.pages.wizard.result.why_line import WhyLine

        detailed = self._settings.values.detail_level == "detail"
        calm = self.sheet.advice().level not in ("today", "emergency")
        for line in self.page.findChildren(WhyLine):
            line.set_detailed(detailed, is_open=detailed and calm)
