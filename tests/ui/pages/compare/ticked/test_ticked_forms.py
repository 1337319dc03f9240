"""Forms are ticked in the table; the bar below says which, and what can be done with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.table import as_csv
from magdesk.ui.export import file_saving
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.rows_in_view import whole_view
from magdesk.ui.widgets.notice import Notice
from tests.ui.pages.compare.compare_forms import (
    COLUMNS,
    FORMS,
    click_heading,
    names,
    place_of,
    shown_page,
)
from tests.ui.pages.compare.table.test_compare_look import cell_image, count_of

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def tick(qtbot: QtBot, page: ComparePage, *forms: str) -> None:
    for form in forms:
        page.table.show_form(form)
        qtbot.keyClick(page.table, Key.Key_Space)


def box_of(page: ComparePage, row: int) -> QPoint:
    rect = page.table.visualRect(page.proxy.index(row, 0))
    left = page.table.typography.edge + page.table.typography.check_side / 2
    return QPoint(rect.x() + round(left), rect.center().y())


# --- ticks --------------------------------------------------------------------------------------


def test_space_ticks_the_current_row_and_takes_the_tick_away(
    qtbot: QtBot, page: ComparePage
) -> None:
    tick(qtbot, page, "citrate")
    assert page.model.ticks.ids == {"citrate"}
    tick(qtbot, page, "citrate")
    assert not page.model.ticks.ids


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_does_not(
    qtbot: QtBot, page: ComparePage
) -> None:
    viewport = page.table.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=box_of(page, 3))
    assert page.model.ticks.ids == {page.proxy.form_at(3).id}  # type: ignore[union-attr]
    qtbot.mouseClick(viewport, LEFT, pos=box_of(page, 4) + QPoint(60, 0))
    assert len(page.model.ticks) == 1
    qtbot.mouseClick(viewport, LEFT, pos=box_of(page, 3))
    assert not page.model.ticks.ids


def test_two_quick_clicks_on_the_box_open_nothing(qtbot: QtBot, page: ComparePage) -> None:
    page.close_detail()
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=box_of(page, 2))
    qtbot.mouseDClick(page.table.viewport(), LEFT, pos=box_of(page, 2))
    assert not page.split.is_open


def test_the_target_of_a_tick_is_at_least_24_pixels(page: ComparePage) -> None:
    assert page.table.typography.name_left >= 24 * unit(page)
    assert page.table.rowHeight(0) >= 24 * unit(page)


def test_a_tick_is_painted_and_told_to_screen_readers(qtbot: QtBot, page: ComparePage) -> None:
    page.table.show_form("oxide")
    accent = current_theme().color("accent")
    before = count_of(cell_image(page, "malate", "form"), accent)
    page.model.ticks.toggle("malate")
    assert count_of(cell_image(page, "malate", "form"), accent) > before + 50
    table = QAccessible.queryAccessibleInterface(page.table)
    cells = {
        table.child(place).text(QAccessible.Text.Name): table.child(place).state()
        for place in range(table.childCount())
    }
    assert (cells["Malate"].checkable, cells["Malate"].checked) == (1, 1)
    assert (cells["Citrate"].checkable, cells["Citrate"].checked) == (1, 0)


def test_ticks_survive_filter_and_order(qtbot: QtBot, page: ComparePage) -> None:
    tick(qtbot, page, "citrate", "glycinate")
    page.toolbar.filter.edit.setText("epsom")
    assert page.choosing.bar.words.text() == "Glycinate, Citrate"
    page.toolbar.filter.edit.clear()
    click_heading(qtbot, page, "form")
    assert page.choosing.bar.words.text() == "Glycinate, Citrate"


# --- the bar ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("forms", "count", "words", "enabled"),
    [
        ((), "0 chosen", "Tick two to four forms to compare them.", False),
        (("citrate",), "1 chosen", "Citrate. Tick one more to compare.", False),
        (("glycinate", "citrate"), "2 chosen", "Glycinate, Citrate", True),
        (("glycinate", "citrate", "oxide", "malate"), "4 chosen",
         "Glycinate, Citrate, Malate, Oxide", True),
        (("glycinate", "citrate", "oxide", "malate", "taurate"), "5 chosen",
         "At most four fit side by side.", False),
    ],
)  # fmt: skip
def test_the_bar_names_what_is_chosen_and_why_it_cannot_be_compared(
    page: ComparePage, forms: tuple[str, ...], count: str, words: str, enabled: bool
) -> None:
    page.model.ticks.put(forms)
    bar = page.choosing.bar
    assert (bar.count.text(), bar.words.text()) == (count, words)
    assert bar.count.isVisible() == bar.clear.isVisible() == bool(forms)
    assert bar.side_by_side.isEnabled() == enabled
    assert bool(bar.side_by_side.accessibleDescription()) == (not enabled)


def test_clear_takes_every_tick_away(qtbot: QtBot, page: ComparePage) -> None:
    tick(qtbot, page, "citrate", "glycinate")
    qtbot.mouseClick(page.choosing.bar.clear, LEFT)
    assert not page.model.ticks.ids
    assert page.table.hasFocus()


@pytest.mark.parametrize("size", [(1034, 760), (780, 600), (560, 420)])
def test_nothing_in_the_bar_is_cut(
    qtbot: QtBot, library: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = shown_page(qtbot, library, tmp_path, size)
    page.model.ticks.put(["glycinate", "citrate"])
    QApplication.processEvents()
    bar = page.choosing.bar
    for part in bar.findChildren(QWidget):
        if part.isVisible():
            assert part.width() >= part.minimumSizeHint().width(), part.objectName()
            inside = bar.rect().contains(part.geometry())
            assert part.parent() is not bar or inside, part.objectName()


# --- taking away --------------------------------------------------------------------------------


def test_ctrl_c_copies_the_ticked_rows_and_else_the_current_one(
    qtbot: QtBot, page: ComparePage
) -> None:
    tick(qtbot, page, "glycinate", "citrate")
    page.table.show_form("oxide")
    qtbot.keyClick(page.table, Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().mimeData().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Form", "Glycinate", "Citrate"]
    page.model.ticks.clear()
    qtbot.mouseClick(page.choosing.take_away.copy, LEFT)
    lines = QGuiApplication.clipboard().mimeData().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Form", "Oxide (Article: avoid)"]
    assert page.choosing.bar.words.text() == "Copied: Oxide"


def test_the_view_is_taken_away_as_it_is_seen(
    qtbot: QtBot, library: Library, page: ComparePage
) -> None:
    page.toolbar.filter.edit.setText("epsom")
    page.sort_by(place_of("form"), Qt.SortOrder.DescendingOrder)
    table = whole_view(page.table, page.proxy, library.content)
    rows = list(csv.reader(io.StringIO(as_csv(table), newline="")))
    shown = [COLUMNS.named(key).whole_title for key in page.table.shown_keys]
    assert rows[0] == shown
    assert [row[0] for row in rows[1:]] == ["Sulfate (oral) (Laxative)", "Sulfate (bath)"]
    assert [row[0].split(" (Laxative")[0] for row in rows[1:]] == names(page)
    assert table.notes[0] == f"2 of {FORMS} forms. Filter: “epsom”."
    assert table.notes[1] == "Order: Form, Z to A."
    assert library.content.version in table.notes[2]


def test_the_filters_are_named_below_the_table(library: Library, page: ComparePage) -> None:
    page.row_filter.set_chips(["mouth", "gentle"])
    page.row_filter.set_only(["citrate", "glycinate"])
    notes = whole_view(page.table, page.proxy, library.content).notes
    assert notes[0] == (
        f"1 of {FORMS} forms. Only the forms of a result. Filter: By mouth, Gentle on stomach."
    )


def test_a_failed_write_is_told_at_the_head_of_the_page(
    qtbot: QtBot, page: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "missing" / "forms.csv"
    monkeypatch.setattr(file_saving, "ask_where_to_save", lambda *_: nowhere)
    qtbot.mouseClick(page.choosing.take_away.export, LEFT)
    QApplication.processEvents()
    notices = page.findChildren(Notice)
    assert len(notices) == 1
    assert "forms.csv" in notices[0].accessibleName()
    assert notices[0].isVisible()


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("compare.copy", "Copy (Ctrl+C)"),
        ("compare.export", "Save as CSV or web page…"),
        ("compare.print", "Print…"),
        ("compare.side_by_side", "Compare side by side"),
        ("compare.clear_ticks", "Clear what is chosen"),
    ],
)
def test_every_control_of_the_bar_has_its_identifier_and_name(
    page: ComparePage, identifier: str, name: str
) -> None:
    found = page.findChild(QWidget, identifier)
    assert found is not None
    assert found.accessibleIdentifier() == identifier
    assert QAccessible.queryAccessibleInterface(found).text(QAccessible.Text.Name) == name
