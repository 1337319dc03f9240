"""Chips that are on or off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from magdesk.ui.widgets.choices.chips import Chip
from tests.ui.conftest import Show


def test_space_and_the_mouse_turn_a_chip_on_and_off(shown: Show) -> None:
    chip = Chip("On skin")
    shown(chip)
    narrow = chip.sizeHint().width()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.sizeHint().width() > narrow  # the tick needs room
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()
