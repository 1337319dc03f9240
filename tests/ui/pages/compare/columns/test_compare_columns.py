"""Choosing, ordering and widening columns, by mouse and by keyboard, and what is remembered."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.compare.columns.column_chooser import ColumnChooser
from magdesk.ui.pages.compare.columns.columns_that_fit import whole_order
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import ColumnState
from tests.ui.pages.compare.compare_forms import COLUMNS, shown_page, words

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
WIDE = (1500, 760)


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> ComparePage:
    return shown_page(qtbot, library, tmp_path, WIDE)


@pytest.fixture
def chooser(qtbot: QtBot, page: ComparePage) -> Iterator[ColumnChooser]:
    chooser = opened(qtbot, page)
    yield chooser
    if page.arrangement.chooser is not None:
        chooser.close()


def opened(qtbot: QtBot, page: ComparePage) -> ColumnChooser:
    page.toolbar.columns.setFocus()
    qtbot.keyClick(page.toolbar.columns, Key.Key_Space)
    chooser = page.arrangement.chooser
    assert chooser is not None
    assert chooser.isVisible()
    return chooser


def row_of(chooser: ColumnChooser, key: str) -> int:
    return chooser._columns.choices.order.index(key)


def press(qtbot: QtBot, chooser: ColumnChooser, key: str, pressed: Qt.Key, *how: object) -> None:
    """Go to a column in the list and press a key there."""
    chooser.list.setCurrentRow(row_of(chooser, key))
    qtbot.keyClick(chooser.list, pressed, *how)


def shown(page: ComparePage) -> tuple[str, ...]:
    """The columns as the headings show them, from left to right."""
    header = page.table.horizontalHeader()
    sections = (header.logicalIndex(at) for at in range(header.count()))
    return tuple(page.table.column_at(section).key for section in sections)


def drag(qtbot: QtBot, page: ComparePage, key: str, to: str) -> None:
    """Drag a heading over another one."""
    header = page.table.horizontalHeader()
    y = header.height() // 2

    def middle(of: str) -> int:
        place = page.table.section_of(of)
        return header.sectionViewportPosition(place) + header.sectionSize(place) // 2

    start, end = middle(key), middle(to)
    way = 1 if end > start else -1
    qtbot.mousePress(header.viewport(), LEFT, pos=QPoint(start, y))
    for x in (start + 20 * way, end, end + 10 * way):
        qtbot.mouseMove(header.viewport(), QPoint(x, y))
    qtbot.mouseRelease(header.viewport(), LEFT, pos=QPoint(end + 10 * way, y))


# --- the columns there are ----------------------------------------------------------------------


def test_more_columns_are_there_for_the_choosing(page: ComparePage, library: Library) -> None:
    usual = [column.key for column in COLUMNS if column.usual]
    more = [column.key for column in COLUMNS if not column.usual]
    assert list(shown(page)) == usual
    assert more == [
        "solubility",
        "serving",
        "compound_mg",
        *(f"evidence_{outcome}" for outcome in library.catalogue.outcomes if outcome != "cramps"),
        "cautions",
    ]


@pytest.mark.parametrize(
    ("key", "text", "spoken"),
    [
        ("solubility", "High", "solubility in water: High"),
        (
            "serving",
            "100–200 mg",
            "usual serving: 100 to 200 milligrams of magnesium",
        ),
        (
            "compound_mg",
            "709",
            "compound for 100 milligrams of magnesium: 709 milligrams",
        ),
        ("evidence_twitches", "No trial", "trials for twitches: no trial"),
        ("evidence_sleep", "Better", "trials for sleep: better, one trial: small gain, 1 trial"),
        ("evidence_stress", "No difference", None),
        ("cautions", "5", "cautions: 5"),
    ],
)
def test_what_the_further_columns_say(
    page: ComparePage, key: str, text: str, spoken: str | None
) -> None:
    row = page.proxy.row_of("glycinate")
    assert row is not None
    page.table.columns.show(key, True)
    index = page.proxy.index(row, page.table.section_of(key))
    assert index.data() == text
    if spoken is not None:
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken


def test_an_amount_that_is_not_usual_is_told_in_words(page: ComparePage) -> None:
    assert "None usual" in words(page, "serving")


# --- chooser ------------------------------------------------------------------------------------


def test_the_list_is_not_built_before_it_is_opened(page: ComparePage) -> None:
    assert page.arrangement.chooser is None


def test_the_button_opens_the_list_and_escape_closes_it(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    assert chooser.list.hasFocus()
    qtbot.keyClick(chooser.list, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.arrangement.chooser is None)


def test_space_shows_a_column_and_hides_it(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    press(qtbot, chooser, "cautions", Key.Key_Space)
    assert "cautions" in shown(page)
    assert page.toolbar.columns.text().endswith(" of 9")
    press(qtbot, chooser, "cautions", Key.Key_Space)
    assert "cautions" not in shown(page)
    press(qtbot, chooser, "article", Key.Key_Space)
    assert "article" not in shown(page)
    assert page.toolbar.columns.text().endswith(" of 7")


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_only_goes_there(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    row = row_of(chooser, "stomach")
    rect = chooser.list.visualItemRect(chooser.list.item(row))
    name = QPoint(rect.x() + 80, rect.center().y())
    qtbot.mouseClick(chooser.list.viewport(), LEFT, pos=name)
    assert chooser.list.currentRow() == row
    assert "stomach" in shown(page)
    qtbot.mouseClick(chooser.list.viewport(), LEFT, pos=rect.topLeft() + QPoint(14, 14))
    assert "stomach" not in shown(page)


def test_the_column_of_names_is_always_shown_and_first(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    press(qtbot, chooser, "form", Key.Key_Space)
    press(qtbot, chooser, "form", Key.Key_Down, ALT)
    press(qtbot, chooser, "trials", Key.Key_Up, ALT)
    assert shown(page)[:2] == ("form", "trials")


def test_alt_and_arrows_move_a_column(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    press(qtbot, chooser, "absorption", Key.Key_Up, ALT)
    assert shown(page)[:4] == ("form", "trials", "absorption", "percent")
    assert chooser.list.key == "absorption"
    press(qtbot, chooser, "absorption", Key.Key_Down, ALT)
    assert shown(page)[:4] == ("form", "trials", "percent", "absorption")


def test_the_buttons_move_and_widen_too(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    chooser.list.setCurrentRow(row_of(chooser, "article"))
    place = shown(page).index("article")
    qtbot.mouseClick(chooser.up, LEFT)
    assert shown(page)[place - 1] == "article"
    before = page.table.columnWidth(page.table.section_of("article"))
    qtbot.mouseClick(chooser.wider, LEFT)
    assert page.table.columnWidth(page.table.section_of("article")) > before
    qtbot.mouseClick(chooser.narrower, LEFT)
    assert page.table.columnWidth(page.table.section_of("article")) == before


def test_alt_and_arrows_change_a_width(
    qtbot: QtBot, page: ComparePage, chooser: ColumnChooser
) -> None:
    before = page.table.columnWidth(page.table.section_of("absorption"))
    press(qtbot, chooser, "absorption", Key.Key_Right, ALT)
    assert page.table.columnWidth(page.table.section_of("absorption")) > before


def test_every_control_of_the_list_has_a_name_and_can_be_reached(
    qtbot: QtBot, chooser: ColumnChooser
) -> None:
    chooser.list.setCurrentRow(2)
    reached = set()
    for _ in range(8):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget.accessibleIdentifier())
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)
        qtbot.keyClick(widget, Key.Key_Tab)
    buttons = {f"compare.columns.{name}" for name in ("up", "down", "narrower", "wider", "reset")}
    assert reached == {"compare.columns.list", *buttons}
    for button in chooser.findChildren(QPushButton):
        assert button.height() >= 24


def test_a_column_without_room_says_so_and_a_tick_keeps_it(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, (780, 600))
    assert "key_point" not in shown(page)
    chooser = opened(qtbot, page)
    item = chooser.list.item(row_of(chooser, "key_point"))
    assert item.checkState() == Qt.CheckState.Unchecked
    assert item.data(Qt.ItemDataRole.UserRole + 2) == "no room"
    press(qtbot, chooser, "key_point", Key.Key_Space)
    chooser.close()
    assert "key_point" in shown(page)
    page.resize(700, 600)
    QApplication.processEvents()
    assert "key_point" in shown(page)


# --- headings -----------------------------------------------------------------------------------


def test_a_heading_is_dragged_to_another_place(qtbot: QtBot, page: ComparePage) -> None:
    drag(qtbot, page, "percent", "stomach")
    assert shown(page)[:5] == ("form", "trials", "absorption", "stomach", "percent")
    assert page.table.columns.choices.widths == {}
    drag(qtbot, page, "trials", "absorption")
    assert shown(page)[:3] == ("form", "absorption", "trials")


def test_nothing_is_dragged_before_the_names(qtbot: QtBot, page: ComparePage) -> None:
    drag(qtbot, page, "article", "form")
    assert shown(page)[0] == "form"
    drag(qtbot, page, "form", "article")
    assert shown(page)[0] == "form"


# --- memory -------------------------------------------------------------------------------------


def test_order_width_and_choice_are_there_again_the_next_day(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, WIDE)
    drag(qtbot, page, "percent", "article")
    page.table.columns.show("serving", True)
    page.table.columns.show("main_use", False)
    page.table.columns.widen("article", 222)
    page._settings.save()
    again = shown_page(qtbot, library, tmp_path, WIDE)
    assert shown(again) == shown(page)
    assert "serving" in shown(again)
    assert abs(again.table.columnWidth(again.table.section_of("article")) - 222) <= 1
    assert [row.key for row in Settings(tmp_path).values.columns] == list(
        again.table.columns.choices.order
    )


def test_columns_of_a_later_version_are_shown_beside_their_usual_neighbour(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    kept = ("form", "trials", "article", "percent", "gone")
    settings = Settings(tmp_path)
    settings.change(columns=tuple(ColumnState(key=key) for key in kept))
    settings.save()
    page = shown_page(qtbot, library, tmp_path, (2000, 760))
    assert shown(page)[:3] == ("form", "trials", "article")
    assert set(shown(page)) == {column.key for column in COLUMNS if column.usual}


def test_every_kept_order_gives_every_column_once() -> None:
    assert whole_order((), COLUMNS) == COLUMNS.keys
    for kept in itertools.permutations(COLUMNS.keys[:4]):
        assert sorted(whole_order(kept, COLUMNS)) == sorted(COLUMNS.keys)
        assert whole_order(kept, COLUMNS)[0] == "form"


def test_reset_layout_can_be_undone(qtbot: QtBot, page: ComparePage) -> None:
    drag(qtbot, page, "percent", "article")
    page.table.columns.show("serving", True)
    page.table.columns.widen("article", 222)
    before = page.table.columns.choices
    arranged = shown(page)
    chooser = opened(qtbot, page)
    assert not chooser.undo.isVisible()
    qtbot.mouseClick(chooser.reset, LEFT)
    assert shown(page) == tuple(column.key for column in COLUMNS if column.usual)
    assert page._settings.values.columns == ()
    assert chooser.undo.isVisible()
    chooser.undo.setFocus()
    qtbot.keyClick(chooser.undo, Key.Key_Space)
    assert shown(page) == arranged
    assert page.table.columns.choices == before
    assert not chooser.undo.isVisible()
    chooser.close()


def test_a_reset_can_be_undone_after_the_list_was_closed(qtbot: QtBot, page: ComparePage) -> None:
    page.table.columns.show("serving", True)
    page.arrangement.reset()
    chooser = opened(qtbot, page)
    assert chooser.undo.isVisible()
    press(qtbot, chooser, "cautions", Key.Key_Space)
    assert not chooser.undo.isVisible()
    chooser.close()
