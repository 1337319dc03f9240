"""From the first page to a result, with clicks and with keys, there and back."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from tests.ui.pages.wizard.wizard_walk import P1, P2, P3, TYPED, Key, Walk, choices_of

ALT = Qt.KeyboardModifier.AltModifier
LEVELS: list[tuple[dict[str, Answer], str]] = [
    ({}, "self_care"),
    ({"kidney": "reduced_30_59"}, "ask_first"),
    ({"see_doctor": ("disturbs_sleep",)}, "soon"),
    ({"danger_today": ("swollen_calf",)}, "today"),
    ({"danger_now": ("stroke_signs",)}, "emergency"),
]
SHEETS = [(P1, "self_care"), (P2, "soon"), (P3, "self_care")]


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


# --- every way to an end ----------------------------------------------------------------------


@pytest.mark.parametrize(("changes", "level"), LEVELS)
def test_each_level_is_reached_by_mouse(
    walk: Walk, changes: Mapping[str, Answer], level: str
) -> None:
    walk.through(changes)
    if walk.here == "check":
        walk.go_on()
    assert walk.find(QLabel, f"result.{level}").text()


@pytest.mark.parametrize(("changes", "level"), LEVELS)
def test_each_level_is_reached_by_keys_alone(
    walk: Walk, changes: Mapping[str, Answer], level: str
) -> None:
    answers = {**P3, **changes}
    for _ in range(12):
        if walk.here in ("check", "result"):
            break
        done: set[str] = set()
        while left := [each for each in walk.asked if each.id not in done]:
            walk.answer_by_keys(left[0], answers[left[0].id])
            done.add(left[0].id)
        walk.press(Key.Key_Return)
    if walk.here == "check":
        walk.press(Key.Key_Return)
    assert walk.find(QLabel, f"result.{level}").text()
    assert walk.clicks == 0


@pytest.mark.parametrize(("answers", "level"), SHEETS, ids=("P1", "P2", "P3"))
def test_the_three_sheets_come_to_their_results(
    walk: Walk, answers: Mapping[str, Answer], level: str
) -> None:
    walk.through(answers)
    walk.go_on()
    assert walk.find(QLabel, f"result.{level}").text()


def test_the_second_sheet_is_reached_by_the_names_on_the_boxes(walk: Walk) -> None:
    walk.to("taking", P2)
    for name in TYPED:
        walk.enter(name)
    walk.click("medicines.line.2.ppi.yes")
    walk.find(QLineEdit, "supplement_mg").setFocus()
    walk.type("400")
    assert walk.sheet.answer("medicines") is not None
    assert set(walk.sheet.medicines.rows) == set(P2["medicines"])  # type: ignore[arg-type]
    walk.go_on()
    walk.fill(P2)
    walk.go_on()
    walk.go_on()
    assert walk.find(QLabel, "result.soon").text()


def test_every_choice_of_every_question_has_its_identifier(walk: Walk) -> None:
    for page in walk.sheet.decision.pages:
        walk.jump(page.id, {"sex": "female", "pregnancy": "no"})
        if page.id == "taking":
            walk.click("medicines.list")
        for question in walk.asked:
            for group in question.groups:
                if group.folded:
                    walk.click(f"{question.id}.group.{group.id}")
            for identifier in choices_of(question):
                assert walk.find(QWidget, identifier).accessibleName()
        for identifier in ("wizard.back", "wizard.continue", "wizard.new_person"):
            assert walk.has(identifier)


def test_each_page_says_its_title_and_where_one_is(walk: Walk) -> None:
    for number, page in enumerate(walk.sheet.decision.pages, 1):
        walk.jump(page.id)
        assert page.title in walk.words()
        assert f"Page {number} of 9" in walk.words()
        assert walk.page.page is not None
        told = walk.page.page.content.accessibleName()
        assert told.startswith(f"Page {number} of 9: {page.title}")


def test_a_page_is_left_when_all_its_questions_are_answered(walk: Walk) -> None:
    walk.click("symptom.eyelid")
    walk.click("wizard.continue")
    assert walk.here == "complaint"
    assert "How long" in walk.problem()
    assert walk.focused().startswith("duration.")
    first = walk.find(QWidget, walk.focused())
    assert "needs an answer" in first.accessibleDescription()
    walk.click("duration.not_sure")
    assert walk.problem() == ""
    assert "needs an answer" not in first.accessibleDescription()
    walk.click("wizard.continue")
    assert walk.here == "help_now"


def test_the_interview_ends_between_pages_only(walk: Walk) -> None:
    walk.to("about", {"medicines": ("statin",), "duration": "over_6_weeks"})
    assert walk.here == "about"
    walk.fill({**P3, "kidney": "under_30"})
    walk.go_on()
    assert walk.here == "check" or walk.here == "conditions"


# --- back and forth ---------------------------------------------------------------------------


def test_back_loses_nothing(walk: Walk) -> None:
    walk.to("triggers", {"see_doctor": ("disturbs_sleep", "several_places")})
    walk.click("triggers.stress")
    walk.press(Key.Key_Left, ALT)
    assert walk.here == "see_doctor"
    assert walk.chosen("see_doctor") == {"disturbs_sleep", "several_places"}
    walk.go_on()
    assert walk.chosen("triggers") == {"stress"}


def test_back_keeps_a_number_that_could_not_be_read(walk: Walk) -> None:
    walk.to("about")
    walk.find(QLineEdit, "age").setFocus()
    walk.type("a hundred")
    walk.click("wizard.back")
    walk.go_on()
    assert walk.find(QLineEdit, "age").text() == "a hundred"


def test_back_at_the_first_page_leaves_and_keeps_the_answers(walk: Walk, qtbot: QtBot) -> None:
    walk.click("symptom.eyelid")
    with qtbot.waitSignal(walk.page.left):
        walk.click("wizard.back")
    assert walk.chosen("symptom") == {"eyelid"}


def test_a_change_from_the_check_page_comes_back_to_it(walk: Walk) -> None:
    walk.through()
    walk.click("wizard.change.stomach")
    assert walk.here == "habits"
    assert walk.focused().startswith("stomach.")
    walk.click("stomach.normal")
    walk.go_on()
    assert walk.here == "check"


def test_a_change_that_asks_more_leads_to_what_is_open_first(walk: Walk) -> None:
    walk.through({**P1, "sex": "male"})
    walk.click("wizard.change.sex")
    walk.click("sex.female")
    walk.go_on()
    assert walk.here == "about"
    assert "Pregnancy" in walk.problem()
    walk.click("pregnancy.no")
    walk.go_on()
    assert walk.here == "check"


def test_the_emergency_line_leads_to_the_danger_signs_and_back(walk: Walk) -> None:
    walk.to("habits")
    walk.click("wizard.emergency")
    assert walk.here == "help_now"
    walk.go_on()
    assert walk.here == "habits"


def test_the_emergency_line_names_the_number_of_the_region(walk: Walk) -> None:
    numbers = {
        "us": "911",
        "eu": "112",
        "uk": "999",
    }
    for region, number in numbers.items():
        walk.sheet.set_region(region)  # type: ignore[arg-type]
        for page in walk.sheet.decision.pages:
            walk.jump(page.id)
            assert number in walk.find(QWidget, "wizard.emergency").accessibleName() or (
                number in walk.find(QWidget, "wizard.emergency").property("text")
            )


def test_the_region_is_asked_on_the_first_page_only(walk: Walk) -> None:
    assert walk.has("wizard.region")
    walk.jump("help_now")
    assert not walk.has("wizard.region")


# --- another person ---------------------------------------------------------------------------


def test_another_person_is_asked_about_once_and_clears_everything(walk: Walk, qtbot: QtBot) -> None:
    walk.through()
    walk.click("wizard.new_person")
    assert not walk.sheet.is_empty
    with qtbot.waitSignal(walk.page.no_forms):
        walk.click("wizard.new_person.confirm")
    assert walk.sheet.is_empty
    assert walk.here == "complaint"
    assert walk.chosen("symptom") == set()
    assert not walk.has("wizard.new_person.confirm")


def test_answers_that_are_to_be_kept_are_kept(walk: Walk) -> None:
    walk.click("symptom.eyelid")
    walk.click("wizard.new_person")
    walk.click("wizard.new_person.keep")
    assert walk.chosen("symptom") == {"eyelid"}
    assert walk.has("wizard.new_person")


# --- the order of Tab -------------------------------------------------------------------------


def test_tab_goes_through_choices_foot_and_then_what_stands_around(walk: Walk) -> None:
    walk.jump("conditions", {"conditions": ("diabetes",)})
    order = []
    walk.reach("conditions.high_blood_pressure")
    for _ in range(30):
        order.append(walk.focused())
        walk.press(Key.Key_Tab)
    wanted = [
        "conditions.high_blood_pressure",
        "conditions.group.bowel",
        "conditions.none",
        "conditions.not_sure",
        "wizard.continue",
        "wizard.back",
        "wizard.emergency",
        "wizard.new_person",
    ]
    assert [name for name in order if name in wanted][: len(wanted)] == wanted


def test_a_double_click_on_continue_goes_one_page_on(walk: Walk) -> None:
    QCursor.setPos(walk.page.mapToGlobal(QPoint(0, 0)))  # the hand comes from elsewhere
    walk.jump("help_now")
    forward = walk.page.footer.forward
    walk.click_at(forward, forward.rect().center())
    walk.click_at(forward, forward.rect().center())
    assert walk.here == "help_today"
