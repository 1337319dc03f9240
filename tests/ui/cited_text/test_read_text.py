"""Texts as a screen reader finds them: paragraphs, rows of tables, links by what they open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from magdesk.ui.cited_text.text_parts import spans_of
from magdesk.ui.cited_text.text_view import TextView
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.scroll import ScrollPage
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import interface

ADDRESS = "https://doi.org/10.1000/1"
TEXT = (
    "<p>Found</p>"
    f'<p>Fewer cramps. <a href="{ADDRESS}" title="Smith, 2020">[1]</a></p>'
    "<p>One trial.</p>"
)
LINK = "Open in the browser: Smith, 2020"


@pytest.fixture
def view(shown: Show) -> Iterator[TextView]:
    QAccessible.setActive(True)
    page = ScrollPage()
    made = TextView("What was found", page)
    made.show_text(lambda _look: TEXT)
    page.body.addWidget(made)
    shown(Button("Before"), page)
    yield made
    QAccessible.setActive(False)


def page_of(view: TextView) -> ScrollPage:
    page = view.window().findChild(ScrollPage)
    assert isinstance(page, ScrollPage)
    return page


def words(html: str) -> list[str]:
    document = QTextDocument()
    document.setHtml(html)
    return [span.words for span in spans_of(document)]


def name(told: QAccessibleInterface) -> str:
    return told.text(QAccessible.Text.Name)


def parts(view: TextView) -> list[QAccessibleInterface]:
    told = interface(view)
    return [told.child(place) for place in range(told.childCount())]


def read(view: TextView) -> str:
    """What has the focus within the text."""
    QApplication.processEvents()
    told = interface(view).focusChild()
    assert told is not None
    assert told.state().focused
    return name(told)


# --- the parts ----------------------------------------------------------------------------------


def test_a_link_stands_after_its_paragraph_not_in_it() -> None:
    assert words(TEXT) == ["Found", "Fewer cramps.", "[1]", "One trial."]


def test_a_row_of_two_cells_is_a_name_and_what_it_is() -> None:
    row = "<tr><td><p>Magnesium</p></td><td><p>16 %</p></td></tr>"
    assert words(f"<table>{row}</table>") == ["Magnesium: 16 %"]


def test_a_row_below_headings_says_them() -> None:
    head = "<thead><tr><th>Age</th><th>Need</th></tr></thead>"
    row = "<tr><td>19 to 30</td><td>400 mg</td></tr>"
    assert words(f"<table>{head}{row}</table>")[-1] == "Age: 19 to 30. Need: 400 mg"


def test_texts_side_by_side_are_read_one_after_the_other() -> None:
    cells = "<td><p>Left.</p><p>More.</p></td><td><p>Right.</p></td>"
    assert words(f"<table><tr>{cells}</tr></table>") == ["Left.", "More.", "Right."]


def test_the_mark_of_a_list_is_not_read() -> None:
    row = "<tr><td><p>{}</p></td><td><p>A kidney test.</p></td></tr>"
    for mark in ("•", "☐"):
        assert words(f"<table>{row.format(mark)}</table>") == ["A kidney test."]


def test_each_named_place_of_a_paragraph_begins_a_part() -> None:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText("[1] Smith. ")
    named = QTextCharFormat()
    named.setAnchorNames(["second"])
    cursor.insertText(" ", named)
    cursor.insertText("[2] Jones.", QTextCharFormat())
    told = spans_of(document)
    assert [span.words for span in told] == ["[1] Smith.", "[2] Jones."]
    assert [document.toPlainText()[span.start : span.end].strip() for span in told] == [
        span.words for span in told
    ]


def test_nothing_that_is_no_word_is_read() -> None:
    assert words('<p></p><p><img src="x">&nbsp;Rated  high</p>') == ["Rated high"]


# --- as a screen reader finds them --------------------------------------------------------------


def test_each_part_stands_in_the_tree_and_a_link_says_what_it_opens(view: TextView) -> None:
    told = parts(view)
    assert [name(part) for part in told] == ["Found", "Fewer cramps.", LINK, "One trial."]
    link = told[2]
    assert link.role() == QAccessible.Role.Link
    assert link.text(QAccessible.Text.Description) == ADDRESS
    assert link.state().linked
    assert {part.role() for part in told if part is not link} == {QAccessible.Role.StaticText}
    assert all(part.parent().object() is view for part in told)
    for place, part in enumerate(told):
        assert interface(view).indexOfChild(part) == place
        middle = part.rect().center()
        assert name(interface(view).childAt(middle.x(), middle.y())) == name(part)


def test_down_reads_on_and_up_reads_back(view: TextView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert read(view) == "Found"
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for key, heard in ((down, "Fewer cramps."), (down, "One trial."), (up, "Fewer cramps.")):
        QTest.keyClick(view, key)
        assert read(view) == heard


def test_tab_goes_to_the_link_and_down_reads_on_behind_it(view: TextView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert read(view) == LINK
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert read(view) == "One trial."


def test_on_a_link_the_key_for_copying_takes_its_address(view: TextView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keySequence(view, QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == ADDRESS


def test_what_was_marked_is_copied_as_it_stands(view: TextView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keySequence(view, QKeySequence.StandardKey.SelectAll)
    QTest.keySequence(view, QKeySequence.StandardKey.Copy)
    assert "Found" in QApplication.clipboard().text()


def test_another_text_has_other_parts_from_its_beginning(view: TextView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    view.clearFocus()
    view.show_text(lambda _look: "<p>Other</p>")
    assert [name(part) for part in parts(view)] == ["Other"]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert read(view) == "Other"


def test_without_a_screen_reader_arrow_keys_scroll(view: TextView) -> None:
    QAccessible.setActive(False)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    bar = page_of(view).verticalScrollBar()
    bar.setRange(0, 100)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() == bar.singleStep()
    assert view.current is None
