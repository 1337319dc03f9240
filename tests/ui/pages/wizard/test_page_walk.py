"""Where one is in the pages, and what comes next, without a window."""

from __future__ import annotations

import pytest

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.pages.wizard.page_walk import PageWalk
from tests.ui.pages.wizard.wizard_walk import CALM


@pytest.fixture
def walk(library: Library) -> PageWalk:
    return PageWalk(AnswerSheet(library.decision, "eu"))


def answer(walk: PageWalk, **changes: Answer) -> None:
    for question, given in {**CALM, **changes}.items():
        walk.sheet.set_answer(question, given)


def to_end(walk: PageWalk) -> list[str]:
    seen = [walk.place.page or walk.place.kind]
    while walk.forward():
        seen.append(walk.place.page or walk.place.kind)
    return seen


def test_a_calm_sheet_goes_through_nine_pages_to_check_and_result(walk: PageWalk) -> None:
    answer(walk)
    pages = [page.id for page in walk.sheet.decision.pages]
    assert to_end(walk) == [*pages, "check", "result"]


def test_a_page_that_lacks_an_answer_is_not_left(walk: PageWalk) -> None:
    walk.sheet.set_answer("symptom", "cramp")
    assert walk.missing() == ("duration",)
    assert not walk.forward()


def test_an_emergency_ends_at_once(walk: PageWalk) -> None:
    answer(walk, danger_now=("stroke_signs",))
    assert to_end(walk) == ["complaint", "help_now", "result"]
    assert walk.back()
    assert walk.place.page == "help_now"


def test_a_visit_to_the_doctor_soon_is_checked_before_it_is_told(walk: PageWalk) -> None:
    answer(walk, conditions=("purging",), see_doctor=("slow_weakness",))
    assert to_end(walk)[-2:] == ["check", "result"]


def test_a_line_that_asks_something_keeps_the_page(walk: PageWalk, library: Library) -> None:
    from magdesk.medicines.find import find
    from magdesk.medicines.medicine_index import MedicineIndex

    index = MedicineIndex(library.medicine_names, library.decision.medicines)
    answer(walk, medicines=("statin",))
    walk.sheet.medicines.add([find(index, "omeprazole")])
    walk.sheet.medicines_changed()
    assert "medicines" in walk.missing("taking")


def test_steps_are_done_as_far_as_they_are_answered(walk: PageWalk) -> None:
    answer(walk)
    walk.sheet.set_answer("kidney", None)
    walk.open_page("help_now")
    states = {page.id: walk.state(page.id) for page in walk.sheet.decision.pages}
    assert states["complaint"] == "done"
    assert states["help_now"] == "current"
    assert states["about"] == "todo"


def test_back_from_a_change_returns_to_where_one_came_from(walk: PageWalk) -> None:
    answer(walk)
    to_end(walk)
    walk.change("kidney")
    assert walk.place.page == "about"
    assert walk.back()
    assert walk.place.kind == "result"
