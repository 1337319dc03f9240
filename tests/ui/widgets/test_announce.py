"""What changed is told so that each screen reader says it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.access.announce import announce

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


def test_the_focused_control_is_described_by_it_until_the_focus_goes_on(form: Form) -> None:
    announce(form, "3 of 20 forms")
    announce(form, "2 of 20 forms")
    assert form.field.accessibleDescription() == "2 of 20 forms"
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.field.accessibleDescription() == USUAL


def test_a_description_that_changed_meanwhile_stays(form: Form) -> None:
    announce(form, "3 of 20 forms")
    form.field.setAccessibleDescription("Finds foods.")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.field.accessibleDescription() == "Finds foods."
    form.field.setFocus(Qt.FocusReason.TabFocusReason)
    announce(form, "one food")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.field.accessibleDescription() == "Finds foods."


def test_nothing_to_say_changes_nothing(form: Form) -> None:
    announce(form, "")
    assert form.field.accessibleDescription() == USUAL
