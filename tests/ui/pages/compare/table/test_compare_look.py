from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.declared_columns import DROP_ORDER
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.compare.columns.columns_that_fit import shown_columns
from magdesk.ui.pages.compare.page import ComparePage
from tests.ui.pages.compare.compare_forms import COLUMNS, shown_page

WIDE, SMALL, LARGE_TEXT = (1034, 760), (780, 600), (1060, 760)


def cell_image(page: ComparePage, form_id: str, key: str) -> QImage:
    row = page.proxy.row_of(form_id)
    assert row is not None
    index = page.proxy.index(row, page.table.section_of(key))
    page.table.scrollTo(index)
    QApplication.processEvents()
    return page.table.viewport().grab(page.table.visualRect(index)).toImage()


def count_of(image: QImage, color: QColor, share: float = 0.02) -> int:
    """Pixels within a small distance of a colour."""
    found = 0
    for x in range(image.width()):
        for y in range(image.height()):
            pixel = image.pixelColor(x, y)
            far = max(
                abs(pixel.redF() - color.redF()),
                abs(pixel.greenF() - color.greenF()),
                abs(pixel.blueF() - color.blueF()),
            )
            found += far <= share
    return found


# --- which columns ------------------------------------------------------------------------------


def test_columns_drop_in_the_order_of_what_is_least_needed() -> None:
    needed = {column.key: 100.0 for column in COLUMNS if column.usual}
    dropped = []
    for available in range(800, 200, -100):
        shown = shown_columns(needed, available, {})
        dropped = [key for key in DROP_ORDER if key not in shown]
        assert dropped == list(DROP_ORDER[: 8 - available // 100])
    assert shown_columns(needed, 0, {}) == ("form", "trials")


def test_what_the_user_chose_is_neither_dropped_nor_brought_back() -> None:
    needed = {column.key: 100.0 for column in COLUMNS if column.usual}
    kept = shown_columns(needed, 400, {"key_point": True})
    assert "key_point" in kept
    hidden = shown_columns(needed, 800, {"article": False})
    assert "article" not in hidden
    assert len(hidden) == 7


@pytest.mark.parametrize("size", [WIDE, SMALL, LARGE_TEXT, (500, 400)])
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
def test_no_shown_column_is_narrower_than_what_it_shows(
    qtbot: QtBot, library: Library, tmp_path: Path, size: tuple[int, int], is_open: bool
) -> None:
    page = shown_page(qtbot, library, tmp_path, size)
    page.split.set_open(is_open)
    QApplication.processEvents()
    if page.table.isVisible():
        for key in page.table.shown_keys:
            assert page.table.columnWidth(page.table.section_of(key)) >= page.table.columns.needed(
                key
            )
        widths = sum(
            page.table.columnWidth(page.table.section_of(key)) for key in page.table.shown_keys
        )
        fits = widths <= page.table.viewport().width()
        assert fits == (page.table.horizontalScrollBar().maximum() == 0)
        assert fits or page.table.shown_keys == ("form", "trials")


def test_the_counter_tells_how_many_columns_there_is_room_for(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, (2000, 760))
    assert page.toolbar.columns.text() == "Columns 8 of 8"
    page.resize(*SMALL)
    QApplication.processEvents()
    shown = len(page.table.shown_keys)
    assert shown < 8
    assert page.toolbar.columns.text() == f"{shown} of 8"
    assert page.toolbar.columns.accessibleName() == f"Columns {shown} of 8"
    assert "Key point" in page.toolbar.columns.toolTip()


# --- table and detail ---------------------------------------------------------------------------


def test_table_and_detail_stand_beside_one_another_where_there_is_room(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, WIDE)
    assert page.table.isVisible()
    assert page.pane.isVisible()
    assert not page.toolbar.details.isVisible()


@pytest.mark.usefixtures("large_text")
def test_with_large_text_the_detail_opens_over_the_table(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, SMALL)
    assert page.split.over
    assert page.table.isVisible()
    assert not page.split.is_open
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.table.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_a_smaller_window_shows_the_table_first(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, WIDE)
    page.resize(500, 600)
    QApplication.processEvents()
    assert page.table.isVisible()
    assert not page.split.is_open
    page.resize(*WIDE)
    QApplication.processEvents()
    assert page.split.is_open


@pytest.mark.usefixtures("large_text")
def test_rows_and_headings_grow_with_the_text(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, LARGE_TEXT)
    one = page.table.typography.unit
    assert page.table.rowHeight(0) >= round(36 * one)
    assert page.table.horizontalHeader().height() >= round(44 * one)


# --- painting -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "outcome", "token"),
    [
        ("citrate", "migraine", "tint"),
        ("citrate", "cramps", "info_tint"),
        ("aspartate", "cramps", "sunken"),
        ("oxide", "bowel", "caution_tint"),
    ],
)
def test_colour_says_where_trials_point(
    qtbot: QtBot, library: Library, tmp_path: Path, form: str, outcome: str, token: str
) -> None:
    page = shown_page(qtbot, library, tmp_path)
    page.model.show_complaint(outcome, "")
    page.table.show_form("malate")
    color = current_theme().color(token)
    assert count_of(cell_image(page, form, "trials"), color) > 100
    assert count_of(cell_image(page, "taurate", "trials"), color) < 40


def test_the_articles_word_is_grey_and_has_no_meter(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path)
    page.table.show_form("oxide")
    for form in ("malate", "citrate", "lactate"):
        image = cell_image(page, form, "article")
        assert count_of(image, current_theme().color("accent")) == 0
        assert count_of(image, current_theme().color("text2")) > 0


def test_a_form_to_avoid_carries_a_tag(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    page = shown_page(qtbot, library, tmp_path)
    tint = current_theme().color("caution_tint")
    assert count_of(cell_image(page, "oxide", "form"), tint) > 20
    assert count_of(cell_image(page, "malate", "form"), tint) == 0


def test_the_whole_chosen_row_is_pale(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    page = shown_page(qtbot, library, tmp_path)
    page.table.show_form("malate")
    pale = current_theme().color("sel")
    for key in page.table.shown_keys:
        image = cell_image(page, "malate", key)
        assert count_of(image, pale, 0.005) > image.width() * image.height() / 2


def test_the_row_under_the_mouse_is_marked(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    page = shown_page(qtbot, library, tmp_path)
    spot = page.table.visualRect(page.proxy.index(3, 0)).center()
    qtbot.mouseMove(page.table.viewport(), spot)
    qtbot.mouseMove(page.table.viewport(), spot + QPoint(2, 0))
    assert page.table.hovered_row == 3


def test_the_focus_ring_stands_around_the_whole_current_row(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path)
    page.table.show_form("carbonate")
    row = page.table.currentIndex().row()
    top, height = page.table.rowViewportPosition(row), page.table.rowHeight(row)
    area = QRect(0, top, page.table.viewport().width(), height)
    focus = current_theme().color("focus")
    page.toolbar.filter.edit.setFocus()
    QApplication.processEvents()
    without = count_of(page.table.viewport().grab(area).toImage(), focus)
    page.table.setFocus()
    QApplication.processEvents()
    image = page.table.viewport().grab(area).toImage()
    assert count_of(image, focus) - without > 1.8 * area.width()
