"""Choosing, typing and searching, as the questions take it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.wizard.questions.medicine_list import matching
from magdesk.ui.pages.wizard.questions.number_text import number_text, read_number
from magdesk.ui.pages.wizard.session import with_choice
from tests.ui.pages.wizard.wizard_walk import Key, Walk

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


# --- choices ----------------------------------------------------------------------------------


def test_none_of_these_clears_the_others_and_they_clear_it(walk: Walk) -> None:
    walk.answer(("breathless", "tetany"))
    walk.click("danger_now.none")
    assert walk.chosen() == {"none"}
    walk.click("danger_now.tetany")
    assert walk.chosen() == {"tetany"}


def test_not_sure_stands_beside_a_choice_but_never_beside_none(walk: Walk) -> None:
    walk.to("medicines")
    walk.answer(("ppi", "not_sure"))
    assert walk.chosen() == {"ppi", "not_sure"}
    assert walk.page.session.answer("medicines") == ("ppi", "not_sure")
    walk.click("medicines.none")
    assert walk.chosen() == {"none"}
    walk.click("medicines.not_sure")
    assert walk.chosen() == {"not_sure"}


def test_a_choice_that_is_taken_back_leaves_no_answer(walk: Walk) -> None:
    walk.click("danger_now.tetany")
    walk.click("danger_now.tetany")
    assert walk.page.session.answer("danger_now") is None


def test_choices_keep_the_order_of_the_question() -> None:
    order = ("a", "b", "none", "not_sure")
    assert with_choice(("b",), "a", True, order) == ("a", "b")
    assert with_choice(("b", "not_sure"), "none", True, order) == ("none",)
    assert with_choice(("a", "b"), "a", False, order) == ("b",)


def test_the_foot_counts_what_is_chosen(walk: Walk) -> None:
    walk.answer(("breathless", "tetany"))
    labels = walk.page.footer.findChildren(QLabel)
    assert "2 chosen" in [label.text() for label in labels]


def test_not_sure_and_none_are_as_large_as_each_other(walk: Walk) -> None:
    none = walk.find(QAbstractButton, "danger_now.none")
    unsure = walk.find(QAbstractButton, "danger_now.not_sure")
    assert none.height() == unsure.height()
    assert abs(none.width() - unsure.width()) <= 1


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("250", ENGLISH, 250),
        (" 250 mg ", ENGLISH, 250),
        ("250 mg a day", ENGLISH, 250),
        ("1,250", ENGLISH, 1250),
        ("62.5", ENGLISH, 62.5),
        ("62,5", GERMAN, 62.5),
        ("62.5", GERMAN, 62.5),
        ("1.250", GERMAN, 1250),
        ("0", ENGLISH, 0),
        ("100000", ENGLISH, 100_000),
        ("", ENGLISH, "empty"),
        ("mg", ENGLISH, "empty"),
        ("nan", ENGLISH, "not_a_number"),
        ("inf", ENGLISH, "not_a_number"),
        ("1e3", ENGLISH, "not_a_number"),
        ("many", ENGLISH, "not_a_number"),
        ("12 34", ENGLISH, "not_a_number"),
        ("-1", ENGLISH, "out_of_range"),
        ("100001", ENGLISH, "out_of_range"),
    ],
)
def test_a_number_is_read_as_it_is_written(
    library: Library, text: str, locale: QLocale, expected: float | str
) -> None:
    question = library.decision.questions["supplement_mg"]
    assert read_number(text, question, locale) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", 0), ("120", 120), ("121", "out_of_range"), ("41.5", "not_whole"), ("41 years", 41)],
)
def test_an_age_is_a_whole_number(library: Library, text: str, expected: int | str) -> None:
    number = read_number(text, library.decision.questions["age"], ENGLISH)
    assert number == expected
    assert not isinstance(number, float)


def test_a_number_is_shown_in_the_language_of_the_system() -> None:
    assert number_text(1250, ENGLISH) == "1,250"
    assert number_text(62.5, GERMAN) == "62,5"


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("age", "", "Type a number."),
        ("age", "41.5", "whole number"),
        ("age", "130", "from 0 to 120"),
        ("supplement_mg", "some", "figures only"),
        ("supplement_mg", "200000", "from 0 to 100,000"),
        ("food_mg", "", "or choose “Not sure”"),
    ],
)
def test_a_number_that_cannot_be_used_is_explained(
    walk: Walk, question: str, text: str, told: str
) -> None:
    walk.to(question)
    walk.find(QLineEdit, question)
    walk.type(text)
    walk.go_on()
    assert walk.question == question
    assert told in walk.problem()
    assert walk.focused() == question


def test_not_sure_takes_the_number_away_and_a_number_takes_not_sure_away(walk: Walk) -> None:
    walk.to("supplement_mg")
    walk.type("120")
    assert walk.page.session.answer("supplement_mg") == 120
    walk.click("supplement_mg.not_sure")
    assert walk.page.session.answer("supplement_mg") == "not_sure"
    assert walk.find(QLineEdit, "supplement_mg").text() == ""
    walk.find(QLineEdit, "supplement_mg").setFocus()
    walk.type("80")
    assert walk.page.session.answer("supplement_mg") == 80
    assert walk.chosen() == set()


def test_enter_in_a_number_continues_once(walk: Walk) -> None:
    walk.to("age")
    walk.type("40")
    walk.press(Key.Key_Return)
    assert walk.question == "sex"


# --- medicines --------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Crestor", "crestor", " CREST", "rosuva"])
def test_a_medicine_is_found_by_brand_or_generic_name(walk: Walk, typed: str) -> None:
    walk.to("medicines")
    walk.find(QLineEdit, "medicines.search").setFocus()
    walk.type(typed)
    assert walk.has("medicines.rosuvastatin")
    assert not walk.has("medicines.lithium")
    assert "1 entry found" in walk.words()


def test_every_name_of_every_medicine_finds_it(library: Library) -> None:
    medicines = library.decision.medicines
    for medicine in medicines.values():
        for name in (medicine.label, *medicine.names):
            assert medicine.id in matching(medicines, name), name


def test_accents_do_not_matter(library: Library) -> None:
    medicines = library.decision.medicines
    assert matching(medicines, "líthïum") == matching(medicines, "lithium")


def test_what_is_found_shows_the_name_that_was_typed(walk: Walk) -> None:
    walk.to("medicines")
    walk.find(QLineEdit, "medicines.search").setFocus()
    walk.type("Entresto")
    row = walk.find(QAbstractButton, "medicines.nsaid_ace_arb")
    assert "Entresto" in row.accessibleDescription()


def test_an_unknown_name_leads_to_another_regular_medicine(walk: Walk) -> None:
    walk.to("medicines")
    walk.find(QLineEdit, "medicines.search").setFocus()
    walk.type("zzz")
    assert "No entry here" in walk.words()
    assert walk.has("medicines.other")
    assert walk.has("medicines.none")
    assert walk.has("medicines.not_sure")


def test_a_search_keeps_what_was_chosen_before(walk: Walk) -> None:
    walk.to("medicines")
    walk.click("medicines.digoxin")
    walk.find(QLineEdit, "medicines.search").setFocus()
    walk.type("lithium")
    walk.click("medicines.lithium")
    assert walk.page.session.answer("medicines") == ("digoxin", "lithium")


def test_letters_typed_on_a_row_begin_a_search_and_down_leads_to_the_find(walk: Walk) -> None:
    walk.to("medicines")
    walk.type("lit")
    assert walk.focused() == "medicines.search"
    assert walk.find(QLineEdit, "medicines.search").text() == "lit"
    walk.type("hium")
    walk.press(Key.Key_Down)
    assert walk.focused() == "medicines.lithium"
    walk.press(Key.Key_Space)
    assert walk.chosen() == {"lithium"}


def test_escape_empties_the_search(walk: Walk) -> None:
    walk.to("medicines")
    walk.type("lit")
    walk.press(Key.Key_Escape)
    assert walk.has("medicines.ppi")


def test_every_medicine_stands_in_exactly_one_group(library: Library) -> None:
    groups = {group.id for group in library.decision.medicine_groups}
    assert {medicine.group for medicine in library.decision.medicines.values()} == groups
