"""The box for medicines takes a name once, by the keyboard as by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.widgets.medicines.medicine_field import MedicineField
from tests.ui.conftest import Show


@pytest.fixture
def field(shown: Show, library: Library) -> MedicineField:
    made = MedicineField(MedicineIndex(library.medicine_names, library.decision.medicines))
    shown(made)
    made.edit.setFocus()
    return made


def test_a_name_that_is_picked_from_the_offers_is_taken_once_and_leaves_the_box_empty(
    field: MedicineField, qtbot: QtBot
) -> None:
    taken: list[str] = []
    field.entered.connect(taken.append)
    QTest.keyClicks(field.edit, "ferrous")
    completer = field.edit.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not field.edit.text())
    QApplication.processEvents()
    assert field.edit.text() == ""
    assert len(taken) == 1
    assert taken[0].casefold().startswith("ferrous")
