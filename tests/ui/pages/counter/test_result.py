"""The live result: level and stop so far, what is still to ask, what clears it, then forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QLabel, QWidget

from magdesk.advice.advise import advise
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.decision_records import Reason
from magdesk.report.asked_for import asked_for
from magdesk.rules.facts import Answer, Answers
from magdesk.ui.look.theme import load_theme
from magdesk.ui.pages.counter.result_panel import AskedCard, ClearsLine, LevelCard
from magdesk.ui.pages.counter.result_words import forms_told, hours_told
from tests.ui.pages.counter.counter_hand import Hand, Key
from tests.ui.pages.counter.test_three_people import LIST
from tests.ui.pages.wizard.wizard_walk import P1, P2

TO_THE_PERSON = re.compile(r"\b(I|me|my|you|your)\b", re.IGNORECASE)
STOPS: tuple[tuple[str, Answer], ...] = (
    ("danger_now", ("stroke_signs",)),
    ("danger_today", ("dark_urine",)),
    ("see_doctor", ("numbness",)),
    ("kidney", "under_30"),
    ("medicines", ("lithium",)),
)


def fill(hand: Hand, answers: dict[str, Answer]) -> None:
    """Answer as another page would."""
    for question, answer in answers.items():
        hand.sheet.set_answer(question, answer)
    hand.wait()


def words(hand: Hand) -> str:
    """What the result shows."""
    labels = hand.page.result.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_it_is_not_finished_until_all_is_answered(hand: Hand) -> None:
    assert "Not finished" in words(hand)
    fill(hand, {name: answer for name, answer in P1.items() if name != "route"})
    assert "Not finished: 1 question left." in words(hand)
    assert "at most" not in words(hand)
    fill(hand, {"route": "any"})
    assert "Not finished" not in words(hand)


def test_a_finished_sheet_without_a_stop_shows_forms_and_amount(hand: Hand) -> None:
    fill(hand, {**P1, "kidney": "tested_normal"})
    advice = hand.sheet.advice()
    assert advice.complete
    assert not advice.stop
    shown = words(hand)
    assert "Glycinate" in shown or "glycinate" in shown
    assert advice.amount is not None
    assert f"at most {advice.amount.max_mg} mg" in shown
    assert len(list(forms_told(advice, hand.page._library))) > 1


@pytest.mark.parametrize("stop", STOPS, ids=str)
def test_a_stop_shows_no_form_but_what_clears_it(
    hand: Hand, library: Library, stop: tuple[str, Answer]
) -> None:
    fill(hand, {**P1, "kidney": "tested_normal", stop[0]: stop[1]})
    advice = hand.sheet.advice()
    assert advice.stop
    shown = words(hand)
    assert "Stop: no magnesium now." in shown
    assert "None is shown while a stop stands." in shown
    assert "at most" not in shown
    lines = hand.page.result.findChildren(ClearsLine)
    stopping = [rule for rule in advice.rules if rule.stop]
    called_for = asked_for(stopping, library.decision.measured, library.report_words)
    clears = {each.professional.rstrip(".") for each in called_for}
    told = [QAccessible.queryAccessibleInterface(line) for line in lines]
    assert clears
    assert clears <= {each.text(QAccessible.Text.Name) for each in told}


def test_nothing_that_clears_a_rule_sends_a_pharmacist_to_a_pharmacist(library: Library) -> None:
    told = [
        text
        for rule in library.decision.rules
        for each in rule.clears
        for text in (each.professional or each.text, each.why, rule.detail)
    ]
    assert [text for text in told if "pharmacist" in text.lower()] == []


def test_what_clears_a_rule_speaks_to_a_professional_and_not_to_the_person(
    library: Library,
) -> None:
    rules = library.decision.rules
    told = [each.professional or each.text for rule in rules for each in rule.clears]
    assert [text for text in told if TO_THE_PERSON.search(text)] == []


def reasons_of(decision: Decision) -> Iterator[Reason]:
    """All that can stand for or against a form, or no supplement."""
    for row in decision.points:
        yield from filter(None, (row.in_favour, row.against, row.unsure))
    for candidate in decision.candidates.values():
        yield from candidate.caveats
    nothing = decision.no_supplement
    yield from (*nothing.in_favour, *nothing.by_complaint, *nothing.against)
    yield from (nothing.food_enough, nothing.older_cramps)


def test_what_speaks_for_a_form_or_against_it_speaks_of_the_person(library: Library) -> None:
    told = [reason.to_professional for reason in reasons_of(library.decision)]
    assert [text for text in told if TO_THE_PERSON.search(text)] == []


def test_the_hours_apart_speak_of_the_person(library: Library) -> None:
    for medicine in library.decision.medicines:
        answers: Answers = {"medicines": (medicine,)}
        told = hours_told(advise(library.decision, answers, "eu"), library.decision)
        assert [line for line in told if TO_THE_PERSON.search(line)] == [], medicine


FINISHED: dict[str, dict[str, Answer]] = {
    "a younger person": {},
    "an older person": {"age": 70, "symptom": "night_cramp"},
    "enough in the food": {"food_mg": 500},
    "unsure of all habits": dict.fromkeys(("bowel", "stomach", "route"), "not_sure"),
    "every trigger": {
        "triggers": ("stress", "anxiety", "poor_sleep", "exertion", "tired"),
        "bowel": "loose",
        "stomach": "sensitive",
        "route": "no_tablets",
    },
}


@pytest.mark.parametrize("more", FINISHED.values(), ids=FINISHED)
def test_a_finished_result_speaks_of_the_person_to_whoever_asks(
    hand: Hand, more: dict[str, Answer]
) -> None:
    fill(hand, {**P1, "kidney": "tested_normal", **more})
    advice = hand.sheet.advice()
    assert advice.complete
    assert not advice.stop
    assert TO_THE_PERSON.search(words(hand)) is None, words(hand)


def test_a_professional_is_never_told_to_ask_a_pharmacist(hand: Hand) -> None:
    fill(hand, {**P1, "kidney": "not_sure", "age": 70})
    level = hand.find(LevelCard, "counter.result")
    assert "pharmacist" not in f"{level.accessibleName()} {level.accessibleDescription()}".lower()
    assert "Left open: Kidney function." in words(hand)


LEVELS: dict[str, tuple[dict[str, Answer], str]] = {
    "urgent": ({"danger_now": ("stroke_signs",)}, "danger_tint"),
    "to be cleared": ({"kidney": "under_30"}, "caution_tint"),
    "nothing answered": ({}, "surface"),
    "nothing found so far": ({"danger_now": ("none",)}, "surface"),
    "finished": ({**P1, "kidney": "tested_normal"}, "info_tint"),
}


@pytest.mark.parametrize(("answers", "ground"), LEVELS.values(), ids=LEVELS)
def test_the_level_has_a_colour_only_where_it_says_something(
    hand: Hand, answers: dict[str, Answer], ground: str
) -> None:
    fill(hand, answers)
    level = hand.find(LevelCard, "counter.result")
    assert level._fill == ground


def headline(hand: Hand) -> str:
    """The first line of the result."""
    return hand.find(LevelCard, "counter.result").level.text()


def test_an_empty_sheet_says_that_nothing_is_answered(hand: Hand) -> None:
    assert headline(hand) == "Nothing answered yet"
    hand.enter("4")
    assert headline(hand) != "Nothing answered yet"
    hand.page.start_new_person()
    hand.wait()
    assert headline(hand) == "Nothing answered yet"


def test_nothing_is_found_only_once_the_danger_signs_were_asked(hand: Hand) -> None:
    fill(hand, {"symptom": "eyelid", "duration": "under_2_weeks"})
    assert headline(hand) == "So far: danger signs not asked"
    fill(hand, {"danger_now": ("none",)})
    assert headline(hand) == "So far: danger signs not asked"
    fill(hand, {"danger_today": ("none",)})
    assert headline(hand) == "So far: nothing found"
    fill(hand, {"kidney": "under_30"})
    assert headline(hand) == "So far: doctor within 2 weeks"


def test_what_is_done_at_once_stands_first(hand: Hand) -> None:
    fill(hand, {"danger_now": ("low_sugar",)})
    level = hand.find(LevelCard, "counter.result")
    assert level.below.text().startswith("Take sugar at once")


def test_it_says_what_is_still_to_ask_with_the_key(hand: Hand) -> None:
    asked = hand.find(AskedCard, "counter.still_to_ask")
    assert asked.cap.text() == "N"
    hand.enter("4900400\n")
    hand.paste(LIST)
    hand.enter(" \n58\n2")
    assert asked.cap.text() == "K"
    assert "eGFR < 30, dialysis would make it: medical help today." in asked.words.text()
    hand.enter("1")
    assert not asked.cap.isVisible()


def test_hours_apart_are_told_at_a_stop_too(hand: Hand) -> None:
    fill(hand, {**P2, "medicines": ("levothyroxine", "digoxin")})
    assert "Hours apart, if agreed" in words(hand)
    assert "at least 4 h before magnesium, or 4 h after it." in words(hand)


def test_the_same_sheet_stands_on_other_pages(hand: Hand) -> None:
    hand.enter("49")
    assert hand.sheet.answer("symptom") == "night_cramp"
    fill(hand, {"symptom": "eyelid"})
    assert hand.page.questions.rows["W"].terms[0].chips["eyelid"].isChecked()


# --- size and look ------------------------------------------------------------------------------


def test_in_a_narrow_window_the_result_is_a_strip_with_details_behind_a_switch(hand: Hand) -> None:
    result, questions = hand.page.result, hand.page.questions
    assert result.x() >= questions.width() - 1
    hand.page.resize(775, 600)
    hand.wait()
    assert result.geometry().bottom() < questions.geometry().top() + 1
    assert not result.details.isVisible()
    result.fold.click()
    hand.wait()
    assert result.details.isVisible()
    assert not questions.isVisible()
    result.fold.click()
    hand.page.resize(1095, 760)
    hand.wait()
    assert result.details.isVisible()
    assert questions.isVisible()


def test_the_keys_stay_with_the_switch_that_hides_the_questions(hand: Hand) -> None:
    hand.page.resize(775, 600)
    hand.enter("C1")
    hand.page.result.fold.click()
    hand.wait()
    assert hand.focused == "counter.details"
    hand.press(Key.Key_Space)
    assert hand.page.questions.isVisible()
    assert hand.sheet.answer("conditions") == ("high_blood_pressure",)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_terms_can_be_read_in_every_theme(theme: str) -> None:
    colours = load_theme(theme)
    for ink, ground in (
        ("text", "surface"), ("on_tint", "tint"), ("accent", "surface"),
        ("danger_text", "danger_tint"), ("caution_text", "caution_tint"),
        ("info_text", "info_tint"),
    ):  # fmt: skip
        light, dark = sorted(
            (_luminance(colours.color(ink)), _luminance(colours.color(ground))), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def test_groups_are_groups_with_name_and_key(hand: Hand) -> None:
    for letter, row in hand.page.questions.rows.items():
        told = QAccessible.queryAccessibleInterface(row)
        assert told.role() == QAccessible.Role.Grouping
        assert told.text(QAccessible.Text.Name) == f"{row.title}, key {letter}"
    for identifier in ("counter.result", "counter.still_to_ask"):
        told = QAccessible.queryAccessibleInterface(hand.find(QWidget, identifier))
        assert told.role() == QAccessible.Role.Grouping
        assert told.text(QAccessible.Text.Name)


def test_tab_goes_by_group_and_arrows_within(hand: Hand) -> None:
    for letter in "NTCSB":
        chips = hand.page.questions.rows[letter].chips()
        stops = [chip for chip in chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1
