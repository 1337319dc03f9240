"""The map in a real window: keyboard, mouse, screen reader, fonts and themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.evidence_cells import evidence_grid
from magdesk.ui.grids.grid_metrics import width_of, wrapped
from magdesk.ui.look.theme import apply_theme, load_theme
from magdesk.ui.pages.evidence import page as page_module
from magdesk.ui.pages.evidence.map_contents import MapContents, cell_colors
from magdesk.ui.pages.evidence.map_model import DIRECTION_ROLE, EvidenceModel
from magdesk.ui.pages.evidence.page import EvidencePage
from tests.ui.pages.evidence.evidence_pages import SMALL, shown_page, with_font

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> EvidencePage:
    return shown_page(qtbot, library, tmp_path)


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    yield from with_font(qapp, 15)


def current(page: EvidencePage) -> tuple[str, str]:
    cell = page.current_cell
    assert cell is not None
    return cell.form.id, cell.outcome.id


# --- model --------------------------------------------------------------------------------------


@pytest.mark.parametrize("force_py", [False, True])
def test_the_model_is_sound(library: Library, qtmodeltester: ModelTester, force_py: bool) -> None:
    qtmodeltester.check(EvidenceModel(evidence_grid(library.catalogue)), force_py=force_py)


def test_the_direction_is_a_value_of_the_model(page: EvidencePage) -> None:
    page.go_to("taurate", "cramps")
    assert page.map.currentIndex().data(DIRECTION_ROLE) == "no_trial"
    page.go_to("oxide", "cramps")
    assert page.map.currentIndex().data(DIRECTION_ROLE) == "mixed"


# --- keyboard -----------------------------------------------------------------------------------


def test_arrows_go_from_cell_to_cell(qtbot: QtBot, page: EvidencePage) -> None:
    assert current(page) == ("glycinate", "cramps")
    qtbot.keyClick(page.map, Key.Key_Right)
    assert current(page) == ("glycinate", "twitches")
    qtbot.keyClick(page.map, Key.Key_Down)
    assert current(page) == ("citrate", "twitches")
    qtbot.keyClick(page.map, Key.Key_Left)
    qtbot.keyClick(page.map, Key.Key_Up)
    assert current(page) == ("glycinate", "cramps")
    qtbot.keyClick(page.map, Key.Key_End, CTRL)
    assert current(page) == (page.grid.forms[-1].id, page.grid.outcomes[-1].id)


def test_a_letter_jumps_to_the_next_form_that_begins_with_it(
    qtbot: QtBot, page: EvidencePage
) -> None:
    qtbot.keyClick(page.map, Key.Key_Right)
    visited = []
    for _ in range(3):
        qtbot.keyClick(page.map, Key.Key_O)
        visited.append(current(page))
    assert visited == [("oxide", "twitches"), ("orotate", "twitches"), ("oxide", "twitches")]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_opens_the_trials_and_escape_comes_back(
    qtbot: QtBot, page: EvidencePage, key: Qt.Key
) -> None:
    page.go_to("citrate", "cramps")
    qtbot.keyClick(page.map, key)
    assert page.split.is_open
    assert page.panel.cell is page.current_cell
    focused = page.focusWidget()
    assert focused is not None
    assert page.panel.isAncestorOf(focused)
    qtbot.keyClick(focused, Key.Key_Escape)
    assert not page.split.is_open
    assert page.map.hasFocus()
    assert current(page) == ("citrate", "cramps")


def test_escape_in_the_map_closes_the_panel_beside_it(qtbot: QtBot, page: EvidencePage) -> None:
    page.open_cell()
    page.map.setFocus()
    qtbot.keyClick(page.map, Key.Key_Escape)
    assert not page.split.is_open


def test_the_open_panel_follows_the_arrows(qtbot: QtBot, page: EvidencePage) -> None:
    page.open_cell()
    page.map.setFocus()
    qtbot.keyClick(page.map, Key.Key_Down)
    assert page.panel.cell is page.current_cell
    assert page.panel.title.text().startswith("Citrate")


def test_tab_leaves_the_map_forwards_and_backwards(qtbot: QtBot, page: EvidencePage) -> None:
    qtbot.keyClick(page.map, Key.Key_Tab)
    assert page.focusWidget() is page.summary.read
    qtbot.keyClick(page.summary.read, Key.Key_Backtab)
    assert page.map.hasFocus()
    qtbot.keyClick(page.map, Key.Key_Backtab)
    assert page.focusWidget() is page.rule


def test_everything_is_reached_by_tab(qtbot: QtBot, page: EvidencePage) -> None:
    reached: list[str] = []
    for _ in range(12):
        widget = page.focusWidget()
        assert widget is not None
        if widget.objectName() in reached:
            break
        reached.append(widget.objectName())
        qtbot.keyClick(widget, Key.Key_Tab)
    assert set(reached) == {
        "evidence.map",
        "evidence.read",
        "evidence.open_form",
        "evidence.copy",
        "evidence.expect",
        "evidence.rule",
    }


def test_ctrl_c_copies_the_whole_map(
    qtbot: QtBot, page: EvidencePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _widget, words: said.append(words))
    qtbot.keyClick(page.map, Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().splitlines()
    assert len(lines) == 1 + len(page.grid.forms)
    assert lines[0].split("\t")[:2] == ["Form", "Muscle cramps"]
    count = page.grid.cells[1][0].trial_count
    assert f"Citrate\tMixed: Trials: mixed ({count})\tNo trial\t" in mime.text()
    assert mime.hasHtml()
    in_csv = mime.data("text/csv").data()
    assert f"Citrate,Mixed: Trials: mixed ({count}),No trial".encode() in in_csv
    assert said == ["The map was copied as a table"]


# --- mouse --------------------------------------------------------------------------------------


def click(qtbot: QtBot, page: EvidencePage, row: int, column: int) -> None:
    rect = page.map.visualRect(page.map.model().index(row, column))
    qtbot.mouseClick(
        page.map.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center() + QPoint(2, 2)
    )


def test_a_click_opens_a_cell_and_the_keyboard_stays_in_the_map(
    qtbot: QtBot, page: EvidencePage
) -> None:
    click(qtbot, page, 1, 2)
    assert page.split.is_open
    assert not page.split.over
    assert page.panel.title.text().startswith("Citrate: absorption")
    assert page.map.hasFocus()


def test_in_a_small_window_the_panel_opens_over_the_map(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, SMALL)
    click(qtbot, page, 1, 2)
    assert page.split.over
    assert page.panel.isVisible()
    assert not page.map.isVisible()
    qtbot.waitUntil(lambda: page.panel.close_button.width() >= 24)
    qtbot.mouseClick(page.panel.close_button, Qt.MouseButton.LeftButton)
    assert page.map.isVisible()
    assert current(page) == ("citrate", "absorption")


def test_the_strip_below_sums_up_the_current_cell(qtbot: QtBot, page: EvidencePage) -> None:
    page.go_to("citrate", "cramps")
    cell = page.current_cell
    assert cell is not None
    finding = cell.finding
    assert finding is not None
    assert page.summary.title.source() == "Citrate, cramps: mixed"
    assert page.summary.text.source() == finding.plain
    assert page.summary.read.text() == f"Read {cell.trial_count} trials"
    qtbot.mouseClick(page.summary.read, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    assert not page.summary.isVisible()


def test_the_form_of_a_cell_can_be_opened(qtbot: QtBot, page: EvidencePage) -> None:
    page.go_to("oxide", "sleep")
    with qtbot.waitSignal(page.read_form) as asked:
        qtbot.mouseClick(page.summary.form, Qt.MouseButton.LeftButton)
    assert asked.args == ["oxide"]
    page.open_cell()
    with qtbot.waitSignal(page.read_form) as asked:
        qtbot.mouseClick(page.panel.open_form, Qt.MouseButton.LeftButton)
    assert asked.args == ["oxide"]


# --- screen reader ------------------------------------------------------------------------------


def test_the_map_is_a_table_with_a_name_and_an_identifier(page: EvidencePage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.map)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Evidence map"
    assert page.map.accessibleIdentifier() == page.map.objectName() == "evidence.map"


def test_a_screen_reader_hears_form_outcome_grade_and_number(page: EvidencePage) -> None:
    index = page.map.model().index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    count = page.grid.cells[1][0].trial_count
    assert spoken == f"Citrate, cramps: mixed, {count} trials"
    table = QAccessible.queryAccessibleInterface(page.map)
    parts = [table.child(place) for place in range(1, table.childCount())]
    said = {(part.role(), part.text(QAccessible.Text.Name)) for part in parts}
    assert (QAccessible.Role.Cell, spoken) in said
    assert (QAccessible.Role.RowHeader, "Citrate") in said
    assert (
        QAccessible.Role.ColumnHeader,
        f"Cramps, {page.grid.tested(0)} of {len(page.grid.forms)} tested",
    ) in said


def test_each_control_has_a_name_and_an_identifier(page: EvidencePage) -> None:
    for show in (page.open_cell, page.open_rule, page.close_panel, page.show_expectation):
        show()
        controls = [one for one in page.findChildren(QWidget) if one.isVisible()]
        controls = [one for one in controls if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for widget in controls:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
            assert min(widget.width(), widget.height()) >= 24, widget


# --- fonts, sizes, themes -----------------------------------------------------------------------


def contents_of(page: EvidencePage) -> MapContents:
    assert isinstance(page.map.contents, MapContents)
    return page.map.contents


def assert_no_word_is_cut(page: EvidencePage) -> None:
    view, contents = page.map, contents_of(page)
    for row, cells in enumerate(page.grid.cells):
        for column, cell in enumerate(cells):
            width = view.columnWidth(column)
            assert contents.height_in(cell, width) <= view.rowHeight(row) + 1, cell.word
            room = contents.room_in(width) - contents.beside_words(cell)
            assert room >= -1
            for line in wrapped(contents.type.word, cell.word, room) if contents.in_words else ():
                assert width_of(contents.type.word, line) <= room + 1, line


@pytest.mark.parametrize("width", [640, 780, 1034, 1700])
def test_no_word_is_cut_at_any_width(
    qtbot: QtBot, library: Library, tmp_path: Path, width: int
) -> None:
    page = shown_page(qtbot, library, tmp_path, (width, 600))
    assert_no_word_is_cut(page)
    page.open_cell()
    assert_no_word_is_cut(page)


@pytest.mark.usefixtures("large_font")
def test_no_word_is_cut_in_a_large_font(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    page = shown_page(qtbot, library, tmp_path, (1060, 760))
    assert_no_word_is_cut(page)
    assert page.map.rowHeight(0) > 50


def test_a_font_that_grows_while_it_is_shown_is_measured_anew(
    qtbot: QtBot, qapp: QApplication, page: EvidencePage
) -> None:
    before = page.map.rowHeight(0)
    for _ in with_font(qapp, 15):
        qtbot.waitUntil(lambda: page.map.rowHeight(0) > before)
        assert_no_word_is_cut(page)


def test_at_least_three_rows_show_in_the_smallest_window(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, SMALL)
    assert page.map.rowAt(page.map.viewport().height() - 1) >= 3


@pytest.mark.parametrize("is_open", [False, True], ids=["map", "map and panel"])
@pytest.mark.parametrize("points", [10, 15])
def test_every_outcome_fits_or_is_scrolled_to_under_its_heading(
    qtbot: QtBot,
    qapp: QApplication,
    library: Library,
    tmp_path: Path,
    is_open: bool,
    points: float,
) -> None:
    for _ in with_font(qapp, points):
        page = shown_page(qtbot, library, tmp_path)
        if is_open:
            page.open_cell()
        if page.split.over and is_open:
            continue  # the panel stands over the map
        for outcome in page.grid.outcomes:
            page.go_to("citrate", outcome.id)
            cell = page.map.visualRect(page.map.currentIndex())
            assert page.map.viewport().rect().adjusted(0, 0, 1, 1).contains(cell)
            heading = page.map.horizontalHeader()
            column = page.map.currentIndex().column()
            assert heading.sectionViewportPosition(column) == cell.x()


def test_where_words_have_no_room_marks_and_counts_remain(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, (1240, 760))
    assert contents_of(page).in_words
    page.open_cell()
    assert not contents_of(page).in_words
    assert not page.split.over


def contrast(first: QColor, second: QColor) -> float:
    def light(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((light(first), light(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_cell_can_be_read_in_every_theme(library: Library, name: str) -> None:
    theme = load_theme(name)
    for cell in evidence_grid(library.catalogue):
        colors = cell_colors(cell, theme)
        assert contrast(colors.ink, colors.fill) >= 4.5


def test_another_theme_is_painted_at_once(qapp: QApplication, page: EvidencePage) -> None:
    try:
        apply_theme(qapp, "light")
        page.go_to("citrate", "sleep")
        corner = page.map.visualRect(page.map.model().index(0, 0)).topLeft() + QPoint(12, 6)
        seen = {}
        for name in ("light", "dark", "contrast"):
            apply_theme(qapp, name)
            image = page.map.viewport().grab().toImage()
            seen[name] = image.pixelColor(corner).name()
            assert seen[name] == load_theme(name).color("info_tint").name()
        assert len(set(seen.values())) == 3
    finally:
        apply_theme(qapp, "light")
