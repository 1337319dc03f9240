"""Walks through the wizard as a person would: by clicks and keys, on what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import NOT_SURE, Answer
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.cards import Note
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.choices.fold_line import FoldLine

Found = TypeVar("Found", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
OFFERS = frozenset({"label", "day", "take_along"})

CALM: dict[str, Answer] = {
    "symptom": "night_cramp",
    "duration": "under_2_weeks",
    "danger_now": ("none",),
    "danger_today": ("none",),
    "supplement_mg": 0,
    "medicines": ("none",),
    "age": 40,
    "sex": "male",
    "kidney": "tested_normal",
    "conditions": ("none",),
    "see_doctor": ("none",),
    "triggers": ("stress", "caffeine"),
    "food_mg": 100,
    "bowel": "normal",
    "stomach": "sensitive",
    "route": "any",
}
"""A whole sheet that leads to forms."""

P1: dict[str, Answer] = {
    **CALM,
    "symptom": "eyelid",
    "age": 34,
    "sex": "female",
    "pregnancy": "no",
    "kidney": "no_known_problem",
    "triggers": ("stress", "caffeine", "screen"),
    "food_mg": "not_sure",
    "stomach": "normal",
}
P2: dict[str, Answer] = {
    **CALM,
    "duration": "over_6_weeks",
    "supplement_mg": 400,
    "medicines": ("water_tablet", "statin", "ppi", "magnesium_product"),
    "age": 58,
    "kidney": "no_known_problem",
}
P3: dict[str, Answer] = {
    **CALM,
    "symptom": "cramp",
    "age": 29,
    "kidney": "no_known_problem",
    "triggers": ("exertion", "heat_fluid"),
    "food_mg": "not_sure",
    "stomach": "normal",
}
TYPED = ("hydrochlorothiazide", "simvastatin", "omeprazole", "magnesium 400")
"""The medicines of the second sheet as they are typed."""


def wizard_at(window: MainWindow, changes: Mapping[str, Answer], place: Place) -> WizardPage:
    """The wizard in the window, at a place of a calm sheet with these changes."""
    page = window.show_page("wizard")
    assert isinstance(page, WizardPage)
    for question, answer in {**CALM, **changes}.items():
        page.sheet.set_answer(question, answer)
    page.go_to(place)
    return page


class Walk:
    """One person at the wizard; counts clicks, pages and the words that are in sight."""

    def __init__(self, qtbot: QtBot, library: Library, size: tuple[int, int] = (1034, 760)) -> None:
        self.qtbot = qtbot
        self.settings = Settings()
        self.sheet = AnswerSheet(library.decision, "eu")
        self.page = WizardPage(library, self.settings, self.sheet, OFFERS)
        self.clicks = 0
        self.pages = 1
        self.read = 0
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.setFocus()
        self.wait()

    # --- looking ----------------------------------------------------------------------------

    @property
    def here(self) -> str:
        """The page on the screen: its id, ``check`` or ``result``."""
        place = self.page.walk.place
        return place.page or place.kind

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions on the screen, in order."""
        return self.page.walk.questions()

    def find(self, kind: type[Found], identifier: str) -> Found:
        """The one widget on the screen with this identifier."""
        found = [
            widget
            for widget in self.page.findChildren(kind, identifier)
            if widget.isVisibleTo(self.page)
        ]
        assert len(found) == 1, f"{len(found)} widgets called {identifier}"
        assert found[0].accessibleIdentifier() == identifier
        return found[0]

    def has(self, identifier: str) -> bool:
        """Whether a widget with this identifier is on the screen."""
        found = self.page.findChildren(QWidget, identifier)
        return any(widget.isVisibleTo(self.page) for widget in found)

    def words(self, root: QWidget | None = None) -> str:
        """Everything in sight in the content area: not side, line and foot."""
        assert self.page.page is not None
        shown = self.page.page if root is None else root
        texts = [
            _said(widget) for widget in shown.findChildren(QWidget) if widget.isVisibleTo(shown)
        ]
        return "\n".join(text for text in texts if text)

    def problem(self) -> str:
        """What the page says is missing; nothing where it says nothing."""
        assert self.page.page is not None
        note = self.page.page.findChild(Note, "wizard.problem")
        if note is None or not note.isVisibleTo(self.page):
            return ""
        return note.paragraph.source()

    def chosen(self, question: str) -> set[str]:
        """The choices of a question that are ticked on the screen."""
        rows = self.page.findChildren(ChoiceRow)
        ticked = (
            row.objectName() for row in rows if row.isChecked() and row.isVisibleTo(self.page)
        )
        start = f"{question}."
        return {name.removeprefix(start) for name in ticked if name.startswith(start)}

    def focused(self) -> str:
        """The identifier of what has the focus."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()

    # --- doing ------------------------------------------------------------------------------

    def wait(self) -> None:
        """Let everything that is due happen."""
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def click(self, identifier: str) -> None:
        """Click a button with the mouse."""
        self.qtbot.mouseClick(self.find(QAbstractButton, identifier), LEFT)
        self.clicks += 1
        self.wait()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the focus is."""
        target = QApplication.focusWidget() or self.page
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.wait()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            target = QApplication.focusWidget()
            assert target is not None
            self.qtbot.keyClicks(target, letter)
        self.wait()

    def enter(self, name: str) -> None:
        """Type a medicine into the box and take it in."""
        self.find(QLineEdit, "medicines.find").setFocus()
        self.type(name)
        self.press(Key.Key_Return)
        with self.qtbot.waitActive(self.page):  # without a desktop the list of names takes that
            self.page.activateWindow()

    def answer(self, question: Question, answer: Answer) -> None:
        """Give this answer to a question on the screen, whatever was chosen before."""
        if question.kind in ("whole_number", "number") and answer != NOT_SURE:
            if answer == 0 and question.none_label:
                self.click(f"{question.id}.none")
                return
            edit = self.find(QLineEdit, question.id)
            if not edit.hasFocus():
                self.qtbot.mouseClick(edit, LEFT)
                self.clicks += 1
            edit.selectAll()
            self.qtbot.keyClicks(edit, str(answer))
        else:
            choices = answer if isinstance(answer, tuple) else (str(answer),)
            if question.choices_from == "medicines" and set(choices) - {"none", "not_sure"}:
                self._unfold("medicines.list")
            for choice in choices:
                if choice not in self.chosen(question.id):
                    self._uncover(question, choice)
                    self.click(f"{question.id}.{choice}")
        self.wait()

    def go_on(self) -> None:
        """Read the page, and press Continue."""
        self.read += len(self.words().split())
        before = self.here
        self.click("wizard.continue")
        self.pages += self.here != before

    def fill(self, answers: Mapping[str, Answer]) -> None:
        """Answer every question on the screen, also one that appears meanwhile."""
        done: set[str] = set()
        while left := [each for each in self.asked if each.id not in done]:
            self.answer(left[0], answers[left[0].id])
            done.add(left[0].id)

    def through(self, changes: Mapping[str, Answer] | None = None) -> None:
        """Answer one page after the other, up to the check page or the result."""
        answers = {**CALM, **(changes or {})}
        while self.here not in ("check", "result"):
            before = self.here
            self.fill(answers)
            self.go_on()
            assert self.here != before, self.words()

    def to(self, page: str, changes: Mapping[str, Answer] | None = None) -> None:
        """Answer until this page is on the screen."""
        answers = {**CALM, **(changes or {})}
        while self.here != page:
            self.fill(answers)
            self.go_on()

    def jump(self, page: str, changes: Mapping[str, Answer] | None = None) -> None:
        """Show a page at once, the answers given as if one had come to it."""
        for question, answer in {**CALM, **(changes or {})}.items():
            self.sheet.set_answer(question, answer)
        places = {"check": Place("check"), "result": Place("result")}
        self.page.go_to(places.get(page, Place("page", page)))
        self.wait()

    # --- by keyboard alone ------------------------------------------------------------------

    def reach(self, identifier: str) -> None:
        """Press Tab, and arrows within a group, until this control has the focus."""
        question = identifier.rpartition(".")[0]
        for _ in range(90):
            if self.focused() == identifier:
                return
            if question and self.focused().startswith(f"{question}.") and self._is_radio():
                self.press(Key.Key_Down)
            else:
                self.press(Key.Key_Tab)
        raise AssertionError(f"{identifier} is not reached; at {self.focused()}")

    def answer_by_keys(self, question: Question, answer: Answer) -> None:
        """Give an answer with keys alone."""
        if question.kind in ("whole_number", "number") and answer not in (NOT_SURE, 0):
            self.reach(question.id)
            self.type(str(answer))
            return
        if answer == 0 and question.none_label:
            choices: tuple[str, ...] = ("none",)
        else:
            choices = answer if isinstance(answer, tuple) else (str(answer),)
        for choice in choices:
            self.reach(f"{question.id}.{choice}")
            if choice not in self.chosen(question.id):
                self.press(Key.Key_Space)

    def _is_radio(self) -> bool:
        widget = QApplication.focusWidget()
        return isinstance(widget, ChoiceRow) and widget.kind == "radio"

    def _unfold(self, identifier: str) -> None:
        line = self.find(FoldLine, identifier)
        if not line.isChecked():
            self.click(identifier)

    def _uncover(self, question: Question, choice: str) -> None:
        """Unfold the group of a choice that is folded."""
        row = next((each for each in question.choices if each.id == choice), None)
        folded = {group.id for group in question.groups if group.folded}
        if row is not None and row.group in folded:
            self._unfold(f"{question.id}.group.{row.group}")

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """Click a place of the window as the mouse does, whatever stands there."""
        window = self.page.windowHandle()
        assert window is not None
        QCursor.setPos(widget.mapToGlobal(place))
        at = widget.mapTo(self.page, place)
        QTest.mouseClick(window, LEFT, Qt.KeyboardModifier.NoModifier, at)
        self.wait()


def _said(widget: QWidget) -> str:
    """The words that a widget shows."""
    match widget:
        case ChoiceRow():
            return f"{widget.text()} {widget.detail()}"
        case FoldLine():
            return f"{widget.text()} {widget.quiet()}"
        case ChoiceBox():
            return widget.head_words()
        case QGroupBox():
            return ""
        case Note():
            return ""
        case QLabel():
            source = getattr(widget, "source", None)
            return str(source()) if source is not None else widget.text()
        case QAbstractButton():
            return widget.text()
        case _:
            return ""


def choices_of(question: Question) -> list[str]:
    """The identifiers that the page of a question has to offer."""
    if question.kind in ("whole_number", "number"):
        named = [question.id]
        named += [f"{question.id}.none"] if question.none_label else []
    else:
        named = [f"{question.id}.{choice.id}" for choice in question.choices]
    if question.kind == "several":
        named.append(f"{question.id}.none")
    if question.takes_not_sure:
        named.append(f"{question.id}.not_sure")
    return named
