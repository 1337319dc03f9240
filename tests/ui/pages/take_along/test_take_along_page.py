"""The page to take along: a preview, a switch for each part, and one way out for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.knowledge.loader import Library
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.report.blocks import (
    Block,
    Facts,
    Grid,
    Items,
    Paragraph,
    Running,
    Verdict,
)
from magdesk.report.plain_text import as_text
from magdesk.report.take_along import PARTS
from magdesk.rules.facts import Answer
from magdesk.ui.pages.take_along.page import TakeAlongPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.widgets.buttons import Button
from tests.noncharacters import NONCHARACTERS
from tests.ui.widgets.seen_and_heard import interface

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


# --- what a screen reader is told -------------------------------------------------------------


@pytest.fixture
def heard() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(page: TakeAlongPage) -> list[str]:
    """The parts of the preview, as a screen reader finds them."""
    text = interface(page.preview)
    parts = [text.child(place) for place in range(text.childCount())]
    assert all(part.parent().object() is page.preview for part in parts)
    return [part.text(QAccessible.Text.Name) for part in parts]


def words_of(block: Block) -> Iterator[str]:
    """All that a block of the report says."""
    match block:
        case Paragraph(line=line):
            yield line.words
        case Running(lines=lines):
            yield from (line.words for line in lines)
        case Items(lines=lines, heading=heading):
            yield from (heading, *(line.words for line in lines))
        case Facts(rows=rows):
            yield from (f"{name}: {line.words}" for name, line in rows)
        case Grid(headings=headings, rows=rows):
            yield from (*headings, *(cell for row in rows for cell in row))
        case Verdict(title=title, text=text):
            yield from (title, text)


def test_a_screen_reader_is_told_all_that_the_page_says_in_its_order(page: TakeAlongPage) -> None:
    report, rest = page.report(), "\n".join(told(page))
    said = [report.title, report.subtitle, *report.edge]
    for section in report.sections:
        said.append(section.heading)
        said += [words for block in section.blocks for words in words_of(block)]
    for words in filter(None, (*said, report.footer)):
        _before, found, rest = rest.partition(words)
        assert found, words


def test_it_is_told_in_parts_without_marks_and_lines_to_write_on(page: TakeAlongPage) -> None:
    parts = told(page)
    assert page.preview.accessibleDescription() == ""
    assert len(parts) > len(page.report().sections)
    assert max(len(words.split()) for words in parts) < 60
    for words in parts:
        assert not re.search(r"[=_-]{2}|[☐•]", words), words


def test_each_part_stands_where_it_is_drawn(page: TakeAlongPage) -> None:
    """One below the other, but for the dates, which stand beside the title; all in the pages."""
    text, preview = interface(page.preview), page.preview
    areas = [text.child(place).rect() for place in range(text.childCount())]
    whole = QRect(preview.mapToGlobal(QPoint()), preview.size())
    assert all(whole.contains(area) and area.height() > 0 for area in areas)
    tops = [area.top() for area in areas[len(page.report().edge) + 2 :]]
    assert tops == sorted(tops)
    last = len(areas) - 1
    assert text.indexOfChild(text.childAt(*areas[last].center().toTuple())) == last


@pytest.mark.usefixtures("heard")
def test_down_reads_on_and_keeps_what_is_read_in_view(page: TakeAlongPage, qtbot: QtBot) -> None:
    page.resize(700, 500)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.preview.setFocus(Qt.FocusReason.TabFocusReason)
    text, words = interface(page.preview), told(page)
    for place, expected in enumerate(words):
        current = text.focusChild()
        assert current.text(QAccessible.Text.Name) == expected
        assert current.state().focused
        viewport = page.canvas.viewport()
        middle = viewport.mapFromGlobal(current.rect().center())
        assert viewport.rect().contains(middle), place
        qtbot.keyClick(page.preview, Qt.Key.Key_Down)
    qtbot.keyClick(page.preview, Qt.Key.Key_Up)
    assert text.focusChild().text(QAccessible.Text.Name) == words[-2]


# --- what stands on it ------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_out(page: TakeAlongPage, part: str) -> None:
    whole = told(page)
    page.parts[part].click()
    assert part in {"conditions", "day"} or len("".join(told(page))) < len("".join(whole))
    page.parts[part].click()
    assert told(page) == whole


def test_a_name_stands_on_the_page_only_when_it_is_typed(page: TakeAlongPage, qtbot: QtBot) -> None:
    assert not any("Name" in words for words in told(page))
    qtbot.keyClicks(page.name.edit, "Ada <b>")
    assert any("Name: Ada <b>" in words for words in told(page))


def test_an_answer_that_changes_changes_the_page(page: TakeAlongPage, sheet: AnswerSheet) -> None:
    sheet.set_answer("age", 59)
    assert any("59 years" in words for words in told(page))


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


@pytest.mark.parametrize("sign", NONCHARACTERS, ids=ascii)
def test_signs_that_stand_for_none_break_no_page_and_no_file(
    page: TakeAlongPage, sheet: AnswerSheet, library: Library, tmp_path: Path, sign: str
) -> None:
    """Wherever a person may paste them: the name, the note, a medicine, a product."""
    index = MedicineIndex(library.medicine_names, library.decision.medicines)
    sheet.medicines.add(find_list(index, f"omepra{sign}zole\nramipril{sign}"))
    sheet.medicines_changed()
    sheet.set_products((Product(f"Pow{sign}der", 100.0, "magnesium 100 mg"),))
    before = len(told(page))
    for field in (page.name, page.note):
        QGuiApplication.clipboard().setText(f"A{sign}da")
        field.edit.paste()
    parts = told(page)
    assert len(parts) == before + 1  # the note
    assert any("Name: Ada" in words for words in parts)
    assert any("Powder" in words for words in parts)
    for ending in ("html", "pdf", "txt"):
        page._export.write(page.report(), tmp_path / f"page.{ending}")
    written = (tmp_path / "page.html").read_text("utf-8")
    assert "Ada" in written
    assert sign not in written + as_text(page.report())
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


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
    assert "Day plan" not in told(page)
    sheet.clear()
    sheet.set_answer("medicines", ("levothyroxine",))
    sheet.day.write("levothyroxine", 0, "06:30")
    page.show_now()
    assert "Day plan" in told(page)
    assert any("06:30" in words for words in told(page))


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
