from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.column import Column
from magdesk.ui.pages.compare import page as page_module
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.pages import compare_page
from magdesk.ui.widgets.access.announce import announce
from tests.ui.pages.compare.compare_forms import (
    COLUMNS,
    FORMS,
    click_heading,
    current_name,
    in_order_of_first_appearance,
    names,
    pane_of,
    place_of,
    rows_of,
    shown_page,
    words,
)

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
USUAL = [column for column in COLUMNS if column.usual]
RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _widget, message: said.append(message))
    return said


# --- order --------------------------------------------------------------------------------------


def test_the_articles_forms_stand_first_in_its_order_then_a_to_z(page: ComparePage) -> None:
    named = [row.form for row in rows_of(page) if row.form.article is not None]
    others = names(page)[len(named) :]
    assert [form.name for form in named] == names(page)[: len(named)]
    orders = [form.article.order for form in named if form.article is not None]
    assert orders == sorted(orders)
    assert others == sorted(others, key=str.casefold)
    header = page.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, RISING)


def test_the_articles_rating_puts_high_on_top_and_unrated_last(
    page: ComparePage,
) -> None:
    page.sort_by(place_of("article"), FALLING)
    scale = ["High", "Moderate–high", "Low", "Not rated"]
    assert in_order_of_first_appearance(words(page, "article")) == scale
    page.sort_by(place_of("article"), RISING)
    turned = ["Low", "Moderate–high", "High", "Not rated"]
    assert in_order_of_first_appearance(words(page, "article")) == turned


def test_a_click_on_absorption_puts_good_on_top_and_unclear_last(
    qtbot: QtBot, page: ComparePage
) -> None:
    click_heading(qtbot, page, "absorption")
    scale = ["Good", "Fair", "Low", "Unproven", "Unclear"]
    assert in_order_of_first_appearance(words(page, "absorption")) == scale


def test_a_click_on_the_form_turns_the_alphabet(qtbot: QtBot, page: ComparePage) -> None:
    click_heading(qtbot, page, "form")
    assert names(page) == sorted(names(page), key=str.casefold, reverse=True)


@pytest.mark.parametrize("column", USUAL, ids=lambda column: column.key)
def test_every_usual_column_is_sorted_by_a_key_and_turned_by_it(
    qtbot: QtBot, page: ComparePage, column: Column
) -> None:
    place = place_of(column.key)
    column = page.model.columns[place]
    page.sort_by((place + 1) % len(COLUMNS), RISING)
    page.table.setFocus()
    digit = Qt.Key(Qt.Key.Key_1 + place)
    qtbot.keyClick(page.table, digit, CTRL | SHIFT)
    assert page.model.sorted_by == (column, column.first_order)
    first = names(page)
    qtbot.keyClick(page.table, digit, CTRL | SHIFT)
    assert page.model.sorted_by[1] != column.first_order
    assert names(page) != first
    section = page.table.horizontalHeader().sortIndicatorSection()
    assert page.table.column_at(section) is column
    assert column.key in page.table.shown_keys


def test_sorting_is_announced_and_the_headings_name_stays(
    qtbot: QtBot, page: ComparePage, announced: list[str]
) -> None:
    click_heading(qtbot, page, "percent")
    click_heading(qtbot, page, "percent")
    assert announced == [
        "Sorted by elemental magnesium, highest first",
        "Sorted by elemental magnesium, lowest first",
    ]


def test_the_chosen_form_stays_chosen_and_in_view_when_the_order_changes(
    page: ComparePage,
) -> None:
    page.table.show_form("taurate")
    page.sort_by(place_of("article"), RISING)
    assert current_name(page) == "Taurate"
    row = page.table.visualRect(page.table.currentIndex())
    assert page.table.viewport().rect().contains(row.center())


# --- filter -------------------------------------------------------------------------------------


def test_the_table_follows_every_letter_that_is_typed(qtbot: QtBot, page: ComparePage) -> None:
    counts = []
    for letter in "epsom":
        qtbot.keyClicks(page.toolbar.filter.edit, letter)
        counts.append(page.proxy.rowCount())
    assert counts == sorted(counts, reverse=True)
    assert names(page) == ["Sulfate (bath)", "Sulfate (oral)"]
    assert page.toolbar.count.text() == f"2 of {FORMS} forms"


def test_a_name_on_a_label_and_a_use_find_their_form(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.keyClicks(page.toolbar.filter.edit, "bisglycinate")
    assert names(page) == ["Glycinate"]
    page.toolbar.filter.edit.clear()
    qtbot.keyClicks(page.toolbar.filter.edit, "sleep")
    assert "Glycinate" in names(page)
    assert page.toolbar.count.text() == f"{len(names(page))} of {FORMS} forms"


def test_nothing_found_says_so_and_leads_back(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.keyClicks(page.toolbar.filter.edit, "zzz")
    empty = page.panel.nothing_found
    assert empty.isVisible()
    assert not page.table.isVisible()
    assert "“zzz”" in empty.title.text()
    qtbot.mouseClick(empty.clear, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert page.toolbar.count.text() == f"{FORMS} forms"
    assert page.toolbar.filter.edit.hasFocus()
    assert page.table.currentIndex().isValid()


def test_escape_clears_the_filter_and_ctrl_f_goes_there(qtbot: QtBot, page: ComparePage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_F, CTRL)
    edit = page.toolbar.filter.edit
    assert edit.hasFocus()
    qtbot.keyClicks(edit, "oxide")
    qtbot.keyClick(edit, Key.Key_Escape)
    assert edit.text() == ""
    assert page.proxy.rowCount() == FORMS


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_down_and_enter_lead_from_the_filter_to_the_table(
    qtbot: QtBot, page: ComparePage, key: Qt.Key
) -> None:
    edit = page.toolbar.filter.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "oxide")
    qtbot.keyClick(edit, key)
    assert page.table.hasFocus()
    assert page.table.currentIndex().isValid()


def test_the_result_count_is_announced_once_typing_pauses(
    qtbot: QtBot, page: ComparePage, announced: list[str]
) -> None:
    qtbot.keyClicks(page.toolbar.filter.edit, "epsom")
    assert announced == []
    qtbot.waitUntil(lambda: bool(announced), timeout=3000)
    assert announced == [f"2 of {FORMS} forms"]


def test_there_is_always_a_current_row_while_a_row_is_shown(
    qtbot: QtBot, page: ComparePage
) -> None:
    page.table.show_form("taurate")
    for typed in ("epsom", "epsomz", "oxide", ""):
        page.toolbar.filter.edit.setText(typed)
        assert page.table.currentIndex().isValid() == bool(page.proxy.rowCount())
        if page.proxy.rowCount():
            assert page.table.selectionModel().selectedRows()


def test_only_the_forms_of_a_result_are_shown_until_all_are_asked_for(
    qtbot: QtBot, page: ComparePage
) -> None:
    page.toolbar.filter.edit.setText("epsom")
    page.show_from_result(["citrate", "malate"], "malate")
    assert names(page) == ["Citrate", "Malate"]
    assert page.toolbar.count.text() == f"2 of {FORMS} forms"
    qtbot.mouseClick(page.toolbar.chips.clear_all, Qt.MouseButton.LeftButton)
    assert len(names(page)) == FORMS
    assert not page.toolbar.chips.clear_all.isVisible()


def test_a_form_asked_for_is_shown_even_if_a_filter_hides_it(page: ComparePage) -> None:
    page.toolbar.filter.edit.setText("epsom")
    page.show_form("citrate")
    assert current_name(page) == "Citrate"
    assert pane_of(page).form is page.table.current_form


# --- accessible names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("compare.find", "Find a form that fits"),
        ("compare.filter", "Search forms and uses"),
        ("compare.table", "Forms of magnesium"),
        ("compare.sort", "Sort by: Form"),
        ("detail", "Details of Glycinate"),
        ("detail.copy", "Copy this text"),
        ("detail.close", "Close the details (Esc)"),
        ("detail.compound_mg", "Compound on the label, milligrams"),
        ("detail.professional", "Details for professionals"),
    ],
)
def test_every_control_has_its_identifier_and_name(
    page: ComparePage, identifier: str, name: str
) -> None:
    page.pane  # noqa: B018  - builds it
    QApplication.processEvents()
    found = [
        widget
        for widget in page.findChildren(QWidget, identifier)
        if widget.accessibleIdentifier() == identifier
    ]
    assert len(found) == 1
    interface = QAccessible.queryAccessibleInterface(found[0])
    assert interface.text(QAccessible.Text.Name) == name


def test_a_screen_reader_reads_a_cell_on_its_own(page: ComparePage) -> None:
    page.table.show_form("citrate")
    table = QAccessible.queryAccessibleInterface(page.table)
    spoken = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert "elemental magnesium: 16.2 percent" in spoken
    assert "trials for cramps" in spoken


# --- memory -------------------------------------------------------------------------------------


def test_order_pane_and_columns_are_there_again_the_next_day(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path)
    click_heading(qtbot, page, "percent")
    header = page.table.horizontalHeader()
    edge = header.sectionViewportPosition(0) + header.sectionSize(0) - 1
    drag(qtbot, page, edge, 30)
    widened = header.sectionSize(0)
    page.close_detail()
    page._settings.save()
    again = shown_page(qtbot, library, tmp_path)
    assert (again.model.sorted_by[0].key, again.model.sorted_by[1]) == ("percent", FALLING)
    assert names(again) == names(page)
    assert not again.split.is_open
    assert abs(again.table.horizontalHeader().sectionSize(0) - widened) <= 1
    assert [row.key for row in Settings(tmp_path).values.columns] == ["form"]


def drag(qtbot: QtBot, page: ComparePage, edge: int, by: int) -> None:
    viewport = page.table.horizontalHeader().viewport()
    start = QPoint(edge, 10)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, QPoint(edge + by // 2, 10))
    qtbot.mouseMove(viewport, QPoint(edge + by, 10))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(edge + by, 10))


# --- first paint --------------------------------------------------------------------------------


def test_the_table_is_painted_before_the_detail_is_built(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = compare_page(library, Settings(tmp_path))
    qtbot.addWidget(page)
    page.resize(1034, 760)
    built: list[bool] = []
    page.table.first_painted.connect(lambda: built.append(page._pane is not None))
    page.show()
    qtbot.waitUntil(lambda: page._pane is not None)
    assert built == [False]
    qtbot.waitUntil(lambda: pane_of(page).form is page.table.current_form)


def test_a_closed_detail_is_not_built(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    before = shown_page(qtbot, library, tmp_path)
    before.close_detail()
    before._settings.save()
    page = shown_page(qtbot, library, tmp_path)
    QApplication.processEvents()
    assert page._pane is None


def test_an_announcement_reaches_the_accessibility_layer(page: ComparePage) -> None:
    announce(page.table, "20 forms")


def test_full_detail_opens_the_details_for_professionals(page: ComparePage) -> None:
    assert not pane_of(page).disclosure.isChecked()
    page._settings.change(detail_level="detail")
    assert pane_of(page).disclosure.isChecked()
