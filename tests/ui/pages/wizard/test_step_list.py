"""The list of steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.ui.pages.wizard.frame.step_list import StepItem, StepList
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import name


def test_only_a_finished_step_leads_back(shown: Show, qtbot: QtBot) -> None:
    steps = StepList()
    steps.set_steps(
        [
            ("danger", "Danger signs", "", "done"),
            ("medicines", "Medicines", "Question 1 of 2", "current"),
            ("result", "Result", "", "todo"),
        ]
    )
    shown(steps)
    done, current, todo = steps.items
    assert [name(item) for item in steps.items] == [
        "Danger signs, done",
        "Medicines, you are here",
        "Result, still to come",
    ]
    with qtbot.assertNotEmitted(steps.step_chosen):
        current.click()
        todo.click()
    with qtbot.waitSignal(steps.step_chosen, timeout=500) as chosen:
        done.setFocus()
        QTest.keyClick(done, Qt.Key.Key_Space)
    assert chosen.args == ["danger"]
    assert current.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_step_is_painted_again_only_where_it_changed(
    shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    monkeypatch.setattr(StepItem, "paintEvent", lambda item, _event: painted.append(item.step))
    steps = StepList()
    steps.set_steps([("a", "A", "", "current"), ("b", "B", "", "todo"), ("c", "C", "", "todo")])
    shown(steps)
    QApplication.processEvents()
    assert set(painted) == {"a", "b", "c"}
    painted.clear()
    steps.set_steps(
        [("a", "A", "", "done"), ("b", "B", "1 of 2", "current"), ("c", "C", "", "todo")]
    )
    QApplication.processEvents()
    assert painted == ["a", "b"]


def test_steps_can_be_replaced(shown: Show) -> None:
    steps = StepList()
    steps.set_steps([("a", "A", "", "current"), ("b", "B", "", "todo")])
    shown(steps)
    steps.set_steps([("a", "A", "", "done"), ("b", "B", "", "current"), ("c", "C", "", "todo")])
    QApplication.processEvents()
    assert [item.text() for item in steps.items] == ["A", "B", "C"]
    assert all(item.isVisible() for item in steps.items)
