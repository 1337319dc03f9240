"""The wizard: a side list, one page at a time, and a foot with back and continue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answer
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.answer_text import counted
from magdesk.ui.pages.wizard.loading_ahead import Ahead
from magdesk.ui.pages.wizard.questions.question_page import CONTENT_WIDTH, LEFT, QuestionPage, Where
from magdesk.ui.pages.wizard.review_page import CONTENT_WIDTH as REVIEW_WIDTH
from magdesk.ui.pages.wizard.review_page import ReviewPage
from magdesk.ui.pages.wizard.session import Session
from magdesk.ui.pages.wizard.wizard_base_page import BasePage
from magdesk.ui.pages.wizard.wizard_footer import Footer
from magdesk.ui.pages.wizard.wizard_side import Side, Step
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.cards import Panel

_NARROW_BELOW = 600.0
_LAYOUT_ROUNDS = 8
"""A line, its card, the page and the scroll area each pass a new height on once."""

REVIEW_STEP, RESULT_STEP = "review", "result"


class WizardPage(QWidget):
    """From what a person feels to an honest result; it asks and shows, and decides nothing."""

    left = Signal()
    show_in_table = Signal(list)
    read_form = Signal(str)
    no_forms = Signal()
    """The forms that a result listed no longer stand."""

    def __init__(self, library: Library, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._settings = settings
        self.session = Session(library.decision, self._region())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.side = Side(self)
        self._box.addWidget(self.side)
        self._main = Panel("surface", parent=self)
        self._column = QVBoxLayout(self._main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.footer = Footer(self._main)
        self._column.addWidget(self.footer)
        self._box.addWidget(self._main, 1)
        self.page: BasePage | None = None
        self._level_words = ""
        self._connect()
        self._show_place(focus=False)
        Ahead(self)

    # --- moving -----------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go to the next page, or say what is missing on this one."""
        if self.session.forward():
            self._show_place()
        elif isinstance(self.page, QuestionPage):
            self.page.show_problem()

    def go_back(self) -> None:
        """Go to the page before; from the first question back to the comparison."""
        if self.session.back():
            self._show_place()
        else:
            self.left.emit()

    def restart(self) -> None:
        """Clear every answer and begin again; the side list offers to bring them back."""
        self.session.restart()
        self.no_forms.emit()
        self._show_place()

    def focus_first(self) -> None:
        """Put the focus where the page of the moment begins."""
        if self.page is not None:
            self.page.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def kept_state(self) -> object:
        """Return the answers, and which page is in front."""
        return self.session

    def take_state(self, state: object) -> None:
        """Go on with the answers of a page that was there before."""
        assert isinstance(state, Session)
        self.session = state
        self._show_place(focus=False)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _settle_layout()
        self.focus_first()

    # --- what is shown ----------------------------------------------------------------------

    def _connect(self) -> None:
        self.footer.back.clicked.connect(self.go_back)
        self.footer.forward.clicked.connect(self.go_on)
        self.side.leave.clicked.connect(self.left)
        self.side.restart.clicked.connect(self.restart)
        self.side.undo.clicked.connect(self._undo_restart)
        self.side.steps.step_chosen.connect(self._open_step)
        self._settings.changed.connect(self._setting_changed)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    def _show_place(self, *, focus: bool = True) -> None:
        """Build the page of the moment in place of the one before."""
        self._main.setUpdatesEnabled(False)
        kind = self.session.place.kind
        make: dict[str, Callable[[], BasePage]] = {
            "question": self._question_page,
            "review": self._review_page,
            "result": self._result_page,
        }
        before, self.page = self.page, make[kind]()
        self._column.insertWidget(0, self.page, 1)
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.side.set_steps(self._steps())
        self.side.undo.setVisible(self.session.can_undo)
        self.page.show()
        self._use_detail_level()
        _settle_layout()
        self._main.setUpdatesEnabled(True)
        if focus:
            self.focus_first()
            self.page.announce_title()

    def _question_page(self) -> QuestionPage:
        session = self.session
        question = self._library.decision.questions[session.place.question]
        sections = {page.id: page.title for page in self._library.decision.pages}
        page = QuestionPage(
            question,
            self._library.decision,
            session.answer(question.id),
            session.draft(question.id),
            Where(sections[question.page], self._left_words()),
            closing=self._closing_words(question.id),
        )
        page.answered.connect(self._answered)
        self.footer.stand_below(LEFT, CONTENT_WIDTH)
        self.footer.show_question(self._chosen_words(session.answer(question.id)))
        return page

    def _review_page(self) -> ReviewPage:
        session = self.session
        page = ReviewPage(self._library.decision.pages, session.asked(), session.sheet)
        page.change_asked.connect(self._change)
        self.footer.stand_below(LEFT, REVIEW_WIDTH)
        unsure = len(session.not_sure())
        one, many = (
            self.tr("{count} answer is “Not sure”"),
            self.tr("{count} answers are “Not sure”"),
        )
        self.footer.show_review(counted(unsure, one, many) if unsure else "")
        return page

    def _result_page(self) -> BasePage:
        from magdesk.ui.pages.wizard.result import (  # loaded with the first result
            result_actions,
            result_page,
        )

        session, library = self.session, self._library
        advice = session.advice()
        self._level_words = library.decision.levels[advice.level].short
        if not advice.options:
            self.no_forms.emit()
        ended = session.ended_at() if session.skipped() else None
        page = result_page.ResultPage(advice, session.sheet, ended, library)
        page.change_asked.connect(self._change)
        page.region_chosen.connect(self._choose_region)
        page.read_asked.connect(self.read_form)
        self.footer.stand_below(page.left_u, page.width_u)
        actions = result_actions.ResultActions(page, advice, library, self.footer)
        actions.show_in_table.connect(self.show_in_table)
        return page

    def _steps(self) -> list[Step]:
        session = self.session
        steps: list[Step] = []
        for section in session.sections():
            words = self.tr("Question {number} of {total}")
            note = words.format(number=section.number, total=section.total)
            steps.append((section.id, section.title, note if section.number else "", section.state))
        return [*steps, self._review_step(), self._result_step()]

    def _review_step(self) -> Step:
        session, title = self.session, self.tr("Check answers")
        if session.place.kind == "review":
            one, many = self.tr("{count} answer"), self.tr("{count} answers")
            return REVIEW_STEP, title, counted(len(session.sheet), one, many), "current"
        passed = session.place.kind == "result" and not session.skipped()
        return REVIEW_STEP, title, "", "done" if passed else "todo"

    def _result_step(self) -> Step:
        title = self.tr("Result")
        if self.session.place.kind == "result":
            return RESULT_STEP, title, self._level_words, "current"
        return RESULT_STEP, title, "", "todo"

    def _left_words(self) -> str:
        if self.session.is_changing():
            return self.tr("changing this answer")
        left = self.session.remaining()
        if left == 0:
            return self.tr("last question")
        return counted(left, self.tr("{count} question left"), self.tr("{count} questions left"))

    def _chosen_words(self, answer: Answer | None) -> str:
        question = self._library.decision.questions[self.session.place.question]
        if question.kind != "several":
            return ""
        chosen = len(answer) if isinstance(answer, tuple) else 0
        return self.tr("{count} chosen").format(count=chosen) if chosen else ""

    def _closing_words(self, question: str) -> str:
        """Return what stands below the first question: what this is for, and what is kept."""
        if question != next(iter(self._library.decision.questions)):
            return ""
        return f"{self._library.content.purpose}\n{self.side.privacy_words()}"

    # --- what the person does ---------------------------------------------------------------

    def _answered(self, answer: Answer | None, draft: str) -> None:
        question = self.session.place.question
        self.session.set_answer(question, answer)
        self.session.set_draft(question, draft)
        self.footer.set_note(self._chosen_words(answer))
        self.side.undo.setVisible(self.session.can_undo)

    def _change(self, question: str) -> None:
        self.session.change(question)
        self._show_place()

    def _open_step(self, step: str) -> None:
        if step == REVIEW_STEP:
            self.session.review()
        else:
            self.session.open_section(step)
        self._show_place()

    def _undo_restart(self) -> None:
        self.session.undo_restart()
        self._show_place()

    def _choose_region(self, region: str) -> None:
        self._settings.change(region=region)
        limits = self._library.decision.limits.regions[self.session.region]
        announce(self, self.tr("Now with the limits of {}").format(limits.name))

    def _region(self) -> Region:
        return self._settings.values.region or self._library.decision.limits.default_region

    def _setting_changed(self, name: str) -> None:
        if name == "detail_level":
            self._use_detail_level()
            _settle_layout()
        if name != "region":
            return
        self.session.region = self._region()
        if self.session.place.kind == "result":
            self._show_place(focus=False)

    def _use_detail_level(self) -> None:
        """Let the lines of a result tell their origin in full, or in plain words when asked."""
        if self.page is None or self.session.place.kind != "result":
            return
        from magdesk.ui.pages.wizard.result.result_cards import ChangeLine
        from magdesk.ui.pages.wizard.result.result_lines import WhyLine
        from magdesk.ui.pages.wizard.result.result_page import ResultPage

        detailed = self._settings.values.detail_level == "detail"
        # nothing stands between the reader and the call
        calm = isinstance(self.page, ResultPage) and self.page.is_care
        for line in self.page.findChildren(WhyLine):
            is_open = detailed and not calm and not isinstance(line, ChangeLine)
            line.set_detailed(detailed, is_open=is_open)


def _settle_layout() -> None:
    """Let rows that changed their flow tell their new height before anything is painted."""
    for _ in range(_LAYOUT_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
