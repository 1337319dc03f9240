"""From the words of a label to one sum, by keyboard and mouse."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.intake.label.label_reading import ContradictionId
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.label.page import LabelPage
from tests.ui.pages.label.label_pages import BUFFERED, click, heard, paste, result, type_into


def shown_figures(page: LabelPage) -> dict[str, str]:
    return {key: field.edit.text() for key, field in page.label.fields.numbers.fields.items()}


# --- what was understood ------------------------------------------------------------------------


def test_a_label_that_is_pasted_fills_the_fields(page: LabelPage) -> None:
    paste(page, BUFFERED)
    figures = shown_figures(page)
    assert page.label.fields.form.currentText() == "Glycinate"
    assert figures["label.compound_mg"] == "2000"
    assert figures["label.elemental_mg"] == "440"
    assert figures["label.percent"] == "117"
    assert figures["label.per_serving"] == "2"
    assert figures["label.servings"] == "1"


def test_the_sum_is_told_as_arithmetic(page: LabelPage) -> None:
    paste(page, BUFFERED)
    assert "2000 mg × 14.1 % = 282 mg" in result(page)
    assert "440 mg ÷ 2 = 220 mg" in result(page)


def test_a_field_that_is_corrected_changes_the_sum_and_keeps_the_focus(page: LabelPage) -> None:
    paste(page, "magnesium oxide 500 mg")
    type_into(page, "label.compound_mg", "1000")
    assert "603 mg" in result(page)
    assert page.label.fields.compound.edit.hasFocus()
    assert page.label.text.text() == "magnesium oxide 500 mg"


def test_a_form_is_corrected_from_the_list_by_keyboard(page: LabelPage) -> None:
    paste(page, "magnesium citrate 1000 mg")
    form = page.label.fields.form
    form.setFocus()
    QTest.keyClicks(form, "Oxide")
    assert form.currentText() == "Oxide"
    assert "603 mg" in result(page)


def test_a_unit_may_be_typed_into_a_field(page: LabelPage) -> None:
    paste(page, "magnesium oxide 500 mg")
    type_into(page, "label.compound_mg", "1 g")
    assert "603 mg" in result(page)


def test_another_label_forgets_what_was_corrected(page: LabelPage) -> None:
    paste(page, "magnesium oxide 500 mg")
    type_into(page, "label.compound_mg", "1000")
    paste(page, "magnesium oxide 400 mg")
    assert shown_figures(page)["label.compound_mg"] == "400"


def test_the_salt_that_is_missing_is_solved_for(page: LabelPage) -> None:
    paste(page, "magnesium 100 mg (as bisglycinate)")
    assert "709 to 1000 mg of the salt" in result(page)


def test_words_without_magnesium_say_so_and_ask(page: LabelPage) -> None:
    paste(page, "bisglicinat 500 mg")
    assert "no magnesium" in result(page)
    assert "Did you mean" in result(page)


def test_price_and_count_give_the_cost_of_100_mg(page: LabelPage) -> None:
    paste(page, "magnesium 200 mg elemental, serving size 2 capsules")
    type_into(page, "label.price", "12")
    type_into(page, "label.count", "120")
    assert "100 mg = 0.1" in result(page)
    type_into(page, "label.count", "0")
    assert "cost" not in result(page)


# --- what does not fit --------------------------------------------------------------------------

REACHED = {
    "more_than_salt_holds": BUFFERED,
    "percent_against_mg": "magnesium 200 mg elemental, 100 % NRV",
    "tablet_against_serving": (
        "2 tablets contain 500 mg elemental magnesium, each tablet 200 mg elemental magnesium"
    ),
    "two_readings": "Magnesiumcitrat 1,500 mg",
    "absurd": "magnesium 5 g elemental",
}


@pytest.mark.parametrize("contradiction", get_args(ContradictionId))
def test_every_contradiction_is_seen_and_heard(page: LabelPage, contradiction: str) -> None:
    paste(page, REACHED[contradiction])
    (found,) = page.entries.open_product.contradictions
    assert found.id == contradiction
    assert page.label.odd.isVisible()
    assert found.text in page.label.odd.paragraph.text().replace("&quot;", '"')
    assert found.text in heard(page.label.text.edit)


def test_a_label_that_fits_keeps_no_place_for_a_contradiction(page: LabelPage) -> None:
    paste(page, "magnesium 200 mg elemental")
    assert not page.label.odd.isVisible()


@pytest.mark.parametrize(
    ("identifier", "text"),
    [
        ("label.elemental_mg", "-5"),
        ("label.elemental_mg", "5 g"),
        ("label.servings", "40"),
        ("label.servings", "0"),
        ("label.servings", "-2"),
        ("label.per_serving", "40"),
    ],
)
def test_what_cannot_be_right_is_questioned_and_left_as_it_is(
    page: LabelPage, identifier: str, text: str
) -> None:
    paste(page, "magnesium 200 mg elemental")
    type_into(page, identifier, text)
    assert "absurd" in {one.id for one in page.entries.open_product.contradictions}
    assert page.label.odd.isVisible()
    assert shown_figures(page)[identifier] == text


@pytest.mark.parametrize("text", ["150", "1000000"])
def test_what_nobody_takes_is_not_counted_before_it_is_answered(
    page: LabelPage, sheet: AnswerSheet, text: str
) -> None:
    paste(page, "magnesium 1 mg elemental")
    type_into(page, "label.servings", text)
    assert page.label.odd.isVisible()
    assert page.entries.not_counted == 1
    assert sheet.products == ()


# --- readings -----------------------------------------------------------------------------------


def test_another_reading_is_taken_with_a_click(page: LabelPage) -> None:
    paste(page, BUFFERED)
    tiles = page.label.readings.tiles
    assert [tile.text() for tile in tiles] == ["440 mg", "282 mg", "880 mg"]
    assert tiles[0].isChecked()
    click(tiles[2])
    assert page.entries.total().total.likely_mg == 880
    assert tiles[2].isChecked()


def test_a_number_in_two_readings_is_chosen_by_keyboard(page: LabelPage) -> None:
    paste(page, "Magnesiumoxid 1,500 mg")
    tiles = page.label.readings.tiles
    assert not any(tile.isChecked() for tile in tiles)
    tiles[0].setFocus()
    QTest.keyClick(tiles[0], Qt.Key.Key_Space)
    assert page.label.text.text() == "Magnesiumoxid 1500 mg"
    assert page.entries.total().total.likely_mg == pytest.approx(904.7, abs=1)


# --- several products ---------------------------------------------------------------------------


def test_several_products_are_one_sum(page: LabelPage) -> None:
    paste(page, "magnesium 200 mg elemental")
    click(page.label.taken.add)
    QApplication.processEvents()
    assert page.label.text.edit.hasFocus()
    assert page.label.text.text() == ""
    QTest.keyClicks(page.label.text.edit, "magnesium 150 mg elemental")
    assert "350 of 250 mg" in page.label.day.lanes["eu"].accessibleName()
    assert "at the limit" in page.label.day.lanes["us"].accessibleName().lower()


def test_an_antacid_is_an_assumption_that_can_be_changed(page: LabelPage, library: Library) -> None:
    usual = library.labels.usual[0]
    page.label.taken.menu.actions()[0].trigger()
    assert page.entries.total().assumed
    assert page.entries.total().total.likely_mg == usual.mg
    fields = page.label.usual.numbers.fields
    fields["label.dose_mg"].edit.setFocus()
    fields["label.dose_mg"].edit.selectAll()
    QTest.keyClicks(fields["label.dose_mg"].edit, "100")
    fields["label.doses"].edit.setFocus()
    fields["label.doses"].edit.selectAll()
    QTest.keyClicks(fields["label.doses"].edit, "3")
    assert page.entries.total().total.likely_mg == 300
    assert not page.entries.total().assumed


def test_a_product_is_opened_again_and_taken_out(page: LabelPage) -> None:
    paste(page, "magnesium 200 mg elemental")
    click(page.label.taken.add)
    paste(page, "magnesium oxide 500 mg")
    click(page.label.taken.rows[0].name)
    assert page.label.text.text() == "magnesium 200 mg elemental"
    click(page.label.taken.rows[0].remove)
    assert page.label.text.text() == "magnesium oxide 500 mg"
    click(page.label.taken.rows[0].remove)
    assert page.label.text.text() == ""
    assert page.entries.total().total.likely_mg == 0


def test_a_product_without_an_amount_is_said_not_to_count(page: LabelPage) -> None:
    paste(page, "magnesium 200 mg elemental")
    click(page.label.taken.add)
    paste(page, "magnesium citrate")
    assert page.entries.not_counted == 1
    assert page.entries.total().total.likely_mg == 200


@pytest.mark.parametrize("region", ["us", "eu", "uk"])
def test_each_region_has_a_lane_that_says_it_in_words(
    page: LabelPage, library: Library, region: str
) -> None:
    paste(page, "magnesium 440 mg elemental")
    lane = next(
        lane for lane in page.label.day.lanes.values() if lane.objectName() == f"sum.{region}"
    )
    limit = next(row.upper_mg for key, row in library.limits.regions.items() if key == region)
    assert lane.accessibleIdentifier() == f"sum.{region}"
    assert f"440 of {limit:g} mg" in lane.accessibleName()


# --- the answers --------------------------------------------------------------------------------


def test_products_are_kept_in_the_answers(page: LabelPage, sheet: AnswerSheet) -> None:
    paste(page, "magnesium oxide 500 mg")
    (kept,) = sheet.products
    assert (kept.name, round(kept.mg), kept.label) == ("Oxide", 302, "magnesium oxide 500 mg")


def test_the_figure_goes_back_to_the_question_that_asked(
    page: LabelPage, sheet: AnswerSheet, qtbot: QtBot
) -> None:
    paste(page, "magnesium 200 mg elemental, 2 capsules a day")
    assert not page.use.isVisible()
    page.work_out("supplement_mg")
    assert page.use.isVisible()
    with qtbot.waitSignal(page.figure_used):
        click(page.use)
    assert sheet.answer("supplement_mg") == 400
    assert not page.use.isVisible()


def test_no_figure_goes_back_before_there_is_one(page: LabelPage) -> None:
    page.work_out("supplement_mg")
    assert page.use.isVisible()
    assert not page.use.isEnabled()


def test_another_person_finds_nothing_of_the_first(page: LabelPage, sheet: AnswerSheet) -> None:
    paste(page, "magnesium 200 mg elemental")
    click(page.label.taken.add)
    paste(page, "not understood")
    sheet.clear()
    assert page.label.text.text() == ""
    assert page.entries.total().products == ()
    assert set(shown_figures(page).values()) == {""}


def test_copying_tells_products_and_limits(page: LabelPage) -> None:
    paste(page, "magnesium oxide 500 mg")
    click(page.copy)
    copied = QApplication.clipboard().text()
    assert "Oxide" in copied
    assert "over the limit of 250 mg" in copied


# --- the room there is --------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "folded"), [(1040, False), (700, True)])
def test_a_narrow_page_is_one_column(page: LabelPage, width: int, folded: bool) -> None:
    page.resize(width, 700)
    QApplication.processEvents()
    assert page.label.folded is folded
    beside = page.label.result.mapTo(page, page.label.result.rect().topLeft())
    under = page.label.text.mapTo(page, page.label.text.rect().bottomLeft())
    assert (beside.y() > under.y()) is folded


def test_what_came_out_is_heard_without_an_announcement(page: LabelPage) -> None:
    paste(page, "bisglycinate 1000 mg")
    assert "100 to 141 mg" in heard(page.label.text.edit)
    assert "100 to 141 mg" in heard(page.label.result)
