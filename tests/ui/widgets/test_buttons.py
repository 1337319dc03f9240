"""Buttons: keys press them, and the ring shows where keys are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.buttons import Button
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import colours


def test_an_identifier_is_found_by_tests_and_by_assistive_tools(qtbot: QtBot) -> None:
    button = Button("Continue").identifier("wizard.continue")
    qtbot.addWidget(button)
    assert button.objectName() == button.accessibleIdentifier() == "wizard.continue"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "link"])
def test_keys_press_a_button(shown: Show, qtbot: QtBot, kind: str, key: Qt.Key) -> None:
    button = Button("Go", kind)  # type: ignore[arg-type]
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_the_ring_shows_where_keys_are_and_not_after_a_click(shown: Show) -> None:
    first, second = Button("First"), Button("Second")
    window = shown(first, second)
    ring = current_theme().color("focus").name().upper()
    second.setFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring in colours(first)
    assert ring not in colours(second)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring in colours(second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert ring not in colours(first)
    QTest.keyClick(first, Qt.Key.Key_Shift)
    assert ring in colours(first)
