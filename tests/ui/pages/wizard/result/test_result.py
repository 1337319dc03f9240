"""The result of every level: five rows, few words, no product where something stops."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import ask_blocks
from magdesk.report.asked_for import asked_for
from magdesk.rules.facts import Answer
from magdesk.ui.pages.wizard.result.care_page import BigNumber
from magdesk.ui.pages.wizard.result.result_drawings import LimitBar
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.widgets.amounts.hundred_people import PeopleDrawing
from magdesk.ui.widgets.choices.fold_line import FoldLine
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3, Walk

Answers = Mapping[str, Answer]
TODAY: dict[str, Answer] = {"danger_today": ("swollen_calf",)}
EMERGENCY: dict[str, Answer] = {"danger_now": ("stroke_signs",)}
MOST_WORDS = {"self_care": 250, "today": 120, "emergency": 120}


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


def shown(walk: Walk, kind: type[QWidget]) -> list[QWidget]:
    assert walk.page.page is not None
    return [each for each in walk.page.page.findChildren(kind) if each.isVisibleTo(walk.page)]


def unfold(walk: Walk) -> None:
    for line in walk.page.findChildren(FoldLine):
        line.setChecked(True)
    walk.wait()


def reached(answers: Answers) -> dict[str, Answer]:
    """The answers up to a danger sign, as a walk gives them."""
    order = ("symptom", "duration", "danger_now", "danger_today")
    end = "danger_now" if "none" not in str(answers["danger_now"]) else "danger_today"
    return {name: answers[name] for name in order[: order.index(end) + 1]}


@pytest.mark.parametrize("sign", ["stroke_signs", "low_sugar", "magnesium_overdose", "not_sure"])
def test_an_emergency_is_told_in_few_words(walk: Walk, sign: str) -> None:
    walk.through({"danger_now": (sign,)})
    level = walk.sheet.advice().level
    if level in MOST_WORDS:
        assert len(walk.words().split()) <= MOST_WORDS[level], walk.words()


@pytest.mark.parametrize(
    ("answers", "level"),
    [(P1, "self_care"), (P3, "self_care"), ({**P3, "symptom": "soreness"}, "self_care"),
     (TODAY, "today"), (EMERGENCY, "emergency")],
)  # fmt: skip
def test_words_before_unfolding_are_few(walk: Walk, answers: Answers, level: str) -> None:
    walk.through(answers)
    if walk.here == "check":
        walk.go_on()
    assert walk.find(QLabel, f"result.{level}").text()
    assert len(walk.words().split()) <= MOST_WORDS[level], walk.words()


@pytest.mark.parametrize("answers", [P1, P2, P3])
def test_the_summary_comes_first_in_five_rows(
    walk: Walk, library: Library, answers: Answers
) -> None:
    walk.jump("result", answers)
    summary = walk.find(QWidget, "result.summary")
    told = walk.sheet.advice().summary
    assert len(told) == 5
    words = walk.words(summary)
    places = [words.index(row.text) for row in told]
    assert places == sorted(places)
    leads = [library.report_words(f"summary.{row.part}") for row in told]
    assert all(lead in words for lead in leads)


@pytest.mark.parametrize("answers", [TODAY, EMERGENCY])
def test_a_care_page_has_the_summary_too(walk: Walk, answers: Answers) -> None:
    walk.through(answers)
    words = walk.words(walk.find(QWidget, "result.summary"))
    assert all(row.text in words for row in walk.sheet.advice().summary)


def test_the_number_is_the_largest_thing_at_an_emergency(walk: Walk) -> None:
    walk.through(EMERGENCY)
    (number,) = shown(walk, BigNumber)
    assert isinstance(number, BigNumber)
    assert number.text() == "112"
    others = [
        label.font().pointSizeF()
        for label in walk.page.findChildren(QLabel)
        if label is not number and label.isVisible()
    ]
    assert number.number_font().pointSizeF() >= 4 * max(others)
    assert not walk.has("wizard.emergency")


def test_the_number_follows_the_region(walk: Walk) -> None:
    walk.through(EMERGENCY)
    walk.sheet.set_region("us")
    walk.wait()
    (number,) = shown(walk, BigNumber)
    assert isinstance(number, BigNumber)
    assert number.text() == "911"


@pytest.mark.parametrize("answers", [P2, TODAY, EMERGENCY, {"kidney": "reduced_30_59"}])
def test_no_form_and_no_amount_stand_beside_a_stop(
    walk: Walk, library: Library, answers: Answers
) -> None:
    walk.through(answers)
    if walk.here == "check":
        walk.go_on()
    unfold(walk)
    assert walk.sheet.advice().stop
    assert not walk.has("wizard.show_in_table")
    assert not walk.has("result.options")
    assert not walk.has("result.amount")
    assert shown(walk, LimitBar) == []


def test_people_are_drawn_for_cramps_and_the_bar_for_others(walk: Walk) -> None:
    walk.jump("result", P3)
    assert len(shown(walk, PeopleDrawing)) == 2
    assert shown(walk, LimitBar) == []
    walk.jump("result", P1)
    assert shown(walk, PeopleDrawing) == []
    assert len(shown(walk, LimitBar)) == 1


def test_ask_first_tells_what_to_ask_for_and_why_it_stops(walk: Walk, library: Library) -> None:
    walk.jump("result", {"kidney": "reduced_30_59"})
    words = walk.words()
    assert library.report_words("ask") in words
    assert library.report_words("reasons") in words.split("\n")
    advice = walk.sheet.advice()
    for each in asked_for(advice.rules, library.decision.measured, library.report_words):
        assert each.text in words
    walk.click("result.copy_ask")
    assert library.report_words("ask.tests") in QApplication.clipboard().text()


def test_a_long_list_to_ask_for_is_folded_and_copied_whole(walk: Walk, library: Library) -> None:
    walk.jump("result", P2)
    blocks = tuple(ask_blocks(walk.sheet.advice(), library))
    lines = [line.text for block in blocks for line in block.lines]
    assert lines[0] in walk.words()
    assert lines[-1] not in walk.words()
    walk.click("result.more_to_ask")
    words = walk.words()
    assert [line for line in lines if line not in words] == []
    walk.click("result.copy_ask")
    copied = QApplication.clipboard().text()
    assert [line for line in lines if line not in copied] == []


@pytest.mark.parametrize("answers", [P1, P3])
def test_what_comes_first_stands_before_what_is_bought(walk: Walk, answers: Answers) -> None:
    walk.jump("result", answers)
    folds = [line.objectName() for line in walk.page.findChildren(FoldLine) if line.isVisible()]
    assert folds.index("result.steps") < folds.index("result.options")


def test_each_reason_has_its_own_change(walk: Walk) -> None:
    walk.jump("result", P2)
    unfold(walk)
    lines = [line for line in walk.page.findChildren(WhyLine) if line.isVisibleTo(walk.page)]
    changes = [
        button
        for button in walk.page.findChildren(QAbstractButton)
        if button.objectName().startswith("result.change.") and button.isVisibleTo(walk.page)
    ]
    assert lines
    assert len(changes) == len(walk.sheet.advice().rules)
    assert all("Change: " in button.accessibleName() for button in changes)


def test_change_opens_the_answer_and_comes_back(walk: Walk) -> None:
    walk.through({"kidney": "reduced_30_59"})
    walk.go_on()
    walk.click("result.change.kidney")
    assert walk.here == "about"
    assert walk.focused().startswith("kidney.")
    walk.click("kidney.tested_normal")
    walk.go_on()
    assert walk.here == "check"


def test_why_names_the_reason_and_the_source_and_ids_only_in_full_detail(walk: Walk) -> None:
    walk.jump("result", {"kidney": "reduced_30_59"})
    line = walk.page.findChildren(WhyLine)[0]
    line.button.click()
    assert "Source:" in walk.words(line)
    assert "Rule:" not in walk.words(line)
    walk.settings.change(detail_level="detail")
    walk.wait()
    assert "kidney_reduced" in walk.words(line)


@pytest.mark.parametrize("unfolded_first", [True, False])
def test_full_detail_holds_for_parts_opened_before_and_after_it_is_chosen(
    walk: Walk, unfolded_first: bool
) -> None:
    walk.jump("result", P1)
    if unfolded_first:
        unfold(walk)
    walk.settings.change(detail_level="detail")
    unfold(walk)
    lines = walk.page.findChildren(WhyLine)
    assert lines
    assert all(line.button.isChecked() for line in lines)
    assert all("Source" in walk.words(line) for line in lines)


@pytest.mark.parametrize("answers", [P1, P3])
def test_every_part_is_folded_to_a_line_with_a_quiet_word(walk: Walk, answers: Answers) -> None:
    walk.jump("result", answers)
    folds = [line for line in walk.page.findChildren(FoldLine) if line.isVisible()]
    assert len(folds) >= 4
    assert not any(fold.isChecked() for fold in folds)
    assert all(fold.quiet() for fold in folds)


def test_nothing_of_another_complaint_stands_on_a_result(walk: Walk) -> None:
    walk.jump("result", P1)
    unfold(walk)
    assert "stretch" not in walk.words().lower()
    assert "calf" not in walk.words().lower()


def test_nobody_is_told_to_start_where_a_stop_stands(walk: Walk) -> None:
    walk.jump("result", {**P2, "medicines": ("levothyroxine", "water_tablet"), "supplement_mg": 0})
    unfold(walk)
    words = walk.words()
    assert "Do not start magnesium" in words
    assert "Hours to keep later, if magnesium is agreed" in words


def test_the_table_is_given_the_forms_and_what_their_trials_are_about(
    walk: Walk, qtbot: QtBot
) -> None:
    walk.jump("result", P3)
    with qtbot.waitSignal(walk.page.show_in_table) as told:
        walk.click("wizard.show_in_table")
    forms = [each.form for each in walk.sheet.advice().options if each.form != "none"]
    assert told.args == [forms, "cramps"]


@pytest.mark.parametrize(
    ("button", "signal"), [("result.page", "page_asked"), ("result.plan_day", "day_asked")]
)
def test_other_pages_go_on_from_the_result(
    walk: Walk, qtbot: QtBot, button: str, signal: str
) -> None:
    walk.jump("result", P1)
    with qtbot.waitSignal(getattr(walk.page, signal)):
        walk.click(button)


def test_a_stop_is_told_on_until_the_answers_are_cleared(walk: Walk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(walk.page.stop_standing) as told:
        walk.jump("result", P2)
    assert told.args == [True]
    walk.jump("check", P2)
    with qtbot.waitSignal(walk.page.stop_standing) as told:
        walk.page.begin_anew()
    assert told.args == [False]


def test_a_result_that_lost_an_answer_says_that_it_is_not_finished(walk: Walk) -> None:
    walk.jump("result", P3)
    walk.sheet.set_answer("kidney", None)
    walk.wait()
    words = walk.words()
    assert "Not finished: 1 question left" in words
    assert "look after this at home" not in words


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"supplement_mg": 400}, "but chose no product"),
        ({"medicines": ("magnesium_product",)}, "How much is it?"),
    ],
)
def test_contradictions_are_asked_about_before_the_result(
    walk: Walk, changes: Answers, asked: str
) -> None:
    walk.jump("check", changes)
    note = walk.find(QAbstractButton, "wizard.unclear.medicines")
    assert asked in note.accessibleDescription()
    walk.click("wizard.unclear.medicines")
    assert walk.here == "taking"


def test_change_on_the_check_page_says_question_and_answer(walk: Walk) -> None:
    walk.through()
    change = walk.find(QAbstractButton, "wizard.change.age")
    assert "Age" in change.accessibleName()
    assert "40 years" in change.accessibleDescription()


def test_an_amount_beside_medicines_is_no_contradiction_and_offers_the_tick(walk: Walk) -> None:
    walk.jump("check", {**P2, "medicines": ("water_tablet", "statin", "ppi")})
    assert not walk.has("wizard.unclear.medicines")
    walk.click("wizard.tick.magnesium_product")
    assert walk.here == "check"
    assert not walk.has("wizard.tick.magnesium_product")
    answer = walk.sheet.answers["medicines"]
    assert isinstance(answer, tuple)
    assert set(answer) == {"water_tablet", "statin", "ppi", "magnesium_product"}
    walk.go_on()
    assert walk.here == "result"


def test_the_offered_tick_blocks_nothing(walk: Walk) -> None:
    walk.jump("check", {**P2, "medicines": ("water_tablet",)})
    walk.go_on()
    assert walk.here == "result"


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        (TODAY, ("I need to be seen today. One calf", "It began", "I have cramps")),
        (EMERGENCY, ("My face drooped", "It began", "I have cramps")),
    ],
)
def test_what_to_say_on_the_phone_is_said_by_the_person(
    walk: Walk, answers: Answers, sentences: tuple[str, ...]
) -> None:
    walk.through(answers)
    walk.click("wizard.copy_phone")
    said = QApplication.clipboard().text()
    places = [said.index(each) for each in sentences]
    assert places == sorted(places)


def test_a_medicine_is_no_sign_on_the_phone(walk: Walk) -> None:
    """A rule that looks at a medicine leaves it to the sentence on what is taken."""
    walk.jump("result", {"medicines": ("statin",), "symptom": "cramp"})
    assert walk.sheet.advice().level == "today"
    walk.click("wizard.copy_phone")
    said = QApplication.clipboard().text()
    assert said.count("Statin") == 1
    assert "I take: Statin" in said


def test_a_result_that_is_not_finished_leads_to_the_first_open_question(
    walk: Walk, library: Library
) -> None:
    walk.jump("result", {"kidney": "tested_normal"})
    assert not walk.has("result.answer_left")
    walk.sheet.set_answer("kidney", None)
    walk.sheet.set_answer("see_doctor", None)
    walk.wait()
    words = walk.words()
    for name in ("about", "see_doctor"):
        page = next(page for page in library.decision.pages if page.id == name)
        assert (page.step or page.title) in words
    check = next(item for item in walk.page.side.steps.items if item.step == "check")
    assert check.state != "done"
    walk.click("result.answer_left")
    assert walk.here == "about"
    assert walk.focused().startswith("kidney.")
