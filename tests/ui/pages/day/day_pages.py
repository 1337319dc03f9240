"""What a person does on the page *Day*, and what stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.ui.pages.day.page import DayPage

Found = TypeVar("Found", bound=QWidget)


def take(sheet: AnswerSheet, medicines: Mapping[str, Sequence[str]]) -> None:
    """Let these rows be taken at these times."""
    for row, times in medicines.items():
        for place, time in enumerate(times):
            sheet.day.write(row, place, time)
    sheet.set_answer("medicines", tuple(medicines))


def find(page: QWidget, kind: type[Found], identifier: str) -> Found:
    """The one widget on the page with this identifier."""
    found = [each for each in page.findChildren(kind, identifier) if each.isVisibleTo(page)]
    assert len(found) == 1, f"{len(found)} widgets called {identifier}"
    assert found[0].accessibleIdentifier() == identifier
    return found[0]


def field(page: DayPage, what: str, number: int = 1) -> QLineEdit:
    """The field for a time."""
    return find(page, QLineEdit, f"day.{what}.{number}")


def type_time(page: DayPage, text: str, what: str, number: int = 1) -> None:
    """Type into a field in place of what stands there, and go on with the Tab key."""
    edit = field(page, what, number)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def shown_words(page: DayPage) -> str:
    """The lines in words, as they are seen."""
    return "\n".join(line.accessibleName() for line in page.words.list.lines)


def focused() -> str:
    """What has the focus, by its identifier."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()
