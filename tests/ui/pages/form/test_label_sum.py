from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.form import label_sum as label_sum_module
from magdesk.ui.pages.form.label_sum import LabelAmount, LabelSum, shown_amount, typed_amounts


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def label(qtbot: QtBot, library: Library) -> LabelSum:
    label = LabelSum(library)
    qtbot.addWidget(label)
    label.set_form(library.catalogue.forms["citrate"])
    label.show()
    return label


def type_amount(qtbot: QtBot, label: LabelSum, text: str) -> None:
    label.amount.edit.clear()
    qtbot.keyClicks(label.amount.edit, text)


def test_the_sum_stands_there_at_once(label: LabelSum) -> None:
    assert label.magnesium.text() == "= 81 mg"
    assert label.reckoning.source() == "500 mg × 16.16 % = 80.8 mg, shown as 81 mg."


def test_the_sum_follows_every_key(qtbot: QtBot, label: LabelSum) -> None:
    label.amount.edit.clear()
    shown = []
    for digit in "1000":
        qtbot.keyClicks(label.amount.edit, digit)
        shown.append(label.magnesium.text())
    assert shown == ["= 0.2 mg", "= 1.6 mg", "= 16 mg", "= 162 mg"]
    assert label.magnesium.accessibleName() == "162 mg magnesium"


def test_another_hydration_gives_another_sum(qtbot: QtBot, label: LabelSum) -> None:
    label.variant.setFocus()
    qtbot.keyClick(label.variant, Qt.Key.Key_Down)
    assert label.variant.currentText() == "nonahydrate"
    assert label.magnesium.text() == "= 59 mg"


@pytest.mark.parametrize("text", ["", "abc", "-5", "0", "1e9"])
def test_what_is_no_amount_is_said_and_stays_as_it_was_typed(
    qtbot: QtBot, label: LabelSum, text: str
) -> None:
    type_amount(qtbot, label, text)
    assert label.magnesium.text() == "= ?"
    assert label.reckoning.source() == "Type an amount in mg, for instance 500."
    assert label.amount.edit.text() == text
    type_amount(qtbot, label, "250 mg")
    assert label.magnesium.text() == "= 40 mg"


@pytest.mark.usefixtures("german")
def test_amounts_are_read_and_shown_in_the_users_locale(qtbot: QtBot, library: Library) -> None:
    label = LabelSum(library)
    qtbot.addWidget(label)
    label.set_form(library.catalogue.forms["citrate"])
    type_amount(qtbot, label, "1.000,5")
    assert label.magnesium.text() == "= 162 mg"
    assert "16,16 %" in label.reckoning.source()
    type_amount(qtbot, label, "25,5")
    assert label.magnesium.text() == "= 4,1 mg"


def test_what_was_typed_stays_for_the_next_form(
    qtbot: QtBot, label: LabelSum, library: Library
) -> None:
    type_amount(qtbot, label, "100")
    label.set_form(library.catalogue.forms["oxide"])
    assert label.amount.edit.text() == "100"
    assert label.magnesium.text() == "= 60 mg"


def test_without_a_defined_compound_there_is_no_sum(label: LabelSum, library: Library) -> None:
    label.set_form(library.catalogue.forms["sucrosomial"])
    assert not label.isVisible()
    label.set_form(library.catalogue.forms["oxide"])
    assert label.isVisible()


def test_the_sum_is_announced_after_a_pause(
    qtbot: QtBot, label: LabelSum, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(label_sum_module, "announce", lambda _widget, text: said.append(text))
    label.activateWindow()
    label.amount.edit.setFocus()
    qtbot.waitUntil(label.amount.edit.hasFocus)
    type_amount(qtbot, label, "300")
    qtbot.waitUntil(lambda: bool(said), timeout=3000)
    assert said == ["48 mg magnesium"]


def test_the_field_is_named_for_screen_readers(label: LabelSum) -> None:
    assert label.amount.edit.accessibleName() == "Compound on the label, milligrams"
    assert label.variant.accessibleName() == "Which compound"


@pytest.mark.parametrize(
    ("text", "milligrams"),
    [
        ("500", (500,)),
        (" 1,000.5 ", (1000.5,)),
        ("12.5mg", (12.5,)),
        ("5 g", (5000,)),
        ("100001", ()),
    ],
)
def test_typed_amounts(library: Library, text: str, milligrams: tuple[float, ...]) -> None:
    locale = library.number_table.locale("en_GB")
    assert locale is not None
    assert typed_amounts(text, locale) == milligrams


@pytest.mark.usefixtures("german")
def test_a_number_that_can_be_read_in_two_ways_is_asked_back(qtbot: QtBot, label: LabelSum) -> None:
    type_amount(qtbot, label, "1.500")
    assert (label.magnesium.text() == "= ?") == ("1500 or 1,5 mg?" in label.reckoning.source())
    assert label.magnesium.text() in ("= ?", "= 242 mg")


def test_no_more_exactness_than_a_label_has() -> None:
    assert shown_amount(LabelAmount(500, 0.14096).magnesium_mg) == "70"
    assert shown_amount(9.96) == "10.0"
    assert shown_amount(0.24) == "0.2"
