"""A drop-down that looks like a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.text import Paragraph
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import interface

REGIONS = ["European Union", "United Kingdom", "United States of America"]


@pytest.fixture
def regions(shown: Show) -> DropDown:
    made = DropDown(fits_texts=True)
    made.addItems(REGIONS)
    made.setAccessibleName("You are in")
    made.identifier("region")
    shown(made)
    return made


def test_it_is_told_as_a_list_with_its_value_and_label(regions: DropDown) -> None:
    label = Paragraph("You are in")
    label.setBuddy(regions)
    told = interface(regions)
    assert told.role() == QAccessible.Role.ComboBox
    assert told.text(QAccessible.Text.Value) == REGIONS[0]
    assert regions.accessibleIdentifier() == "region"
    labels = [other.object() for other, kind in told.relations()]
    assert label in labels


def test_it_is_as_wide_as_its_longest_text(regions: DropDown) -> None:
    longest = regions.fontMetrics().horizontalAdvance(REGIONS[-1])
    assert longest < regions.sizeHint().width() < longest + 60
    regions.removeItem(2)
    assert regions.sizeHint().width() < longest + 20


def test_it_is_as_high_as_a_field(regions: DropDown, shown: Show) -> None:
    field = Field()
    shown(field)
    assert regions.sizeHint().height() == field.sizeHint().height()


def test_keys_choose(regions: DropDown) -> None:
    regions.setFocus()
    QTest.keyClick(regions, Qt.Key.Key_Down)
    assert regions.currentText() == REGIONS[1]


def test_the_wheel_changes_nothing(regions: DropDown) -> None:
    regions.setFocus()
    middle = QPointF(regions.rect().center())
    turned = QWheelEvent(
        middle, regions.mapToGlobal(middle), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(regions, turned)
    assert regions.currentText() == REGIONS[0]
