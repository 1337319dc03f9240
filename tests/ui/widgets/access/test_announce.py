"""What changed is told so that each screen reader says it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.access.announce import LATER_MS, announce

USUAL = "Finds names and uses."


class Form(QWidget):
    """A field that is described, and another one."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.other = QLineEdit(), QLineEdit()
        self.field.setAccessibleDescription(USUAL)
        rows = QVBoxLayout(self)
        rows.addWidget(self.field)
        rows.addWidget(self.other)


@pytest.fixture
def form(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Form:
    monkeypatch.setattr(sys, "platform", "linux")
    shown = Form()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    shown.field.setFocus(Qt.FocusReason.TabFocusReason)
    return shown


def test_the_focused_control_is_described_by_it_until_the_focus_goes_on(
    form: Form, qtbot: QtBot
) -> None:
    announce(form, "3 of 20 forms")
    announce(form, "2 of 20 forms")
    assert form.field.accessibleDescription() == "2 of 20 forms"
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: form.field.accessibleDescription() == USUAL)


def test_a_description_that_changed_meanwhile_stays(form: Form, qtbot: QtBot) -> None:
    announce(form, "3 of 20 forms")
    form.field.setAccessibleDescription("Finds foods.")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(LATER_MS + 100)
    assert form.field.accessibleDescription() == "Finds foods."
    form.field.setFocus(Qt.FocusReason.TabFocusReason)
    announce(form, "one food")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: form.field.accessibleDescription() == "Finds foods.")


def test_nothing_to_say_changes_nothing(form: Form) -> None:
    announce(form, "")
    assert form.field.accessibleDescription() == USUAL


def test_what_a_description_says_already_is_not_said_again(form: Form) -> None:
    announce(form, "Finds names")
    assert form.field.accessibleDescription() == USUAL


def test_in_a_table_a_notice_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    announce(table, "2 chosen")
    notice = table.findChild(QWidget, "said")
    assert isinstance(notice, QWidget)
    assert notice.isVisible()
    assert notice.accessibleName() == "2 chosen"
    told = QAccessible.queryAccessibleInterface(notice)
    assert told is not None
    assert told.role() == QAccessible.Role.Notification


def test_words_within_a_description_are_said_all_the_same(form: Form) -> None:
    announce(form, "2 of 20 forms")
    announce(form, "20 forms")
    assert form.field.accessibleDescription() == "20 forms"
