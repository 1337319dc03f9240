"""Filter chips, what is to blame when nothing is left, and marks where the text was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.knowledge.names.name_hits import Marks
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.compare import page as page_module
from magdesk.ui.pages.compare.filter.filters import FILTERS
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.marked_text import fitted
from magdesk.ui.widgets.choices.chips import Chip
from tests.ui.pages.compare.compare_forms import FORMS, names, shown_page

LEFT = Qt.MouseButton.LeftButton


def chip(page: ComparePage, key: str) -> Chip:
    found = page.findChild(Chip, f"filter.{key}")
    assert found is not None
    assert found.accessibleIdentifier() == f"filter.{key}"
    return found


def count_text(page: ComparePage) -> str:
    return page.toolbar.count.text()


# --- chips --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kept", "left_out"),
    [
        ("mouth", "Citrate", "Sulfate (bath)"),
        ("skin", "Sulfate (bath)", "Citrate"),
        ("gentle", "Glycinate", "Oxide"),
        ("tested", "Lactate", "Malate"),
        ("loosens", "Oxide", "Glycinate"),
        ("hide_avoid", "Malate", "Oxide"),
    ],
)
def test_each_chip_keeps_what_it_says(
    qtbot: QtBot, page: ComparePage, key: str, kept: str, left_out: str
) -> None:
    qtbot.mouseClick(chip(page, key), LEFT)
    assert kept in names(page)
    assert left_out not in names(page)
    assert count_text(page) == f"{len(names(page))} of {FORMS} forms"
    qtbot.mouseClick(chip(page, key), LEFT)
    assert len(names(page)) == FORMS


def test_chips_and_text_work_together(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.mouseClick(chip(page, "mouth"), LEFT)
    by_mouth = set(names(page))
    qtbot.mouseClick(chip(page, "loosens"), LEFT)
    both = set(names(page))
    assert both < by_mouth
    qtbot.keyClicks(page.toolbar.filter.edit, "heartburn")
    assert set(names(page)) == {"Hydroxide", "Oxide"}
    assert count_text(page) == f"2 of {FORMS} forms"


def test_a_chip_is_turned_by_the_space_bar(qtbot: QtBot, page: ComparePage) -> None:
    chip(page, "skin").setFocus()
    qtbot.keyClick(chip(page, "skin"), Qt.Key.Key_Space)
    assert names(page) == ["Chloride (topical)", "Sulfate (bath)"]


def test_clear_all_lifts_chips_and_text_at_once(qtbot: QtBot, page: ComparePage) -> None:
    assert not page.toolbar.chips.clear_all.isVisible()
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    qtbot.keyClicks(page.toolbar.filter.edit, "bath")
    qtbot.mouseClick(page.toolbar.chips.clear_all, LEFT)
    assert len(names(page)) == FORMS
    assert page.toolbar.filter.edit.text() == ""
    assert not any(chip(page, declared.key).isChecked() for declared in FILTERS)
    assert not page.toolbar.chips.clear_all.isVisible()


def test_the_count_is_announced_after_a_chip(
    qtbot: QtBot, page: ComparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _widget, message: said.append(message))
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    qtbot.waitUntil(lambda: bool(said), timeout=3000)
    assert said == [f"2 of {FORMS} forms"]


def test_a_chip_says_what_it_keeps_to_a_screen_reader(page: ComparePage) -> None:
    for declared in FILTERS:
        interface = QAccessible.queryAccessibleInterface(chip(page, declared.key))
        assert interface.text(QAccessible.Text.Name) == declared.label
        assert interface.text(QAccessible.Text.Description) == declared.meaning


def test_a_form_asked_for_lifts_the_chips_that_hide_it(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    page.show_form("citrate")
    assert not chip(page, "skin").isChecked()
    assert page.table.current_form is not None
    assert page.table.current_form.id == "citrate"


@pytest.mark.parametrize("width", [1034, 780, 560])
def test_no_chip_is_cut_off_however_narrow_the_page_is(
    qtbot: QtBot, library: Library, tmp_path: Path, width: int
) -> None:
    page = shown_page(qtbot, library, tmp_path, (width, 600))
    row = chip(page, "mouth").parentWidget()
    assert row is not None
    seen: list[QRect] = []
    for widget in (*page.toolbar.chips.widgets, page.toolbar.sort, page.toolbar.columns):
        if not widget.isVisible():
            continue
        assert row.rect().contains(widget.geometry())
        assert widget.size() == widget.sizeHint()
        assert not any(other.intersects(widget.geometry()) for other in seen)
        seen.append(widget.geometry())


# --- nothing left -------------------------------------------------------------------------------


def test_the_filter_to_blame_is_named_and_a_button_lifts_it(
    qtbot: QtBot, page: ComparePage
) -> None:
    for key in ("mouth", "tested"):
        qtbot.mouseClick(chip(page, key), LEFT)
    left = len(names(page))
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    empty = page.panel.nothing_found
    assert empty.isVisible()
    assert empty.title.text() == "“On skin” leaves no form"
    assert [button.text() for button in empty.lift_buttons] == [
        f"Remove “On skin” ({left} forms)",
        "Remove “By mouth” (1 form)",
    ]
    qtbot.mouseClick(empty.lift_buttons[0], LEFT)
    assert not chip(page, "skin").isChecked()
    assert len(names(page)) == left
    assert page.table.hasFocus()


def test_the_search_can_be_to_blame(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    qtbot.keyClicks(page.toolbar.filter.edit, "zzz")
    empty = page.panel.nothing_found
    assert empty.title.text() == "The search “zzz” leaves no form"
    (button,) = empty.lift_buttons
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert page.toolbar.filter.edit.text() == ""
    assert chip(page, "skin").isChecked()
    assert len(names(page)) == 2


def test_forms_that_were_asked_for_can_be_to_blame(qtbot: QtBot, page: ComparePage) -> None:
    page.show_from_result(["citrate"], "citrate")
    qtbot.mouseClick(chip(page, "skin"), LEFT)
    button = page.panel.nothing_found.lift_buttons[0]
    assert button.text() == "Remove the choice of forms (2 forms)"
    qtbot.mouseClick(button, LEFT)
    assert names(page) == ["Chloride (topical)", "Sulfate (bath)"]


def test_where_no_single_filter_is_to_blame_it_says_so(qtbot: QtBot, page: ComparePage) -> None:
    for key in ("mouth", "skin", "gentle", "loosens"):
        qtbot.mouseClick(chip(page, key), LEFT)
    empty = page.panel.nothing_found
    assert empty.title.text() == "No form fits all filters"
    assert empty.lift_buttons == []
    qtbot.mouseClick(empty.clear, LEFT)
    assert len(names(page)) == FORMS


# --- marks --------------------------------------------------------------------------------------


def match(library: Library, form: str, typed: str) -> Marks:
    return library.names.marks(form, library.names.find(typed))


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_part_of_the_name_that_was_typed_is_marked(library: Library) -> None:
    found = match(library, "glycinate", "GLYCI")
    assert marked("Glycinate", found.in_name) == ["Glyci"]
    assert found.found_in == ""


def test_where_another_name_holds_it_that_name_is_shown(library: Library) -> None:
    found = match(library, "sulfate_bath", "epsom")
    assert found.in_name == ()
    assert found.found_in == "Epsom salt"
    assert marked(found.found_in, found.in_found) == ["Epsom"]


def test_each_word_is_marked_where_it_is_found(library: Library) -> None:
    found = match(library, "chloride_topical", "chloride skin")
    assert marked("Chloride (topical)", found.in_name) == ["Chloride"]
    assert marked(found.found_in, found.in_found) == ["skin"]


def test_a_sign_between_words_makes_no_difference(library: Library) -> None:
    found = match(library, "threonate", "l-threo")
    assert marked("L-threonate", found.in_name) == ["L", "threo"]


def test_a_sentence_is_cut_so_that_the_marked_word_is_seen(qapp: QApplication) -> None:
    sentence = "Sold for relaxing and for slow bowels. Trials in leg cramps found little."
    start = sentence.index("slow")
    width = QFontMetricsF(QFont()).horizontalAdvance("x" * 20)
    shown, spans = fitted(sentence, [(start, start + 4)], QFont(), width)
    assert marked(shown, spans) == ["slow"]
    assert shown.startswith("…slow bowels")
    assert QFontMetricsF(QFont()).horizontalAdvance(shown) <= width


def test_the_match_is_painted_and_said(qtbot: QtBot, page: ComparePage) -> None:
    qtbot.keyClicks(page.toolbar.filter.edit, "epsom")
    QApplication.processEvents()
    index = page.proxy.index(1, 0)
    image = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    accent = current_theme().color("accent").rgb()
    line = max(
        sum(image.pixel(x, y) == accent for x in range(image.width()))
        for y in range(image.height())
    )
    assert line > 20
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", found by Epsom salt")
    page.toolbar.filter.edit.clear()
    row = page.proxy.row_of("sulfate_oral")
    assert row is not None
    spoken = page.proxy.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "found by" not in spoken
