"""The page *Compare* by keyboard and mouse: rows, the detail, the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.ui.pages.compare.page import ComparePage
from tests.ui.pages.compare.compare_forms import (
    COLUMNS,
    current_name,
    names,
    pane_of,
)

Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_arrow_keys_choose_a_row_and_the_pane_follows(qtbot: QtBot, page: ComparePage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Down)
    qtbot.keyClick(page.table, Key.Key_Down)
    assert current_name(page) == names(page)[2]
    qtbot.waitUntil(lambda: pane_of(page).form is page.table.current_form)


def test_a_letter_jumps_to_a_form_from_any_cell(qtbot: QtBot, page: ComparePage) -> None:
    page.table.setCurrentIndex(page.proxy.index(0, 3))
    page.table.setFocus()
    qtbot.keyClicks(page.table, "tau")
    assert current_name(page) == "Taurate"


def test_tab_goes_through_the_page_in_reading_order(qtbot: QtBot, page: ComparePage) -> None:
    page.toolbar.filter.edit.setFocus()
    order = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        assert widget is not None
        order.append(widget.accessibleIdentifier())
        qtbot.keyClick(widget, Key.Key_Tab)
    chips = [f"filter.{key}" for key in page.toolbar.chips.chips]
    assert order[:9] == ["compare.filter", "compare.label", "compare.find", *chips]
    assert order[9:12] == ["compare.sort", "compare.columns", "compare.table"]
    detail = order.index("detail.copy")
    assert detail > 10
    assert order[detail + 1] == "detail.close"


def test_enter_opens_the_detail_and_escape_closes_it(qtbot: QtBot, page: ComparePage) -> None:
    page.close_detail()
    assert not page.pane.isVisible()
    assert page.toolbar.details.isVisible()
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.pane.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.pane.isAncestorOf(focus)
    qtbot.keyClick(focus, Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.table.hasFocus()


def test_a_double_click_opens_the_detail(qtbot: QtBot, page: ComparePage) -> None:
    page.close_detail()
    spot = page.table.visualRect(page.proxy.index(2, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.pane.isVisible()
    assert pane_of(page).form is page.table.current_form


def test_ctrl_c_copies_the_row_under_its_headings(qtbot: QtBot, page: ComparePage) -> None:
    page.table.show_form("citrate")
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    headings, cells = (line.split("\t") for line in mime.text().splitlines())
    assert headings[:3] == ["Form", "Trials for cramps", "Mg % elemental"]
    assert cells[:4] == ["Citrate", "Mixed", "16.2", "Good"]
    assert len(headings) == len(cells) == len(COLUMNS)
    assert mime.hasFormat("text/csv")
    assert '<th scope="col">Form</th>' in mime.html()


def test_the_button_asks_for_the_guided_choice(qtbot: QtBot, page: ComparePage) -> None:
    assert page.toolbar.find_button.text() == "Find a form that fits"
    with qtbot.waitSignal(page.find_requested):
        qtbot.keyClick(page.toolbar.find_button, Key.Key_Space)
