"""The page to take along: a preview, a switch for each part, and one way out for each kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.report.plain_text import as_text
from magdesk.report.take_along import PARTS
from magdesk.rules.facts import Answer
from magdesk.ui.pages.take_along.page import TakeAlongPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.buttons import Button

ANSWERS: dict[str, Answer] = {
    "symptom": "night_cramp",
    "duration": "over_6_weeks",
    "danger_now": ("none",),
    "danger_today": ("none",),
    "supplement_mg": 400,
    "medicines": ("water_tablet", "statin", "ppi", "magnesium_product"),
    "age": 58,
    "sex": "male",
    "kidney": "no_known_problem",
}


@pytest.fixture
def sheet(library: Library) -> AnswerSheet:
    sheet = AnswerSheet(library.decision, "eu")
    for question, answer in ANSWERS.items():
        sheet.set_answer(question, answer)
    return sheet


@pytest.fixture
def page(qtbot: QtBot, library: Library, sheet: AnswerSheet) -> TakeAlongPage:
    page = TakeAlongPage(library, sheet)
    qtbot.addWidget(page)
    page.resize(1034, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_an_ordinary_sheet_fits_one_page(page: TakeAlongPage) -> None:
    assert page.preview.page_count == 1
    assert "1 page" in page.preview.accessibleName()


def test_a_screen_reader_is_told_the_words_of_the_page(page: TakeAlongPage) -> None:
    assert page.preview.accessibleDescription() == as_text(page.report())


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_out(page: TakeAlongPage, part: str) -> None:
    whole = page.preview.accessibleDescription()
    page.parts[part].click()
    shorter = page.preview.accessibleDescription()
    assert part in {"conditions", "day"} or len(shorter) < len(whole)
    page.parts[part].click()
    assert page.preview.accessibleDescription() == whole


def test_a_name_stands_on_the_page_only_when_it_is_typed(page: TakeAlongPage, qtbot: QtBot) -> None:
    assert "Name" not in page.preview.accessibleDescription()
    qtbot.keyClicks(page.name.edit, "Ada <b>")
    assert "Name: Ada <b>" in page.preview.accessibleDescription()


def test_an_answer_that_changes_changes_the_page(page: TakeAlongPage, sheet: AnswerSheet) -> None:
    sheet.set_answer("age", 59)
    assert "59 years" in page.preview.accessibleDescription()


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_it_is_saved_whole_or_the_old_file_stays(
    page: TakeAlongPage, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"page.{ending}"
    page._export.write(page.report(), target)
    written = target.read_bytes()
    assert written.startswith(b"%PDF" if ending == "pdf" else b"<!DOCTYPE html>")
    failures: list[str] = []
    page.failed.connect(failures.append)
    page._export.write(page.report(), tmp_path / "nowhere" / f"page.{ending}")
    assert len(failures) == 1
    assert "nowhere" in failures[0]
    assert target.read_bytes() == written


def test_it_is_copied_as_text(page: TakeAlongPage, qtbot: QtBot) -> None:
    button = page.findChild(Button, "page.copy")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == as_text(page.report())
    assert "Copied as text" in page.told.text()


def test_the_parts_fold_into_a_button_where_the_window_is_narrow(page: TakeAlongPage) -> None:
    page.resize(700, 600)
    assert not page.parts["person"].isVisible()
    page.fold.click()
    assert page.parts["person"].isVisible()


def test_a_day_that_was_planned_stands_on_the_page(
    qtbot: QtBot, library: Library, page: TakeAlongPage, sheet: AnswerSheet
) -> None:
    assert "Day plan" not in page.preview.accessibleDescription()
    sheet.clear()
    sheet.set_answer("medicines", ("levothyroxine",))
    sheet.day.write("levothyroxine", 0, "06:30")
    page.show_now()
    told = page.preview.accessibleDescription()
    assert "Day plan" in told
    assert "06:30" in told


def test_it_opens_at_its_top_also_the_next_time(page: TakeAlongPage) -> None:
    bar = page.canvas.verticalScrollBar()
    page.resize(700, 500)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.hide()
    page.show()
    assert bar.value() == 0


@pytest.mark.parametrize("origin", ["wizard", "day"])
def test_escape_goes_back_to_the_page_that_led_here_whose_item_is_lit(
    qtbot: QtBot, library: Library, tmp_path: Path, origin: str
) -> None:
    window = MainWindow(library, Settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.show_page(origin).page_asked.emit()  # type: ignore[attr-defined]
    page = window.stack.currentWidget()
    assert isinstance(page, TakeAlongPage)
    assert window.navigation.items[origin].isChecked()
    for control in (page.print, page.name.edit, page.parts["person"], page.preview):
        window.show_page("take_along")
        qtbot.keyClick(control, Qt.Key.Key_Escape)
        assert window.shown == origin
