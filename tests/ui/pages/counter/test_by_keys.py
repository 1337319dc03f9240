"""The counter is filled by keys alone: letters, digits, arrows, signs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from magdesk.interview.counter_groups import GROUPS
from magdesk.ui.pages.counter.term_chip import TermChip
from magdesk.ui.widgets.medicines.found_line import FoundLine
from tests.ui.pages.counter.counter_hand import CONTROL, Hand, Key


@pytest.mark.parametrize("letter", [group.letter for group in GROUPS])
def test_a_letter_takes_its_group_in_hand(hand: Hand, letter: str) -> None:
    hand.enter("C")
    hand.enter(letter.lower())
    assert hand.in_hand == letter
    row = hand.page.questions.rows[letter]
    assert row.cap.in_hand
    assert [each.in_hand for each in hand.page.questions.rows.values()].count(True) == 1
    assert row.isAncestorOf(hand.page.window().focusWidget())


def test_letters_act_only_outside_fields(hand: Hand) -> None:
    hand.enter("R")
    hand.enter("k")
    assert hand.in_hand == "R"
    assert hand.find(QLineEdit, "counter.medicines").text() == "k"
    hand.press(Key.Key_Escape)
    hand.press(Key.Key_Escape)
    hand.enter("k")
    assert hand.in_hand == "K"


def test_digits_stand_only_in_the_group_in_hand(hand: Hand) -> None:
    hand.enter("C")
    shown = {chip.question for chip in hand.page.findChildren(TermChip) if chip.digit}
    assert shown == {"conditions"}
    hand.enter("2")
    assert hand.sheet.answer("conditions") == ("diabetes",)
    hand.enter("2")
    assert hand.sheet.answer("conditions") is None


def test_arrows_and_space_reach_every_term(hand: Hand) -> None:
    hand.enter("N")
    chips = list(hand.page.questions.rows["N"].chips())
    for chip in chips[1:]:
        hand.press(Key.Key_Right)
        assert hand.focused == chip.objectName()
    hand.press(Key.Key_Right)
    assert hand.focused == chips[0].objectName()
    hand.press(Key.Key_Left)
    hand.press(Key.Key_Left)
    hand.press(Key.Key_Left)
    hand.press(Key.Key_Space)
    assert hand.sheet.answer("danger_now") == (chips[-3].choice,)


def test_a_term_is_found_by_typing(hand: Hand) -> None:
    hand.enter("/cirrh\n")
    assert hand.sheet.answer("conditions") == ("liver_disease",)
    assert hand.in_hand == "C"


def test_none_beside_ticks_wants_a_second_press(hand: Hand) -> None:
    hand.enter("C1")
    hand.enter("0")
    assert hand.sheet.answer("conditions") == ("high_blood_pressure",)
    hand.enter("0")
    assert hand.sheet.answer("conditions") == ("none",)


def test_an_egfr_chooses_the_kidneys(hand: Hand) -> None:
    egfr = hand.find(QLineEdit, "counter.kidney")
    egfr.setFocus()
    hand.enter("45")
    assert hand.sheet.answer("kidney") == "reduced_30_59"
    egfr.setText("")
    hand.enter("12")
    assert hand.sheet.answer("kidney") == "under_30"


@pytest.mark.parametrize(("digit", "kidney"), [("1", "tested_normal"), ("2", "no_known_problem")])
def test_an_egfr_of_60_asks_how_old_the_test_is(hand: Hand, digit: str, kidney: str) -> None:
    hand.find(QLineEdit, "counter.kidney").setFocus()
    hand.enter("78")
    assert hand.sheet.answer("kidney") is None
    hand.enter("\n" + digit)
    assert hand.sheet.answer("kidney") == kidney
    assert hand.in_hand == "C"


@pytest.mark.parametrize(
    ("typed", "kidney"),
    [("0", "under_30"), ("29", "under_30"), ("30", "reduced_30_59"), ("59", "reduced_30_59"),
     ("<15", "under_30"), ("< 30", "under_30")],
)  # fmt: skip
def test_an_egfr_below_60_chooses_by_its_figure(hand: Hand, typed: str, kidney: str) -> None:
    hand.find(QLineEdit, "counter.kidney").setText(typed)
    assert hand.sheet.answer("kidney") == kidney


@pytest.mark.parametrize("typed", ["60", "200", ">60", "> 90", "≥ 60"])
def test_an_egfr_from_60_chooses_nothing_before_its_age_is_known(hand: Hand, typed: str) -> None:
    hand.find(QLineEdit, "counter.kidney").setText(typed)
    hand.wait()
    assert hand.sheet.answer("kidney") is None
    assert hand.find(TermChip, "counter.kidney.test_recent").isVisible()


@pytest.mark.parametrize("typed", ["x", "45x", "-3", "201", "45 mg", ">30", "<60", "<0", "4 5 6"])
def test_an_egfr_that_is_none_is_told_until_it_is_mended(hand: Hand, typed: str) -> None:
    field = hand.find(QLineEdit, "counter.kidney")
    field.setText(typed)
    note = hand.page.questions.rows["K"].note
    assert hand.sheet.answer("kidney") is None
    assert "0 to 200" in note.text()
    hand.enter("W1")  # another answer, elsewhere
    assert note.isVisible()
    assert "0 to 200" in note.text()
    assert "0 to 200" in field.accessibleDescription()
    hand.enter("K1")
    assert field.text() == ""
    assert not note.isVisible()
    assert "0 to 200" not in field.accessibleDescription()


def test_a_term_beside_an_egfr_takes_its_place(hand: Hand) -> None:
    field = hand.find(QLineEdit, "counter.kidney")
    field.setText("45")
    hand.enter("K4")
    assert hand.sheet.answer("kidney") == "under_30"
    assert field.text() == ""


def test_every_choice_and_number_has_its_identifier(hand: Hand) -> None:
    hand.enter("R")  # what is announced there describes the box
    hand.sheet.set_answer("age", 30)
    hand.sheet.set_answer("sex", "female")
    for question in hand.sheet.decision.questions.values():
        if question.kind in ("number", "whole_number") or question.choices_from:
            hand.find(QLineEdit, f"counter.{question.id}")
        for choice in () if question.choices_from else question.choices:
            chip = hand.find(TermChip, f"counter.{question.id}.{choice.id}")
            assert chip.accessibleName() == choice.term
            assert choice.label in chip.accessibleDescription()
        if question.kind == "several":
            hand.find(TermChip, f"counter.{question.id}.none")
        if question.takes_not_sure:
            hand.find(TermChip, f"counter.{question.id}.not_sure")


def test_a_control_key_is_no_letter(hand: Hand) -> None:
    hand.enter("C")
    hand.press(Key.Key_K, CONTROL)
    assert hand.in_hand == "C"


@pytest.mark.parametrize("identifier", ["counter.kidney", "counter.age", "counter.supplement_mg"])
def test_no_digit_is_shown_while_a_field_takes_them(hand: Hand, identifier: str) -> None:
    field = hand.find(QLineEdit, identifier)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    hand.wait()
    assert not [chip for chip in hand.page.findChildren(TermChip) if chip.digit]
    hand.enter("1")
    assert field.text() == "1"
    hand.press(Key.Key_Escape)
    assert [chip for chip in hand.page.findChildren(TermChip) if chip.digit]


def test_a_name_that_is_not_known_leads_to_what_may_be_meant(hand: Hand) -> None:
    hand.enter("Rsimvastin 20\n")
    assert hand.focused == "medicines.line.0.use.0"
    hand.press(Key.Key_Space)
    assert hand.sheet.answer("medicines") == ("statin",)


@pytest.mark.parametrize("letter", [group.letter for group in GROUPS])
def test_tab_goes_through_a_group_as_one_reads(hand: Hand, letter: str) -> None:
    hand.enter("Romeprazole\n")
    hand.enter("Rsimvastin 20\n")
    hand.sheet.set_answer("sex", "female")
    hand.wait()
    row = hand.page.questions.rows[letter]
    stops: list[QWidget] = []
    widget = hand.page.nextInFocusChain()
    while widget is not None and widget is not hand.page:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        # What takes a line out stands at its right end, after all that is answered in it.
        if row.isAncestorOf(widget) and takes_tab and not widget.objectName().endswith("remove"):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    places = [QRect(stop.mapTo(row, QPoint(0, 0)), stop.size()) for stop in stops]
    assert places
    for one, following in pairwise(places):
        below = following.center().y() > one.bottom()
        beside = following.left() > one.left() and following.bottom() > one.top()
        assert below or beside


def test_a_question_about_a_name_takes_two_lines(hand: Hand) -> None:
    hand.enter("Romeprazole\n")
    answer = hand.find(QWidget, "medicines.line.0.ppi.yes")
    line = hand.page.questions.rows["R"].findChild(FoundLine)
    assert isinstance(line, FoundLine)
    assert line.height() < 2.2 * answer.height()


def test_a_letter_right_after_the_amount_is_a_group(hand: Hand) -> None:
    hand.enter("M200\n")
    assert hand.in_hand == "R"
    hand.enter("k")
    assert hand.in_hand == "K"
    assert hand.sheet.answer("supplement_mg") == 200
