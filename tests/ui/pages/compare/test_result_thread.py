"""Coming from a result the thread is kept: a chip, the closest fit, a way back, and the stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.pages import compare_page
from tests.ui.pages.compare.compare_forms import names, shown_page, words

LEFT = Qt.MouseButton.LeftButton


def from_result(page: ComparePage) -> None:
    page.show_from_result(["glycinate", "citrate", "oxide"], "citrate")
    QApplication.processEvents()


def test_the_forms_of_a_result_stand_under_their_chip(page: ComparePage) -> None:
    thread = page.toolbar.from_result
    assert not thread.chip.isVisible()
    from_result(page)
    assert set(names(page)) == {"Glycinate", "Citrate", "Oxide"}
    assert thread.chip.isVisible()
    assert thread.chip.text() == "From your result"
    assert thread.back.isVisible()


def test_the_closest_fit_is_ticked_marked_and_said(page: ComparePage) -> None:
    from_result(page)
    assert page.model.ticks.ids == {"citrate"}
    assert page.table.current_form is not None
    assert page.table.current_form.id == "citrate"
    row = page.proxy.row_of("citrate")
    assert row is not None
    spoken = page.proxy.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Citrate, closest fit"


def test_the_cross_shows_all_forms_again(qtbot: QtBot, page: ComparePage) -> None:
    from_result(page)
    qtbot.mouseClick(page.toolbar.from_result.chip, LEFT)
    assert len(names(page)) == page.model.rowCount()
    assert not page.toolbar.from_result.chip.isVisible()
    assert not page.toolbar.from_result.back.isVisible()
    assert page.model.closest == ""
    assert page.table.hasFocus()


@pytest.mark.parametrize("way", ["clear all", "show all", "new person"])
def test_every_way_to_all_forms_ends_the_thread(qtbot: QtBot, page: ComparePage, way: str) -> None:
    from_result(page)
    if way == "clear all":
        qtbot.mouseClick(page.toolbar.chips.clear_all, LEFT)
    elif way == "show all":
        page.show_form("malate")
    else:
        page.forget_forms()
    assert not page.toolbar.from_result.chip.isVisible()
    assert len(names(page)) == page.model.rowCount()


def test_the_way_back_to_the_result_is_asked_for(qtbot: QtBot, page: ComparePage) -> None:
    from_result(page)
    with qtbot.waitSignal(page.back_to_result):
        qtbot.keyClick(page.toolbar.from_result.back, Qt.Key.Key_Space)


def test_trials_are_shown_for_the_complaint_of_the_result(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = compare_page(library, Settings(tmp_path), lambda: "sleep")
    qtbot.addWidget(page)
    page.resize(1034, 760)
    page.show()
    cramps = words(page, "trials")
    page.show_from_result(["glycinate", "citrate"], "glycinate")
    assert page.model.columns.named("trials").whole_title == "Trials for sleep"
    directions = library.catalogue.directions
    found = {
        library.catalogue.findings[form, "sleep"].direction for form in ("glycinate", "citrate")
    }
    assert set(words(page, "trials")) == {directions[direction].word for direction in found}
    page.forget_forms()
    assert page.model.columns.named("trials").whole_title == "Trials for cramps"
    assert words(page, "trials") == cramps


def test_after_a_stop_a_line_says_so_until_the_answers_are_cleared(page: ComparePage) -> None:
    assert not page.stop.isVisible()
    page.set_stop(True)
    assert page.stop.isVisible()
    interface = QAccessible.queryAccessibleInterface(page.stop)
    assert "do not start" in interface.text(QAccessible.Text.Name)
    page.set_stop(False)
    assert not page.stop.isVisible()


# --- what is counted and said -------------------------------------------------------------------


def test_what_is_counted_aloud_is_what_is_shown(page: ComparePage) -> None:
    table = QAccessible.queryAccessibleInterface(page.table)
    for key, shown in (("cautions", True), ("stomach", False), ("article", False)):
        page.table.columns.show(key, shown)
        QApplication.processEvents()
        with_headings = (page.proxy.rowCount() + 1) * (len(page.table.shown_keys) + 1)
        assert table.childCount() == with_headings


def test_the_focus_is_in_the_table_at_the_start(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = compare_page(library, Settings(tmp_path))
    qtbot.addWidget(page)
    page.resize(1034, 760)
    page.show()
    page.activateWindow()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(page.table.hasFocus)


@pytest.mark.parametrize("size", [(878, 600), (1034, 600), (780, 760)])
def test_a_small_page_folds_its_chips_and_shows_ten_rows(
    qtbot: QtBot, library: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = shown_page(qtbot, library, tmp_path, size)
    folded = page.toolbar.chips.folded
    assert folded.isVisible()
    assert not any(chip.isVisible() for chip in page.toolbar.chips.chips.values())
    assert not page.split.is_open
    assert page.toolbar.details.isVisible()
    assert page.table.viewport().height() >= 10 * page.table.rowHeight(0)
    first, second = folded.menu().actions()[:2]
    first.trigger()
    assert folded.text() == "Filter: 1 on"
    second.trigger()
    assert page.row_filter.state.chips == {first.data(), second.data()}
    page.show_all()
    assert folded.text() == "Filter"
    assert not first.isChecked()
