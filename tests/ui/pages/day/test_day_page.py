"""A person plans the day: times are typed, and magnesium gets times that keep every gap."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.planner.day import clock
from magdesk.ui.pages.day.page import DayPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.buttons import Button
from tests.planner.brute_force import Blocking, best
from tests.ui.in_front import in_front
from tests.ui.pages.day.day_pages import field, find, focused, shown_words, take, type_time
from tests.ui.widgets.seen_and_heard import description, interface, name

LEFT = Qt.MouseButton.LeftButton


def test_levothyroxine_and_iron_get_the_times_that_a_brute_force_finds(
    page: DayPage, sheet: AnswerSheet, library: Library
) -> None:
    sheet.set_answer("medicines", ("levothyroxine", "iron"))
    type_time(page, "6.30 am", "levothyroxine")
    type_time(page, "1600", "iron")
    expected = best(page.planned.read.day, dict(library.decision.medicines))
    assert expected is not None
    for time in expected.times:
        assert clock(time) in page.verdict.words
        assert f"{clock(time)} Magnesium" in shown_words(page)
    assert page.verdict.kind == "ok"
    assert field(page, "levothyroxine").text() == "06:30"


def test_two_portions_are_chosen_with_the_mouse_or_the_keys(
    page: DayPage, sheet: AnswerSheet, library: Library
) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": ["16:00"]})
    one, two = page.times.portions.tiles
    QTest.mouseClick(two, LEFT)
    expected = best(page.planned.read.day, dict(library.decision.medicines))
    assert expected is not None
    assert len(expected.times) == 2
    assert all(clock(time) in page.verdict.words for time in expected.times)
    two.setFocus()
    QTest.keyClick(two, Qt.Key.Key_Left)
    assert one.isChecked()
    assert one.hasFocus()
    assert sheet.day.portions == 1


def test_nothing_is_planned_before_it_is_told_what_is_taken(
    page: DayPage, sheet: AnswerSheet
) -> None:
    assert page.verdict.kind == "info"
    assert not page.planned.has_times
    QTest.mouseClick(find(page, Button, "day.none"), LEFT)
    assert sheet.answer("medicines") == ("none",)
    assert page.planned.has_times
    assert not page.times.nothing_told.isVisible()


def test_the_focus_begins_at_the_first_time_that_is_missing(
    page: DayPage, sheet: AnswerSheet, qtbot: QtBot
) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": [""]})
    page.setFocus()
    qtbot.waitUntil(lambda: focused() == "day.iron.1")
    type_time(page, "16:00", "iron")
    page.setFocus()
    qtbot.waitUntil(lambda: focused() == "day.levothyroxine.1")


def test_the_keys_go_through_the_times_in_the_order_they_stand(
    page: DayPage, sheet: AnswerSheet
) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": ["16:00"]})
    first = field(page, "levothyroxine")
    first.setFocus()
    reached = [focused()]
    while focused() != "day.bed.1":
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        assert focused() not in reached
        reached.append(focused())
    fields = [each for each in reached if not each.startswith("day.more")]
    assert fields == [
        "day.levothyroxine.1", "day.iron.1", "day.meals.1", "day.meals.2", "day.meals.3",
        "day.wake.1", "day.bed.1",
    ]  # fmt: skip


def test_a_time_that_cannot_be_read_is_refused_in_its_place(
    page: DayPage, sheet: AnswerSheet
) -> None:
    take(sheet, {"iron": ["16:00"]})
    type_time(page, "25:00", "iron")
    edit = field(page, "iron")
    assert edit.text() == "25:00"
    assert "7:30" in edit.accessibleDescription().split(".")[0]
    assert not page.planned.has_times
    assert page.verdict.kind == "caution"
    type_time(page, "4 pm", "iron")
    assert page.planned.has_times
    assert field(page, "iron").text() == "16:00"


def test_another_time_of_a_medicine_is_added_and_counts(
    page: DayPage, sheet: AnswerSheet, qtbot: QtBot
) -> None:
    take(sheet, {"iron": ["08:00"]})
    before = page.planned.plan
    QTest.mouseClick(find(page, Button, "day.more.iron"), LEFT)
    qtbot.waitUntil(lambda: focused() == "day.iron.2")
    type_time(page, "20:00", "iron", 2)
    assert page.planned.read.day.medicines[0].times == (8 * 60, 20 * 60)
    assert page.planned.plan != before
    assert "20:00 " in shown_words(page)


def test_a_full_day_shows_the_fewest_times_that_fill_it_and_leaves_no_medicine_out(
    page: DayPage, sheet: AnswerSheet, library: Library
) -> None:
    medicines = {"levothyroxine": ["06:30"], "quinolone": ["08:00", "20:00"], "iron": ["12:00"]}
    take(sheet, medicines)
    QTest.mouseClick(page.times.portions.tiles[1], LEFT)
    assert page.planned.plan is not None
    blocking = page.planned.plan.blocked_by
    assert (
        len(blocking)
        == Blocking(page.planned.read.day, dict(library.decision.medicines)).smallest()
    )
    assert page.verdict.kind == "caution"
    assert page.planned.words is not None
    marked = [line for line in page.planned.words.lines if line.blocks]
    assert len(marked) == len(blocking)
    for line in marked:
        assert f"{line.lead} {clock(line.minute)}" in page.verdict.words
    assert "pharmacist" in shown_words(page)
    assert not find_save(page)
    assert set(sheet.medicines.rows) == set(medicines)


def find_save(page: DayPage) -> bool:
    """Whether a calendar file is offered."""
    return page.header.save.isVisibleTo(page)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("medicines", ("digoxin", "iron")), ("danger_now", ("stroke_signs",))],
)
def test_a_stop_stands_instead_of_times(
    page: DayPage, sheet: AnswerSheet, question: str, answer: tuple[str, ...]
) -> None:
    take(sheet, {"iron": ["16:00"]})
    assert page.planned.has_times
    sheet.set_answer(question, answer)
    assert page.verdict.kind in ("caution", "danger")
    assert not page.card.isVisible()
    assert "Magnesium at" not in page.verdict.words
    assert not find_save(page)


def test_a_medicine_is_added_by_the_finder_and_asked_about(
    page: DayPage, sheet: AnswerSheet
) -> None:
    QTest.mouseClick(find(page, Button, "day.add"), LEFT)
    edit = find(page, QLineEdit, "day.find")
    for typed in ("iron tablets", "zzqqy", "antibiotic"):
        QTest.keyClicks(edit, typed)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert {"iron", "other"} <= set(sheet.medicines.rows)
    assert sheet.medicines.open
    assert not page.planned.has_times
    asking = sheet.medicines.open[0]
    answer = find(page, QAbstractButton, f"medicines.line.{asking.number}.quinolone")
    QTest.mouseClick(answer, LEFT)
    for row in sheet.medicines.rows:
        type_time(page, "06:30", row)
    assert not sheet.medicines.open
    assert page.planned.plan is not None
    assert {taken.id for taken in page.planned.read.day.medicines} == set(sheet.medicines.rows)


def test_the_words_are_copied_whole(page: DayPage, sheet: AnswerSheet) -> None:
    take(sheet, {"iron": ["16:00"]})
    QTest.mouseClick(find(page, Button, "day.copy"), LEFT)
    assert page.planned.words is not None
    assert QGuiApplication.clipboard().text().split("\n") == list(page.planned.words.words)


def test_the_words_are_one_stop_of_the_tab_key_and_the_arrows_read_line_by_line(
    page: DayPage, sheet: AnswerSheet
) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": ["16:00"]})
    lines = page.words.list.lines
    stops = [line for line in lines if line.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == lines[:1]
    lines[0].setFocus()
    for line in lines[1:]:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
        assert line.hasFocus()
        assert line.accessibleName()
    QTest.keyClick(lines[-1], Qt.Key.Key_Home)
    assert lines[0].hasFocus()


def test_another_person_finds_nothing_of_the_one_before(page: DayPage, sheet: AnswerSheet) -> None:
    take(sheet, {"iron": ["16:00"]})
    type_time(page, "05:00", "wake")
    sheet.clear()
    assert field(page, "wake").text() == "07:00"
    assert "iron" not in page.times.rows
    assert page.verdict.kind == "info"


def test_the_window_leads_here_by_its_item_its_key_and_the_result(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    window = MainWindow(library, Settings(tmp_path))
    in_front(qtbot, window)
    item = window.navigation.items["day"]
    assert item.accessibleIdentifier() == "nav.day"
    QTest.mouseClick(item, LEFT)
    assert isinstance(window.stack.currentWidget(), DayPage)
    window.show_page("compare")
    QTest.keySequence(window, QKeySequence("Ctrl+5"))
    assert window.shown == "day"
    window.show_page("compare")
    window.ways.plan_day()
    assert window.shown == "day"
    qtbot.waitUntil(lambda: focused().startswith("day."))


def test_a_screen_reader_hears_what_each_part_is(page: DayPage, sheet: AnswerSheet) -> None:
    take(sheet, {"iron": ["08:00", "20:00"]})
    second = field(page, "iron", 2)
    assert name(second) == page.planned.names["iron"]
    assert description(second).startswith("2 of 2")
    for part in (page.times, page.times.rows["iron"], page.times.portions, page.words.list):
        assert interface(part).role() == QAccessible.Role.Grouping
        assert name(part)
    assert name(page.verdict) == page.verdict.words
    assert name(find(page, Button, "day.more.iron")) != name(find(page, Button, "day.more.meals"))
    lines = page.words.list.lines
    assert [description(line) for line in lines] == [
        f"{number} of {len(lines)}" for number in range(1, len(lines) + 1)
    ]
    expander = interface(page.times.add).state()
    assert expander.expandable
    assert expander.collapsed
