"""Walks through the wizard as a person would: by clicks and keys, on what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import NOT_SURE, Answer
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.session import Place
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.cards import Note

Found = TypeVar("Found", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key

CALM: dict[str, Answer] = {
    "danger_now": ("none",),
    "danger_today": ("none",),
    "see_doctor": ("none",),
    "symptom": "night_cramp",
    "duration": "under_2_weeks",
    "triggers": ("stress", "caffeine"),
    "age": 40,
    "sex": "male",
    "kidney": "tested_normal",
    "conditions": ("none",),
    "medicines": ("none",),
    "supplement_mg": 0,
    "food_mg": 100,
    "bowel": "normal",
    "stomach": "sensitive",
    "route": "any",
}
"""A whole sheet that leads to forms."""


class Walk:
    """One person at the wizard."""

    def __init__(self, qtbot: QtBot, library: Library) -> None:
        self.qtbot = qtbot
        self.settings = Settings()
        self.page = WizardPage(library, self.settings)
        qtbot.addWidget(self.page)
        self.page.resize(1034, 760)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.wait()

    # --- looking ----------------------------------------------------------------------------

    @property
    def question(self) -> str:
        """The question on the screen, or nothing."""
        return self.page.session.place.question

    @property
    def kind(self) -> str:
        """What is on the screen: question, review or result."""
        return self.page.session.place.kind

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

    def words(self) -> str:
        """Everything that the page of the moment says."""
        assert self.page.page is not None
        labels = self.page.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.page))

    def problem(self) -> str:
        """What the page says is missing; nothing where it says nothing."""
        note = self.page.findChild(Note, "wizard.problem")
        assert note is not None
        return note.paragraph.source() if note.isVisibleTo(self.page) else ""

    def chosen(self) -> set[str]:
        """The choices that are ticked."""
        assert self.page.page is not None
        buttons = self.page.page.findChildren(QAbstractButton)
        ticked = (button for button in buttons if button.isCheckable() and button.isChecked())
        return {button.objectName().partition(".")[2] for button in ticked}

    def focused(self) -> str:
        """The identifier of what has the focus."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()

    # --- doing ------------------------------------------------------------------------------

    def wait(self) -> None:
        """Let everything that is due happen."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def click(self, identifier: str) -> None:
        """Click a button with the mouse."""
        self.qtbot.mouseClick(self.find(QAbstractButton, identifier), LEFT)
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

    def answer(self, answer: Answer) -> None:
        """Give this answer to the question on the screen, whatever was chosen before."""
        question = self.page.session.decision.questions[self.question]
        if question.kind in ("whole_number", "number") and answer != NOT_SURE:
            edit = self.find(QLineEdit, question.id)
            edit.selectAll()
            self.qtbot.keyClicks(edit, str(answer))
        else:
            for choice in answer if isinstance(answer, tuple) else (str(answer),):
                if choice not in self.chosen():
                    self.click(f"{question.id}.{choice}")
        self.wait()

    def go_on(self) -> None:
        """Press Continue."""
        self.click("wizard.continue")

    def through(self, changes: Mapping[str, Answer] | None = None) -> None:
        """Answer one question after another until there is no question left."""
        answers = {**CALM, **(changes or {})}
        while self.kind == "question":
            asked = self.question
            self.answer(answers[asked])
            self.go_on()
            assert self.question != asked, self.words()

    def to(self, question: str, changes: Mapping[str, Answer] | None = None) -> None:
        """Answer until this question is on the screen."""
        answers = {**CALM, **(changes or {})}
        while self.question != question:
            self.answer(answers[self.question])
            self.go_on()

    def jump(self, question: str) -> None:
        """Show a question at once, as if one had come to it."""
        self.page.session.place = Place("question", question)
        self.page._show_place()
        self.wait()


def choices_of(question: Question) -> list[str]:
    """The identifiers that the page of a question has to offer."""
    if question.kind in ("whole_number", "number"):
        named = [question.id]
    else:
        named = [f"{question.id}.{choice.id}" for choice in question.choices]
    if question.kind == "several":
        named.append(f"{question.id}.none")
    if question.takes_not_sure:
        named.append(f"{question.id}.not_sure")
    return named
