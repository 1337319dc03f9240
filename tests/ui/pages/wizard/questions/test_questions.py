"""What a page of questions must keep to, whatever it asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QGroupBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.choices.fold_line import FoldLine
from tests.ui.pages.wizard.wizard_walk import LEFT, Key, Walk

ROOMY = (1034, 760)


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


# --- none, not sure -----------------------------------------------------------------------------


def test_none_beside_ticks_asks_before_it_takes_them_out(walk: Walk) -> None:
    walk.jump("conditions", {"conditions": ("diabetes", "heart_failure")})
    walk.click("conditions.none")
    assert walk.sheet.answer("conditions") == ("diabetes", "heart_failure")
    assert "2 ticks" in walk.words(walk.page.footer)
    assert walk.focused() == "conditions.none.keep"
    walk.click("conditions.none.keep")
    assert walk.chosen("conditions") == {"diabetes", "heart_failure"}
    walk.click("conditions.none")
    walk.click("conditions.none.confirm")
    assert walk.sheet.answer("conditions") == ("none",)


def test_a_tick_takes_none_back(walk: Walk) -> None:
    walk.jump("triggers", {"triggers": ("none",)})
    walk.click("triggers.stress")
    assert walk.sheet.answer("triggers") == ("stress",)


def test_not_sure_stands_beside_ticks(walk: Walk) -> None:
    walk.jump("triggers", {"triggers": ("stress",)})
    walk.click("triggers.not_sure")
    assert walk.sheet.answer("triggers") == ("stress", "not_sure")


@pytest.mark.parametrize("question", ["danger_now", "danger_today"])
def test_not_sure_tells_what_it_leads_to_before_one_goes_on(walk: Walk, question: str) -> None:
    asked = walk.sheet.decision.questions[question]
    walk.jump(asked.page)
    assert asked.not_sure_detail
    assert asked.not_sure_detail in walk.words(walk.page.footer)


def test_none_stands_in_the_foot_where_nothing_scrolls(walk: Walk) -> None:
    for question in walk.sheet.decision.questions.values():
        if question.kind == "several" and not question.choices_from:
            walk.jump(question.page)
            none = walk.find(QWidget, f"{question.id}.none")
            assert walk.page.footer.isAncestorOf(none)


# --- folded and searched ------------------------------------------------------------------------


def test_a_folded_line_names_everything_that_it_holds(walk: Walk) -> None:
    walk.jump("conditions")
    question = walk.sheet.decision.questions["conditions"]
    for group in question.groups:
        if group.folded:
            line = walk.find(FoldLine, f"conditions.group.{group.id}")
            members = [choice.label for choice in question.choices if choice.group == group.id]
            assert all(label in line.quiet() for label in members)
            assert all(label in line.accessibleDescription() for label in members)


def test_the_search_finds_what_is_folded_and_none_goes_out_of_sight(walk: Walk) -> None:
    walk.jump("conditions", {"conditions": ("diabetes",)})
    walk.find(QLineEdit, "conditions.search").setFocus()
    walk.type("cirrhosis")
    assert walk.has("conditions.liver_disease")
    assert not walk.has("conditions.diabetes")
    assert not walk.has("conditions.none")
    walk.press(Key.Key_Down)
    assert walk.focused() == "conditions.liver_disease"
    walk.press(Key.Key_Space)
    assert walk.sheet.answer("conditions") == ("diabetes", "liver_disease")
    walk.find(QLineEdit, "conditions.search").setFocus()
    walk.press(Key.Key_Escape)
    assert walk.has("conditions.none")
    assert walk.has("conditions.diabetes")


def test_what_is_ticked_is_never_folded_away(walk: Walk) -> None:
    walk.jump("conditions", {"conditions": ("myasthenia",)})
    assert walk.has("conditions.myasthenia")


# --- focus, groups, places ----------------------------------------------------------------------


def test_nothing_wears_a_ring_before_a_key_is_pressed(walk: Walk) -> None:
    for page in walk.sheet.decision.pages:
        walk.qtbot.mouseClick(walk.page.footer.forward, LEFT)
        walk.jump(page.id)
        focused = QApplication.focusWidget()
        if isinstance(focused, ChoiceRow):
            assert not focused.ring_shown(), page.id
            walk.press(Key.Key_Tab)
            walk.press(Key.Key_Backtab)
            assert focused.ring_shown(), page.id


def test_each_group_is_a_real_one_with_a_name(walk: Walk) -> None:
    for page in walk.sheet.decision.pages:
        walk.jump(page.id)
        assert walk.page.page is not None
        rows = [row for row in walk.page.page.findChildren(ChoiceRow) if row.isVisible()]
        for row in rows:
            box = row.parentWidget()
            while box is not None and not isinstance(box, QGroupBox):
                box = box.parentWidget()
            assert isinstance(box, ChoiceBox)
            assert box.accessibleName()


def test_a_choice_says_its_place_among_the_others(walk: Walk) -> None:
    walk.jump("help_now")
    count = len(walk.sheet.decision.questions["danger_now"].choices)
    second = walk.find(QWidget, "danger_now.seizure_confusion")
    assert second.accessibleDescription().endswith(f"2 of {count}")


def test_a_click_on_a_half_hidden_choice_ticks_it(qtbot: QtBot, library: Library) -> None:
    walk = Walk(qtbot, library, (1034, 520))
    walk.jump("help_now", {"danger_now": ("none",)})
    assert walk.page.page is not None
    view = walk.page.page.viewport()
    cut = next(
        row
        for row in walk.page.page.findChildren(ChoiceRow)
        if 0 < view.height() - row.mapTo(view, QPoint(0, 0)).y() < row.height() - 8
    )
    walk.click_at(cut, QPoint(40, 4))
    assert cut.isChecked()


@pytest.mark.parametrize("page", ["complaint", "help_now", "about", "see_doctor", "triggers"])
def test_choices_stand_in_two_columns_where_there_is_room(walk: Walk, page: str) -> None:
    walk.jump(page)
    assert walk.page.page is not None
    rows = [row for row in walk.page.page.findChildren(ChoiceRow) if row.isVisible()]
    lefts = {row.mapTo(walk.page.page, QPoint(0, 0)).x() for row in rows}
    assert len(lefts) > 1


def test_one_column_is_left_where_there_is_little_room(qtbot: QtBot, library: Library) -> None:
    walk = Walk(qtbot, library, (430, 700))
    walk.jump("help_now")
    assert walk.page.page is not None
    rows = [row for row in walk.page.page.findChildren(ChoiceRow) if row.isVisible()]
    assert len({row.mapTo(walk.page.page, QPoint(0, 0)).x() for row in rows}) == 1


def test_the_pregnancy_question_comes_without_moving_what_stands_above(walk: Walk) -> None:
    walk.jump("about", {"sex": "male", "age": 30})
    sex = walk.find(QWidget, "sex.female")
    before = sex.mapTo(walk.page, QPoint(0, 0))
    walk.click("sex.female")
    assert walk.has("pregnancy.no")
    assert sex.mapTo(walk.page, QPoint(0, 0)) == before
    walk.click("sex.male")
    assert not walk.has("pregnancy.no")


# --- numbers ------------------------------------------------------------------------------------


def test_a_number_that_can_be_two_is_asked_about(walk: Walk) -> None:
    walk.jump("taking")
    walk.click("supplement_mg.none")
    edit = walk.find(QLineEdit, "supplement_mg")
    edit.setFocus()
    walk.type("1.500")
    assert walk.sheet.answer("supplement_mg") is None
    assert walk.find(QAbstractButton, "reading.0").text() == "1500"
    walk.click("wizard.continue")
    assert "which number" in walk.problem()
    walk.click("reading.0")
    assert walk.sheet.answer("supplement_mg") == 1500


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("350 mg a day", 350), ("1500 MG", 1500), ("0.4 g", 400), ("1 500", 1500), ("12,5", 12.5)],
)
def test_amounts_are_read_as_people_write_them(walk: Walk, typed: str, amount: float) -> None:
    walk.jump("taking")
    edit = walk.find(QLineEdit, "supplement_mg")
    edit.setFocus()
    walk.type(typed)
    assert walk.sheet.answer("supplement_mg") == amount


def test_no_magnesium_is_an_answer_of_its_own(walk: Walk) -> None:
    walk.to("taking")
    walk.click("supplement_mg.none")
    assert walk.sheet.answer("supplement_mg") == 0
    walk.find(QLineEdit, "supplement_mg").setFocus()
    walk.type("100")
    assert walk.sheet.answer("supplement_mg") == 100
    assert not walk.find(QAbstractButton, "supplement_mg.none").isChecked()


@pytest.mark.parametrize("question", ["supplement_mg", "food_mg"])
def test_an_amount_can_be_worked_out_on_another_page(
    walk: Walk, qtbot: QtBot, question: str
) -> None:
    walk.jump(walk.sheet.decision.questions[question].page)
    with qtbot.waitSignal(walk.page.work_out_asked) as asked:
        walk.click(f"{question}.work_out")
    assert asked.args == [question]


def test_an_answer_given_on_another_page_is_shown_at_once(walk: Walk) -> None:
    walk.jump("habits")
    walk.sheet.set_answer("food_mg", 250)
    walk.wait()
    assert walk.find(QLineEdit, "food_mg").text() == "250"


def test_not_sure_stands_first_where_it_costs_nothing(walk: Walk) -> None:
    """Nobody has to know what food gives; what is taken has *none* in that place."""
    walk.jump("habits")
    not_sure = walk.find(ChoiceRow, "food_mg.not_sure")
    field = walk.find(QLineEdit, "food_mg")
    assert not_sure.mapTo(walk.page, QPoint(0, 0)).x() < field.mapTo(walk.page, QPoint(0, 0)).x()
    walk.jump("taking")
    none = walk.find(ChoiceRow, "supplement_mg.none")
    field = walk.find(QLineEdit, "supplement_mg")
    assert none.mapTo(walk.page, QPoint(0, 0)).x() < field.mapTo(walk.page, QPoint(0, 0)).x()


@pytest.mark.parametrize("question", ["duration", "bowel", "stomach", "route"])
def test_what_not_sure_leads_to_is_told_on_demand(
    walk: Walk, library: Library, question: str
) -> None:
    asked = library.decision.questions[question]
    walk.jump(asked.page)
    row = walk.find(ChoiceRow, f"{question}.not_sure")
    assert asked.not_sure_detail not in walk.words()
    assert row.toolTip() == asked.not_sure_detail
    assert asked.not_sure_detail in row.accessibleDescription()
