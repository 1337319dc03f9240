"""The page *Label* as a person uses it: typing, Tab, clicks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from magdesk.ui.pages.label.page import LabelPage

BUFFERED = (
    "MAGNESIUM BISGLYCINATE 2,000 mg\nServing size: 2 capsules, once a day\n"
    "of which magnesium 440 mg (117 % NRV)"
)

OpenPage = Callable[[], LabelPage]


def paste(page: LabelPage, text: str) -> None:
    """Put the text into the field of the label as the clipboard does."""
    edit = page.label.text.edit
    edit.setFocus()
    edit.selectAll()
    QApplication.clipboard().setText(text)
    edit.paste()


def type_into(page: LabelPage, identifier: str, text: str) -> None:
    """Type over what stands in a field of numbers."""
    edit = page.label.fields.numbers.fields[identifier].edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def heard(widget: QWidget) -> str:
    """What a screen reader says of a widget without any announcement."""
    return f"{widget.accessibleName()} {widget.accessibleDescription()}"


def result(page: LabelPage) -> str:
    """The sum in words."""
    return heard(page.label.result)
