"""A hand at the counter: keys only, each counted."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.counter.page import CounterPage
from magdesk.ui.settings.settings import Settings

Found = TypeVar("Found", bound=QWidget)
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Presses keys where the focus is; a pasted list and a typed name count one each."""

    def __init__(self, qtbot: QtBot, library: Library, settings: Settings) -> None:
        self.qtbot, self.settings = qtbot, settings
        self.sheet = AnswerSheet(library.decision, "eu")
        self.page = CounterPage(library, settings, self.sheet, lambda: "Old Mill Pharmacy")
        self.keys = 0
        qtbot.addWidget(self.page)
        self.page.resize(1095, 760)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.setFocus()
        self.wait()

    def wait(self) -> None:
        """Let everything that is due happen."""
        for _ in range(4):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        target = QApplication.focusWidget() or self.page
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.keys += 1
        self.wait()

    def enter(self, text: str) -> None:
        """Press one key after the other; a line break is Enter."""
        for letter in text:
            if letter == "\n":
                self.press(Key.Key_Return)
                continue
            self.qtbot.keyClicks(QApplication.focusWidget() or self.page, letter)
            self.keys += 1
            self.wait()

    def paste(self, text: str) -> None:
        """Paste a text that stands on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.press(Key.Key_V, CONTROL)

    def find(self, kind: type[Found], identifier: str) -> Found:
        """The one widget in sight with this identifier."""
        found = [each for each in self.page.findChildren(kind, identifier) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} widgets called {identifier}"
        assert found[0].accessibleIdentifier() == identifier
        return found[0]

    @property
    def focused(self) -> str:
        """The identifier of what has the focus."""
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()

    @property
    def in_hand(self) -> str:
        """The letter of the group that keys act on."""
        return self.page.questions.in_hand.group.letter
