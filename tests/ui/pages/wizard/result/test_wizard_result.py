"""What the result shows, and what it never shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.export.document_export import save
from magdesk.ui.pages.wizard.result.result_lines import WhyLine
from magdesk.ui.pages.wizard.result.result_page import ResultPage
from tests.ui.pages.wizard.wizard_walk import LEFT, Walk


@pytest.fixture
def walk(qtbot: QtBot, library: Library) -> Walk:
    return Walk(qtbot, library)


def result(walk: Walk, **changes: Answer) -> str:
    walk.through(changes)
    if walk.kind == "review":
        walk.go_on()
    assert walk.kind == "result"
    return walk.words()


# --- today and emergency ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [{"danger_now": ("chest_faint",)}, {"danger_today": ("long_cramp",)}],
    ids=["emergency", "today"],
)
def test_care_comes_without_any_product(
    walk: Walk, library: Library, changes: dict[str, Answer]
) -> None:
    words = result(walk, **changes)
    for form in library.decision.candidates:
        assert library.catalogue.forms[form].name not in words
    assert not walk.has("wizard.show_in_table")
    assert "Amount" not in words
    assert "we show no product" in words


def test_care_tells_back_what_was_said_and_what_to_do(walk: Walk, library: Library) -> None:
    words = result(walk, danger_today=("swollen_calf",))
    sign = next(
        choice
        for choice in library.decision.questions["danger_today"].choices
        if choice.id == "swollen_calf"
    )
    assert sign.said in words
    assert "What to do now" in words
    assert "Call 112 now" in words


def test_what_to_say_on_the_phone_can_be_copied(walk: Walk) -> None:
    result(walk, danger_today=("swollen_calf",))
    walk.click("wizard.copy_phone")
    copied = QGuiApplication.clipboard().text()
    assert "One calf that is swollen" in copied


def test_telephone_numbers_follow_the_region(walk: Walk) -> None:
    result(walk, danger_today=("swollen_calf",))
    walk.click("wizard.region.uk")
    assert "Call 999 or 112 now" in walk.words()
    assert walk.settings.values.region == "uk"


# --- a stop -----------------------------------------------------------------------------------


def test_where_something_stops_there_are_no_forms_and_no_amount(walk: Walk) -> None:
    words = result(walk, kidney="reduced_30_59")
    assert "Do not start magnesium" in words
    assert "If you still want to try magnesium" not in words
    assert "Start with" not in words
    assert not walk.has("wizard.show_in_table")


def test_not_sure_becomes_a_question_to_take_along(walk: Walk, library: Library) -> None:
    words = result(walk, kidney="not_sure")
    assert library.decision.questions["kidney"].take_along in words
    assert "Questions to take along" in words


def test_a_medicine_is_named_with_its_hours(walk: Walk, library: Library) -> None:
    words = result(walk, medicines=("levothyroxine", "iron"))
    assert "Hours between" in words
    assert library.decision.medicines["iron"].label in words
    assert library.decision.medicines["levothyroxine"].label in words
    assert "To keep all of these" in words


# --- options ----------------------------------------------------------------------------------


def test_options_stand_beside_no_supplement_with_reasons_opinion_and_evidence(
    walk: Walk,
) -> None:
    words = result(walk)
    assert walk.has("wizard.read.glycinate")
    assert "No supplement" in words
    assert words.count("The guide’s opinion") == words.count("What trials found")
    assert "You said stress makes it worse" in words
    assert "It may not help." in words


def test_at_most_three_forms_are_offered(walk: Walk) -> None:
    result(walk, triggers=("stress", "anxiety", "exertion", "tired"))
    assert isinstance(walk.page.page, ResultPage)
    assert len(walk.page.page.forms()) == 3


def test_first_steps_come_before_forms(walk: Walk) -> None:
    words = result(walk)
    assert words.index("Do this first") < words.index("If you still want to try magnesium")


def test_the_amount_is_the_room_under_the_limit_of_the_region(walk: Walk) -> None:
    words = result(walk, supplement_mg=200)
    assert "Start with 50 mg" in words
    assert "250 mg (European Union)" in words
    walk.click("wizard.region.us")
    assert "Start with 100 mg" in walk.words()
    assert "350 mg (United States)" in walk.words()


def test_from_65_years_the_lower_limit_is_shown(walk: Walk) -> None:
    result(walk, age=70, symptom="twitch")
    walk.click("wizard.region.uk")
    words = walk.words()
    assert "250 mg" in words
    assert "Stay at or below 100 mg" in words


def test_no_supplement_comes_first_where_food_is_enough(walk: Walk) -> None:
    words = result(walk, food_mg=500)
    assert "Comes first" in words
    assert "Closest fit" not in words


def test_forms_are_shown_in_the_table_and_read_about(walk: Walk, qtbot: QtBot) -> None:
    result(walk)
    with qtbot.waitSignal(walk.page.show_in_table) as shown:
        walk.click("wizard.show_in_table")
    assert "glycinate" in shown.args[0]
    assert "none" not in shown.args[0]
    with qtbot.waitSignal(walk.page.read_form) as read:
        walk.click("wizard.read.glycinate")
    assert read.args == ["glycinate"]


# --- why --------------------------------------------------------------------------------------


def test_a_line_says_which_rule_made_it_and_from_which_source(walk: Walk, library: Library) -> None:
    result(walk, kidney="reduced_30_59")
    line = line_about(walk, "kidney_reduced")
    walk.qtbot.mouseClick(line.button, LEFT)
    walk.wait()
    words = walk.words()
    rule = next(rule for rule in library.decision.rules if rule.id == "kidney_reduced")
    assert "kidney_reduced" in words
    assert library.bibliography[rule.sources[0]].citation in words
    assert "your kidneys work less well" in words
    assert line.button.isChecked()


def test_every_line_of_the_result_can_be_opened(walk: Walk) -> None:
    result(walk, medicines=("levothyroxine", "not_sure"), kidney="no_known_problem", age=70)
    for line in walk.page.findChildren(WhyLine):
        line.button.click()
    walk.wait()
    assert walk.words().count("Rule:") >= 5


def test_what_would_change_the_answer_is_told(walk: Walk) -> None:
    words = result(walk)
    assert "What would change it" in words
    assert "magnesium waits" in words


# --- out of the window ------------------------------------------------------------------------


def test_the_result_is_copied_as_text(walk: Walk, library: Library) -> None:
    result(walk)
    walk.click("wizard.copy")
    copied = QGuiApplication.clipboard().text()
    assert library.content.purpose.split(";")[0] in " ".join(copied.split())
    assert copied.startswith("You can look after this at home")


def test_a_page_is_saved_as_pdf_or_as_a_web_page(walk: Walk, tmp_path: Path) -> None:
    html = "<html><head><title>Result</title></head><body><h1>Result</h1></body></html>"
    assert save(html, tmp_path / "result.pdf") == ""
    assert (tmp_path / "result.pdf").read_bytes().startswith(b"%PDF")
    assert save(html, tmp_path / "result.html") == ""
    assert (tmp_path / "result.html").read_text() == html


def test_a_page_that_cannot_be_saved_says_so(walk: Walk, tmp_path: Path) -> None:
    assert save("<p>x</p>", tmp_path / "missing" / "result.pdf")


def test_purpose_and_edition_stand_below_every_result(walk: Walk, library: Library) -> None:
    words = result(walk, danger_now=("tetany",))
    assert library.content.purpose in words
    assert library.content.version in words


def line_about(walk: Walk, rule: str) -> WhyLine:
    lines = walk.page.findChildren(WhyLine)
    return next(line for line in lines if rule in line.origin().rules)


def test_buttons_without_words_keep_their_names(walk: Walk) -> None:
    result(walk)
    walk.page.resize(700, 600)
    walk.wait()
    for name in ("wizard.copy", "wizard.print", "wizard.save", "wizard.show_in_table"):
        button = walk.find(QAbstractButton, name)
        assert button.accessibleName()
        assert button.width() >= button.sizeHint().width()
