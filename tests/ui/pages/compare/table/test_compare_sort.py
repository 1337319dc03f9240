"""Sorting by several columns: Shift and a click, the menu, the numbers in the headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.row_order import Order, with_key
from magdesk.ui.pages.compare import page as page_module
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.table_header import FormsHeader, heading_width
from magdesk.ui.settings.values import SortOrder
from tests.ui.pages.compare.compare_forms import (
    COLUMNS,
    click_heading,
    names,
    place_of,
    shown_page,
    words,
)

RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shift_click(qtbot: QtBot, page: ComparePage, key: str) -> None:
    header, place = page.table.horizontalHeader(), page.table.section_of(key)
    x = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    spot = QPoint(x, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, SHIFT, spot)


def keys(page: ComparePage) -> list[tuple[str, Qt.SortOrder]]:
    return [(COLUMNS[place].key, order) for place, order in page.model.orders]


def opened_menu(page: ComparePage) -> tuple[dict[str, QAction], dict[str, QAction]]:
    """The entries of the menu as it opens, and those of its part *Then by*."""
    menu = page.toolbar.sort.menu()
    menu.aboutToShow.emit()
    (further,) = menu.findChildren(QMenu)
    return (
        {action.text(): action for action in menu.actions() if not action.isSeparator()},
        {action.text(): action for action in further.actions() if not action.isSeparator()},
    )


def test_shift_and_a_click_sorts_equal_rows_by_a_further_column(
    qtbot: QtBot, page: ComparePage
) -> None:
    click_heading(qtbot, page, "absorption")
    shift_click(qtbot, page, "percent")
    assert keys(page) == [("absorption", FALLING), ("percent", FALLING)]
    good = [
        float(percent)
        for word, percent in zip(words(page, "absorption"), words(page, "percent"), strict=True)
        if word == "Good"
    ]
    assert len(good) > 2
    assert good == sorted(good, reverse=True)
    assert words(page, "absorption")[: len(good)] == ["Good"] * len(good)


def test_shift_and_a_click_again_turns_it_and_a_third_one_takes_it_away(
    qtbot: QtBot, page: ComparePage
) -> None:
    click_heading(qtbot, page, "absorption")
    for expected in ([("percent", FALLING)], [("percent", RISING)], []):
        shift_click(qtbot, page, "percent")
        assert keys(page) == [("absorption", FALLING), *expected]


def test_the_only_column_is_turned_but_never_taken_away() -> None:
    orders: tuple[Order, ...] = ((0, RISING),)
    for expected in (FALLING, RISING, FALLING):
        orders = with_key(orders, 0, RISING)
        assert orders == ((0, expected),)


def test_a_plain_click_sorts_by_one_column_again(qtbot: QtBot, page: ComparePage) -> None:
    shift_click(qtbot, page, "percent")
    assert len(keys(page)) == 2
    click_heading(qtbot, page, "stomach")
    assert keys(page) == [("stomach", FALLING)]


def test_the_order_survives_filtering(qtbot: QtBot, page: ComparePage) -> None:
    click_heading(qtbot, page, "absorption")
    shift_click(qtbot, page, "percent")
    before = names(page)
    qtbot.keyClicks(page.toolbar.filter.edit, "trials")
    left = names(page)
    assert left == [name for name in before if name in left]
    page.toolbar.filter.edit.clear()
    assert names(page) == before


def test_headings_show_their_number_and_have_the_room_for_it(
    qtbot: QtBot, page: ComparePage
) -> None:
    kind = page.table.typography
    click_heading(qtbot, page, "absorption")
    header, place = page.table.horizontalHeader(), page.table.section_of("absorption")
    assert isinstance(header, FormsHeader)
    assert header._sorting(place) == ("", FALLING)
    shift_click(qtbot, page, "percent")
    assert header._sorting(place) == ("1", FALLING)
    assert header._sorting(page.table.section_of("percent")) == ("2", FALLING)
    assert header._sorting(page.table.section_of("stomach")) is None
    for key in ("absorption", "percent"):
        numbered = heading_width(COLUMNS[place_of(key)], kind, numbered=True)
        assert header.sectionSize(page.table.section_of(key)) >= numbered


def test_the_whole_order_is_announced(
    qtbot: QtBot, page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _widget, message: said.append(message))
    shift_click(qtbot, page, "percent")
    assert said == [
        "Sorted by form, article’s first, then A to Z; then elemental magnesium, highest first"
    ]
    assert page.toolbar.sort.accessibleName() == "Sort by: Form, Mg % elemental"


def test_the_order_is_there_again_the_next_day(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path)
    click_heading(qtbot, page, "absorption")
    shift_click(qtbot, page, "percent")
    shift_click(qtbot, page, "percent")
    page._settings.save()
    again = shown_page(qtbot, library, tmp_path)
    assert keys(again) == [("absorption", FALLING), ("percent", RISING)]
    assert names(again) == names(page)
    assert again._settings.values.sort_then == (SortOrder(key="percent"),)


# --- menu ---------------------------------------------------------------------------------------


def test_the_menu_offers_every_column_that_is_wanted_and_both_directions(
    page: ComparePage,
) -> None:
    page.table.columns.show("serving", True)
    entries, _ = opened_menu(page)
    usual = [column.whole_title for column in COLUMNS if column.usual]
    assert list(entries)[:9] == [*usual, "Usual serving of magnesium"]
    assert list(entries)[9:] == ["Article’s first, then A to Z", "Z to A", "Then by"]
    entries["Usual serving of magnesium"].trigger()
    assert keys(page) == [("serving", RISING)]
    opened_menu(page)[0]["Mg % elemental"].trigger()
    assert names(page)[0] == "Oxide"
    entries, _ = opened_menu(page)
    assert entries["Highest first"].isChecked()
    entries["Lowest first"].trigger()
    assert names(page)[0] == "Gluconate"
    assert page.toolbar.sort.accessibleName() == "Sort by: Mg %"


def test_the_menu_adds_turns_and_drops_further_columns(page: ComparePage) -> None:
    opened_menu(page)[0]["Absorption in people"].trigger()
    opened_menu(page)[1]["Stomach"].trigger()
    opened_menu(page)[1]["Form"].trigger()
    assert keys(page) == [("absorption", FALLING), ("stomach", FALLING), ("form", RISING)]
    opened_menu(page)[1]["2  Stomach: gentlest first"].trigger()
    assert keys(page)[1] == ("stomach", RISING)
    opened_menu(page)[0]["Least first"].trigger()
    assert keys(page) == [("absorption", RISING), ("stomach", RISING), ("form", RISING)]
    opened_menu(page)[1]["Only by Absorption in people"].trigger()
    assert keys(page) == [("absorption", RISING)]


def test_the_menu_opens_by_keyboard(qtbot: QtBot, page: ComparePage) -> None:
    menu = page.toolbar.sort.menu()
    shown: list[bool] = []

    def close() -> None:
        shown.append(bool(menu.actions()))
        menu.close()

    menu.aboutToShow.connect(lambda: page._timer(0, close).start())
    page.toolbar.sort.setFocus()
    qtbot.keyClick(page.toolbar.sort, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown == [True])
