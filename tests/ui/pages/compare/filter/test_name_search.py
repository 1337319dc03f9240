"""The search finds what people type; near misses are offered; a label shows what it holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.table_model import MATCH_ROLE
from tests.ui.pages.compare.compare_forms import names

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("MgO", "Oxide"),
        ("Mg glycinate", "Glycinate"),
        ("magnesiumcitrate", "Citrate"),
        ("glycinate 400 mg", "Glycinate"),
        ("citráte", "Citrate"),
        ("CİTRATE", "Citrate"),
        ("citr\u00adate", "Citrate"),
        ("BISGLYCINATE", "Glycinate"),
        ("milk of magnesia", "Hydroxide"),
        ("epsom", "Sulfate (bath)"),
    ],
)
def test_everyday_words_find_their_form(page: ComparePage, typed: str, found: str) -> None:
    page.toolbar.filter.edit.setText(typed)
    assert found in names(page)
    assert len(names(page)) <= 3


def test_a_plural_finds_what_the_word_finds(page: ComparePage) -> None:
    page.toolbar.filter.edit.setText("twitch")
    one = names(page)
    page.toolbar.filter.edit.setText("twitches")
    assert one
    assert names(page) == one


def test_oxide_is_not_found_inside_hydroxide(page: ComparePage) -> None:
    page.toolbar.filter.edit.setText("oxide")
    assert "Oxide" in names(page)
    assert "Hydroxide" not in names(page)


def test_a_near_miss_is_offered_and_applied_only_when_it_is_pressed(
    qtbot: QtBot, page: ComparePage
) -> None:
    qtbot.keyClicks(page.toolbar.filter.edit, "bisglicinate")
    assert names(page) == []
    offer = page.panel.nothing_found.lift_buttons[0]
    assert offer.text() == "Did you mean “bisglycinate”?"
    qtbot.mouseClick(offer, LEFT)
    assert page.toolbar.filter.edit.text() == "bisglycinate"
    assert names(page) == ["Glycinate"]
    assert page.table.hasFocus()


def test_marks_follow_every_letter(qtbot: QtBot, page: ComparePage) -> None:
    page.toolbar.filter.edit.setFocus()
    marked = []
    for letter in "glycin":
        changes = QSignalSpy(page.proxy.dataChanged)
        qtbot.keyClicks(page.toolbar.filter.edit, letter)
        QApplication.processEvents()
        row = page.proxy.row_of("glycinate")
        assert row is not None
        ((start, end),) = page.proxy.index(row, 0).data(MATCH_ROLE).in_name
        marked.append("Glycinate"[start:end])
        roles = [set(change[2]) for change in (changes.at(at) for at in range(changes.count()))]
        assert any(MATCH_ROLE in asked for asked in roles)
    assert marked == ["G", "Gl", "Gly", "Glyc", "Glyci", "Glycin"]


def test_the_chosen_form_is_chosen_again_when_the_filter_goes(
    qtbot: QtBot, page: ComparePage
) -> None:
    page.table.show_form("citrate")
    for typed in ("oxide", "epsom", "zzz", "oxide"):
        page.toolbar.filter.edit.setText(typed)
    page.toolbar.filter.edit.clear()
    assert page.table.current_form is not None
    assert page.table.current_form.id == "citrate"
    page.toolbar.filter.edit.setText("epsom")
    page.table.show_form("sulfate_oral")
    page.toolbar.filter.edit.setText("sulfate")
    page.toolbar.filter.edit.clear()
    assert page.table.current_form.id == "sulfate_oral"


def test_a_label_shows_what_it_holds_and_leads_to_the_label_page(
    qtbot: QtBot, page: ComparePage
) -> None:
    hint = page.toolbar.hint
    assert not hint.isVisible()
    qtbot.keyClicks(page.toolbar.filter.edit, "bisglycinate 1000 mg")
    assert names(page) == ["Glycinate"]
    qtbot.waitUntil(hint.isVisible)
    assert hint.text() == "100 to 141 mg magnesium, open Label"
    with qtbot.waitSignal(page.label_requested) as asked:
        qtbot.mouseClick(hint, LEFT)
    assert asked.args == ["bisglycinate 1000 mg"]
    page.toolbar.filter.edit.setText("oxide")
    qtbot.waitUntil(lambda: not hint.isVisible())
    with qtbot.waitSignal(page.label_requested) as asked:
        qtbot.mouseClick(page.toolbar.label_button, LEFT)
    assert asked.args == [""]


def test_an_amount_alone_hides_nothing(page: ComparePage) -> None:
    page.toolbar.filter.edit.setText("400 mg")
    assert len(names(page)) == page.model.rowCount()


def test_a_whole_book_that_is_pasted_cuts_nothing(qtbot: QtBot, page: ComparePage) -> None:
    page.toolbar.filter.edit.setText("word " * 3000)
    QApplication.processEvents()
    title = page.panel.nothing_found.title
    assert title.height() >= title.heightForWidth(title.width())
    assert page.width() == 1034
