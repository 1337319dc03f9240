"""Medicines as people type them: found, asked about, shown as chips, and taken out again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import Product
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.wizard.questions.question_page import QuestionPage
from magdesk.ui.widgets.medicines.found_line import FoundLine
from tests.ui.pages.wizard.wizard_walk import Key, Walk


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    walk = Walk(qtbot, library)
    walk.to("taking")
    return walk


def lines(walk: Walk) -> list[FoundLine]:
    shown = walk.page.findChildren(FoundLine)
    return [line for line in shown if line.isVisibleTo(walk.page)]


def chips(walk: Walk) -> set[str]:
    found = walk.page.findChildren(QAbstractButton)
    names = (each.objectName() for each in found if each.isVisibleTo(walk.page))
    return {name.removeprefix("medicines.chip.") for name in names if ".chip." in name}


def test_a_combination_is_recognised_with_both_rows(walk: Walk) -> None:
    walk.enter("Zestoretic 20/12.5")
    assert "Recognised: 2 medicines in one" in walk.words()
    assert chips(walk) == {"water_tablet", "ace_arb"}


def test_a_known_medicine_without_a_rule_is_never_called_safe(walk: Walk) -> None:
    walk.enter("paracetamol 500 mg")
    (line,) = lines(walk)
    assert "No rule here" in line.verdict_words()
    assert "safe" not in walk.words(line).lower()
    assert walk.sheet.answer("medicines") == ("no_rule",)


def test_an_unknown_name_counts_as_other_until_the_meant_one_is_used(walk: Walk) -> None:
    walk.enter("simvastin 20")
    assert walk.sheet.answer("medicines") == ("other",)
    walk.click("medicines.line.0.use.0")
    assert walk.sheet.answer("medicines") == ("statin",)
    assert chips(walk) == {"statin"}


def test_a_condition_is_asked_in_the_line_before_one_goes_on(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.enter("omeprazole 20mg")
    walk.click("wizard.continue")
    assert walk.here == "taking"
    assert "asks something" in walk.problem()
    assert walk.focused() == "medicines.line.0.ppi.yes"
    walk.click("medicines.line.0.ppi.no")
    assert walk.sheet.answer("medicines") == ("no_rule",)
    walk.click("medicines.line.0.ppi.yes")
    assert walk.sheet.answer("medicines") == ("ppi",)
    walk.click("wizard.continue")
    assert walk.here == "about"


def test_a_word_with_several_meanings_is_chosen_from(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.enter("blood pressure tablet")
    assert walk.sheet.answer("medicines") is None
    walk.click("wizard.continue")
    assert walk.here == "taking"
    walk.click("medicines.line.0.ace_arb")
    assert walk.sheet.answer("medicines") == ("ace_arb",)
    walk.click("medicines.line.0.unsure")
    assert walk.sheet.answer("medicines") == ("not_sure",)


def test_a_pasted_list_becomes_a_line_each(walk: Walk) -> None:
    box = walk.find(QLineEdit, "medicines.find")
    box.setFocus()
    box.insert("Ramipril-ratiopharm 5 mg\nsimvastatin 40 mg\nHCT")
    box.textEdited.emit(box.text())
    walk.wait()
    assert len(lines(walk)) == 3
    assert chips(walk) == {"ace_arb", "statin", "water_tablet"}
    assert box.text() == ""


def test_taking_a_line_out_takes_only_its_own_ticks(walk: Walk) -> None:
    walk.click("medicines.list")
    walk.click("medicines.water_tablet")
    walk.enter("Zestoretic")
    walk.click("medicines.line.0.remove")
    assert walk.sheet.answer("medicines") == ("water_tablet",)
    assert walk.focused() == "medicines.find"


def test_a_chip_takes_its_medicine_out_of_lines_and_list(walk: Walk) -> None:
    walk.enter("Zestoretic")
    walk.click("medicines.chip.water_tablet")
    assert walk.sheet.answer("medicines") == ("ace_arb",)
    walk.click("medicines.chip.ace_arb")
    assert walk.sheet.answer("medicines") is None
    assert lines(walk) == []
    assert chips(walk) == set()


def test_chips_stand_where_nothing_scrolls_them_away(walk: Walk) -> None:
    walk.enter("ramipril")
    assert walk.page.footer.isAncestorOf(walk.find(QWidget, "medicines.chip.ace_arb"))


def test_no_medicines_beside_ticks_asks_first(walk: Walk) -> None:
    walk.enter("hydrochlorothiazide")
    walk.click("medicines.none")
    assert walk.sheet.answer("medicines") == ("water_tablet",)
    walk.click("medicines.none.keep")
    assert chips(walk) == {"water_tablet"}
    walk.click("medicines.none")
    walk.click("medicines.none.confirm")
    assert walk.sheet.answer("medicines") == ("none",)


def test_the_list_and_the_lines_are_one(walk: Walk) -> None:
    walk.enter("simvastatin")
    walk.click("medicines.list")
    assert "statin" in walk.chosen("medicines")
    walk.click("medicines.statin")
    assert walk.sheet.answer("medicines") is None
    assert lines(walk) == []


def test_a_magnesium_product_asks_for_its_amount_there_and_then(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.enter("magnesium 400")
    assert "How many mg" in walk.problem()
    assert walk.focused() == "supplement_mg"
    assert walk.sheet.answer("supplement_mg") is None
    walk.type("200")
    assert walk.problem() == ""
    assert walk.sheet.answer("supplement_mg") == 200


def test_the_box_offers_names_and_says_how_many(walk: Walk, qtbot: QtBot) -> None:
    box = walk.find(QLineEdit, "medicines.find")
    box.setFocus()
    walk.type("simva")
    completer = box.completer()
    assert completer is not None
    assert completer.model().rowCount() > 0
    walk.press(Key.Key_Escape)


def test_what_was_typed_is_there_again_after_back(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.enter("ramipril 5 mg")
    walk.go_on()
    walk.click("wizard.back")
    assert [line.line.found.typed for line in lines(walk)] == ["ramipril 5 mg"]


def test_a_name_that_stands_in_the_box_is_added_by_continue(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.enter("ramipril")
    box = walk.find(QLineEdit, "medicines.find")
    box.setFocus()
    walk.type("omeprazole")
    page = walk.page.page
    assert isinstance(page, QuestionPage)
    assert "1 of 2" in page.note_words()
    assert walk.page.footer._words == page.note_words()
    walk.click("wizard.continue")
    assert box.text() == ""
    assert walk.here == "taking"
    assert "asks something" in walk.problem()
    walk.click("medicines.line.1.ppi.yes")
    answer = walk.sheet.answer("medicines")
    assert isinstance(answer, tuple)
    assert set(answer) == {"ace_arb", "ppi"}
    assert "2 of 2" in page.note_words()


def test_one_click_adds_the_name_and_goes_on_while_names_are_offered(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    box = walk.find(QLineEdit, "medicines.find")
    box.setFocus()
    walk.type("ramipril")
    completer = box.completer()
    assert completer is not None
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    walk.click_at(walk.page.footer.forward, walk.page.footer.forward.rect().center())
    assert walk.sheet.answer("medicines") == ("ace_arb",)
    assert walk.here == "about"


def test_the_sum_of_the_labels_is_offered_until_an_amount_is_answered(walk: Walk) -> None:
    assert not walk.has("supplement_mg.use_labels")
    walk.sheet.set_answer("supplement_mg", None)
    walk.sheet.set_products((Product("Bottle", 400), Product("Sachet", 600)))
    walk.wait()
    assert "1000 mg" in walk.find(QAbstractButton, "supplement_mg.use_labels").text()
    walk.click("supplement_mg.use_labels")
    assert walk.sheet.answer("supplement_mg") == 1000
    assert walk.find(QLineEdit, "supplement_mg").text() == "1000"
    assert not walk.has("supplement_mg.use_labels")


def test_continue_adds_a_name_that_is_not_known_and_shows_what_may_be_meant(walk: Walk) -> None:
    walk.click("supplement_mg.none")
    walk.find(QLineEdit, "medicines.find").setFocus()
    walk.type("simvastin 20")
    walk.click("wizard.continue")
    assert walk.here == "taking"
    meant = walk.page.focusWidget()  # the window itself is not active without a desktop
    assert meant is not None
    assert meant.objectName() == "medicines.line.0.use.0"
    assert walk.sheet.answer("medicines") == ("other",)
    walk.click("wizard.continue")
    assert walk.here == "about"
