"""Two to four forms side by side: every attribute told, at either detail level, by mouse or key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.form_rows import FormRow, form_rows
from magdesk.ui.grids.grid_metrics import width_of
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.side_by_side.attributes import Attribute, attributes, only_differing
from magdesk.ui.pages.side_by_side.page import SideBySidePage
from tests.ui.pages.compare.compare_forms import shown_page
from tests.ui.pages.compare.table.test_compare_look import count_of

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> ComparePage:
    return shown_page(qtbot, library, tmp_path)


def laid_out(page: ComparePage, *forms: str) -> SideBySidePage:
    page.model.ticks.put(forms)
    page.choosing.bar.side_by_side.click()
    QApplication.processEvents()
    opened = page.choosing.open_page
    assert isinstance(opened, SideBySidePage)
    return opened


def rows_of(library: Library, *forms: str) -> tuple[FormRow, ...]:
    by_id = {row.form.id: row for row in form_rows(library.catalogue)}
    return tuple(by_id[form] for form in forms)


def named(rows: tuple[Attribute, ...], key: str) -> Attribute:
    return next(row for row in rows if row.key == key)


# --- what is told -------------------------------------------------------------------------------


def test_every_attribute_has_a_name_a_meaning_and_a_value_for_each_form(library: Library) -> None:
    every = form_rows(library.catalogue)
    for detailed in (False, True):
        for row in attributes(library.catalogue, every, detailed=detailed):
            assert row.name
            assert 0 < len(row.meaning.split()) <= 12
            assert len(row.values) == len(every)
            assert all(value.whole for value in row.values), row.key


def test_amounts_and_words_are_those_of_the_table(library: Library) -> None:
    rows = attributes(
        library.catalogue, rows_of(library, "citrate", "glycinate", "sucrosomial"), detailed=False
    )
    assert [value.word for value in named(rows, "percent").values][:2] == ["16.2 %", "14.1 %"]
    assert named(rows, "compound_mg").values[1].word == "709 mg"
    assert named(rows, "compound_mg").values[2].word == "Go by the label"
    assert named(rows, "article").values[0].rating == "moderate_high"
    assert named(rows, "article").values[2].word == "Not rated"


def test_evidence_is_told_for_every_outcome_and_never_studied_says_so(library: Library) -> None:
    rows = attributes(library.catalogue, rows_of(library, "citrate", "orotate"), detailed=False)
    keys = [row.key for row in rows if row.key.startswith("evidence_")]
    assert keys == [f"evidence_{outcome}" for outcome in library.catalogue.outcomes]
    assert named(rows, "evidence_cramps").values[0].shape == "mixed"
    assert named(rows, "evidence_cramps").values[1].shape == "no_trial"


def test_professional_detail_tells_grade_trials_and_formula(library: Library) -> None:
    forms = rows_of(library, "citrate", "glycinate")
    plain = attributes(library.catalogue, forms, detailed=False)
    detail = attributes(library.catalogue, forms, detailed=True)
    told = named(detail, "evidence_cramps").values[1].text
    finding = library.catalogue.findings["glycinate", "cramps"]
    assert told.startswith(f"{finding.grade}; ")
    assert "n = " in told
    assert finding.detail in told
    assert "n =" not in named(plain, "evidence_cramps").values[1].text
    assert "g/mol" in named(detail, "percent").values[0].text


def test_only_differences_leaves_out_what_is_alike(library: Library) -> None:
    rows = attributes(library.catalogue, rows_of(library, "citrate", "glycinate"), detailed=False)
    left = {row.key for row in only_differing(rows)}
    assert "taken" not in left
    assert {"absorption", "stomach", "percent", "article"} <= left
    same = attributes(library.catalogue, rows_of(library, "citrate", "citrate"), detailed=True)
    assert only_differing(same) == ()


# --- the page -----------------------------------------------------------------------------------


def test_ticked_forms_open_as_columns_in_place_of_the_table(page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    assert [form.name for form in opened.contents.model.forms] == ["Glycinate", "Citrate"]
    assert not page.table.isVisible()
    assert not page.toolbar.isVisible()
    assert opened.view.hasFocus()
    assert opened.view.currentIndex().isValid()


def test_back_and_escape_lead_to_the_table_with_its_ticks(qtbot: QtBot, page: ComparePage) -> None:
    for leave in ("mouse", "key"):
        opened = laid_out(page, "glycinate", "citrate")
        if leave == "mouse":
            qtbot.mouseClick(opened.back, LEFT)
        else:
            qtbot.keyClick(opened.view, Key.Key_Escape)
        assert page.choosing.open_page is None
        assert page.table.isVisible()
        assert page.table.hasFocus()
        assert page.model.ticks.ids == {"citrate", "glycinate"}


def test_ctrl_f_leads_to_the_filter_of_the_table(qtbot: QtBot, page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    qtbot.keyClick(opened.view, Key.Key_F, CTRL)
    assert page.choosing.open_page is None
    assert page.toolbar.filter.edit.hasFocus()


def test_a_form_asked_for_from_elsewhere_brings_the_table_back(page: ComparePage) -> None:
    laid_out(page, "glycinate", "citrate")
    page.show_form("oxide")
    assert page.choosing.open_page is None
    assert page.table.isVisible()


def test_the_switch_hides_rows_that_are_alike_and_counts_them(
    qtbot: QtBot, page: ComparePage
) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    every = len(opened.contents.model.rows)
    qtbot.mouseClick(opened.differences, LEFT)
    left = len(opened.contents.model.rows)
    assert 0 < left < every
    assert opened.count.text() == f"{left} of {every} rows differ. The others are hidden."
    qtbot.keyClick(opened.differences, Key.Key_Space)
    assert len(opened.contents.model.rows) == every


def test_the_detail_level_is_followed_at_the_same_attribute(page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    opened.view.setCurrentIndex(opened.contents.model.index(5, 1))
    key = opened.contents.model.rows[5].key
    page._settings.change(detail_level="detail")
    current = opened.view.currentIndex()
    assert opened.contents.model.rows[current.row()].key == key
    assert current.column() == 1
    assert any("g/mol" in value.text for row in opened.contents.model.rows for value in row.values)


@pytest.mark.parametrize("size", [(1034, 760), (775, 600), (500, 420)])
@pytest.mark.parametrize("detail_level", ["plain", "detail"])
def test_nothing_is_cut_at_any_size(
    qtbot: QtBot, library: Library, tmp_path: Path, size: tuple[int, int], detail_level: str
) -> None:
    page = shown_page(qtbot, library, tmp_path, size)
    page._settings.change(detail_level=detail_level)
    opened = laid_out(page, "glycinate", "chloride_topical", "sucrosomial", "hydroxide")
    view, contents = opened.view, opened.contents
    for at, row in enumerate(contents.model.rows):
        for place, value in enumerate(row.values):
            width = view.columnWidth(place)
            assert view.rowHeight(at) >= contents.cell_height(value, width) - 1
            for word in value.text.split():
                assert width_of(contents.type.body, word) <= width


@pytest.mark.usefixtures("large_text")
def test_large_text_is_scrolled_to_and_the_names_stay(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, (740, 600))
    opened = laid_out(page, "glycinate", "citrate", "oxide")
    view = opened.view
    for _ in range(2):
        qtbot.keyClick(view, Key.Key_Right)
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum()
    assert view.verticalHeader().isVisible()
    right = opened.take_away.print.mapTo(opened, opened.take_away.print.rect().bottomRight()).x()
    assert right <= opened.width()


def test_down_scrolls_through_a_cell_that_is_taller_than_the_window(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    page = shown_page(qtbot, library, tmp_path, (775, 300))
    page._settings.change(detail_level="detail")
    opened = laid_out(page, "glycinate", "chloride_topical", "citrate", "oxide")
    view, model = opened.view, opened.contents.model
    tall = max(range(len(model.rows)), key=view.rowHeight)
    assert view.rowHeight(tall) > view.viewport().height()
    view.setCurrentIndex(model.index(tall, 0))
    view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtTop)
    seen_bottom = False
    for _ in range(40):
        if view.currentIndex().row() != tall:
            break
        seen_bottom = view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
        qtbot.keyClick(view, Key.Key_Down)
    assert view.currentIndex().row() == tall + 1
    assert seen_bottom


def test_a_cell_reads_on_its_own_and_a_name_says_what_it_means(
    page: ComparePage, library: Library
) -> None:
    view = laid_out(page, "glycinate", "citrate").view
    table = QAccessible.queryAccessibleInterface(view)
    said = {table.child(place).text(QAccessible.Text.Name) for place in range(table.childCount())}
    assert "Citrate, How it is taken: By mouth" in said
    label = library.catalogue.findings["glycinate", "cramps"].label
    assert any(words.startswith(f"Glycinate, Trials: cramps: {label}. ") for words in said)
    assert "How it is taken. By mouth, on the skin or in a bath." in said


def test_meters_and_marks_are_painted_beside_their_words(page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    view, model = opened.view, opened.contents.model
    place = next(at for at, row in enumerate(model.rows) if row.key == "article")
    index = model.index(place, 1)
    view.scrollTo(index)
    QApplication.processEvents()
    image = view.viewport().grab(view.visualRect(index)).toImage()
    assert count_of(image, current_theme().color("accent")) > 80


def test_enter_reads_the_form_of_the_column(qtbot: QtBot, page: ComparePage) -> None:
    view = laid_out(page, "glycinate", "citrate").view
    view.setCurrentIndex(view.model().index(2, 0))
    qtbot.keyClick(view, Key.Key_Return)
    assert page.choosing.open_page is None
    assert page.table.current_form is not None
    assert page.table.current_form.id == "glycinate"
    assert page.pane.isVisible()


def test_the_comparison_is_copied_as_a_table(qtbot: QtBot, page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    qtbot.keyClick(opened.view, Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines()[0] == "What\tGlycinate\tCitrate"
    assert "By mouth\tBy mouth" in mime.text()
    assert mime.hasFormat("text/csv")
    assert opened.count.text() == "Copied: Glycinate, Citrate"
    assert "rows differ" in opened.as_table().notes[0]


def test_tab_goes_through_the_page_in_reading_order(qtbot: QtBot, page: ComparePage) -> None:
    opened = laid_out(page, "glycinate", "citrate")
    opened.back.setFocus()
    order = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        assert widget is not None
        order.append(widget.accessibleIdentifier().removeprefix("side_by_side."))
        qtbot.keyClick(widget, Key.Key_Tab)
    assert order == ["back", "copy", "export", "print", "differences", "table"]
