"""Magnesium from food: a checklist, a range, foods that close a gap, and a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.label.food.food_view import FoodView
from magdesk.ui.pages.label.page import LabelPage
from tests.ui.pages.label.label_pages import click


@pytest.fixture
def food(page: LabelPage) -> FoodView:
    click(page.label.food)
    QApplication.processEvents()
    assert page.food is not None
    return page.food


def answer(food: FoodView, line: str, often: str) -> None:
    box = food.checklist.boxes[line]
    box.setFocus()
    for _ in range(box.findData(often) - box.currentIndex()):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == often


def test_the_checklist_begins_at_its_first_line(food: FoodView) -> None:
    first = next(iter(food.checklist.boxes.values()))
    assert first.hasFocus()


def test_every_line_can_be_found_and_says_where_it_stands(food: FoodView, library: Library) -> None:
    count = len(library.foods.checks)
    for number, check in enumerate(library.foods.checks.values(), start=1):
        box = food.checklist.boxes[check.id]
        assert box.accessibleIdentifier() == f"food.check.{check.id}"
        assert box.accessibleName() == check.label
        assert f"{number} of {count}" in box.accessibleDescription()


def test_answers_give_an_estimate_with_a_range(food: FoodView, sheet: AnswerSheet) -> None:
    answer(food, "nuts", "daily")
    answer(food, "oats", "daily")
    assert sheet.foods == {"nuts": "daily", "oats": "daily"}
    low, high = food.eaten.told
    assert 0 < low < high
    assert f"{low:g} to {high:g} mg" in food.words


def test_foods_that_close_the_gap_are_named_and_nothing_is_taken_off(food: FoodView) -> None:
    answer(food, "nuts", "weekly")
    assert "portion" in food.words
    assert "30 to 40 %" in food.words
    assert "No limit applies" in food.words


def test_the_reference_is_that_of_the_person(food: FoodView, sheet: AnswerSheet) -> None:
    sheet.set_answer("sex", "male")
    sheet.set_answer("age", 40)
    answer(food, "nuts", "weekly")
    men = food.words
    click(food.chips["female"])
    assert food.words != men


def test_the_figure_goes_back_to_the_question_about_food(
    page: LabelPage, sheet: AnswerSheet, qtbot: QtBot
) -> None:
    page.work_out("food_mg")
    assert page.food is not None
    assert not page.use.isEnabled()
    answer(page.food, "nuts", "daily")
    with qtbot.waitSignal(page.figure_used):
        click(page.use)
    assert sheet.answer("food_mg") == page.food.mg


def test_escape_leads_back_to_the_label(page: LabelPage, food: FoodView) -> None:
    QTest.keyClick(next(iter(food.checklist.boxes.values())), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not page.shows_food
    assert page.label.text.edit.hasFocus()


def test_another_person_finds_an_empty_checklist(food: FoodView, sheet: AnswerSheet) -> None:
    answer(food, "nuts", "daily")
    sheet.clear()
    assert food.checklist.answers() == {}
    assert food.mg is None


# --- the search ---------------------------------------------------------------------------------


def names(food: FoodView) -> list[str]:
    results = food.finder.results
    return [results.item(row).text() for row in range(results.count())]


def test_a_food_is_found_by_words_in_any_order(food: FoodView) -> None:
    QTest.keyClicks(food.finder.field.edit, "raw spinach")
    assert names(food)[0] == "Spinach, raw"
    assert "found" in food.finder.field.edit.accessibleDescription()


def test_down_leads_into_the_list(food: FoodView) -> None:
    QTest.keyClicks(food.finder.field.edit, "almond")
    QTest.keyClick(food.finder.field.edit, Qt.Key.Key_Down)
    assert food.finder.results.hasFocus()
    assert food.finder.results.currentRow() == 0


def test_a_near_word_is_offered_and_not_taken(food: FoodView) -> None:
    QTest.keyClicks(food.finder.field.edit, "spinnach")
    assert names(food) == []
    click(food.finder.near[0])
    assert "Spinach, raw" in names(food)


def test_nothing_is_found_for_nothing(food: FoodView) -> None:
    QTest.keyClicks(food.finder.field.edit, "qqqq")
    assert names(food) == []
    food.finder.field.edit.clear()
    assert names(food) == []
