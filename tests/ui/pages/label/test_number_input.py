"""A number typed into a field: read once, by the one reader; what is not plain is asked back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from magdesk.intake.numbers import Ambiguous, Number
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.label.number_grid import NumberInput
from magdesk.ui.widgets.amounts.shown_number import number_locale
from magdesk.ui.widgets.buttons import Button
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import description, name


@pytest.fixture
def field(shown: Show, library: Library) -> NumberInput:
    made = NumberInput(number_locale(library.number_table), "mg")
    made.name("Amount", "Read it from the label.")
    made.identifier("amount")
    shown(made, Button("Next"))
    made.setFocus()
    return made


def readings(field: NumberInput) -> list[Button]:
    """The buttons with readings that are in sight."""
    return [button for button in field.findChildren(Button) if button.isVisible()]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("150", Number(150)),
        ("2,5", Number(2.5)),
        ("1 500", Number(1500)),
        ("350 mg a day", Number(350, "mg")),
        ("0.4 g", Number(0.4, "g")),
        ("\uff14\uff10\uff10", Number(400)),
    ],
)
def test_a_plain_number_is_told(field: NumberInput, typed: str, number: Number) -> None:
    told = QSignalSpy(field.number_changed)
    field.edit.insert(typed)
    assert field.number() == number
    assert told.at(told.count() - 1) == [number]
    assert not readings(field)


@pytest.mark.parametrize(
    ("typed", "large", "small"),
    [
        ("1.500", Number(1500), Number(1.5)),
        ("12.345", Number(12345), Number(12.345)),
        ("2.000 g", Number(2000, "g"), Number(2, "g")),
    ],
)
@pytest.mark.parametrize("chosen", [0, 1])
def test_a_number_that_can_be_read_in_two_ways_is_asked_back(
    field: NumberInput, qtbot: QtBot, typed: str, large: Number, small: Number, chosen: int
) -> None:
    qtbot.keyClicks(field.edit, typed)
    assert isinstance(field.reading(), Ambiguous)
    assert field.number() is None
    assert len(readings(field)) == 2
    for button in readings(field):
        assert button.text() in description(field.edit)
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    if chosen:
        qtbot.keyClick(QWidget.focusWidget(field.window()), Qt.Key.Key_Tab)
    qtbot.keyClick(readings(field)[chosen], Qt.Key.Key_Space)
    assert field.number() == (large, small)[chosen]
    assert not readings(field)
    qtbot.waitUntil(field.edit.hasFocus)
    assert description(field.edit) == "Read it from the label."


def test_a_number_of_a_country_with_its_thousands_point_is_still_asked(
    shown: Show, library: Library, qtbot: QtBot
) -> None:
    for locale in ("en_GB", "C", "de_CH"):
        found = library.number_table.locale(locale)
        assert found is not None
        made = NumberInput(found, "mg")
        shown(made)
        qtbot.keyClicks(made.edit, "1.500")
        assert made.number() is None or made.number() == Number(1500)


def test_words_are_told_as_trouble_once_the_field_is_left(field: NumberInput, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "a lot")
    assert description(field.edit) == "Read it from the label."
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert "Use figures only" in description(field.edit)
    field.edit.clear()
    assert description(field.edit) == "Read it from the label."


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR", "ar_EG", "de_CH", "hi_IN"])
@pytest.mark.parametrize("value", [0.0, 1500.0, 12.345, 1.5, 2000000.0, 0.125])
def test_a_number_that_was_shown_is_read_again_as_it_was(
    shown: Show, library: Library, locale: str, value: float
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        made = NumberInput(number_locale(library.number_table))
        shown(made)
        made.set_number(value)
        assert made.number() == Number(value)
    finally:
        QLocale.setDefault(before)


def test_the_field_is_named(field: NumberInput) -> None:
    assert name(field.edit) == "Amount"
    assert field.edit.accessibleIdentifier() == "amount"
