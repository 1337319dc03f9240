"""One answer: the whole row is the target, and it grows with its text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme, unit
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.scroll import ScrollPage
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import interface, picture, use

LONG = "Antibiotics that end in floxacin or cycline, now or at any time in the last week"


def test_a_choice_row_tells_its_state_and_its_detail(qtbot: QtBot) -> None:
    row = ChoiceRow("Thyroid tablets", "Levothyroxine")
    qtbot.addWidget(row)
    assert interface(row).text(QAccessible.Text.Description) == "Levothyroxine"
    assert not interface(row).state().checked
    row.click()
    assert interface(row).state().checked


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_what_an_assistive_tool_does_counts_as_a_click(qtbot: QtBot, action: str) -> None:
    row = ChoiceRow("Yes", "", "check")
    qtbot.addWidget(row)
    clicks: list[bool] = []
    row.clicked.connect(lambda on: clicks.append(on))  # noqa: PLW0108 - asks for the argument
    for told in ([True], [True, False]):
        use(row, action)
        qtbot.waitUntil(lambda told=told: clicks == told)  # type: ignore[misc]


def test_an_assistive_tool_that_chooses_a_radio_row_clicks_that_row_alone(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    yes, no = (ChoiceRow(text, "", "radio", box) for text in ("Yes", "No"))
    yes.setChecked(True)
    clicks = {row: QSignalSpy(row.clicked) for row in (yes, no)}
    use(no, "Toggle")
    assert (yes.isChecked(), no.isChecked()) == (False, True)
    assert (clicks[yes].count(), clicks[no].count()) == (0, 1)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("checked", [False, True])
def test_focused_and_chosen_look_different(
    qapp: QApplication, shown: Show, theme: str, checked: bool
) -> None:
    apply_theme(qapp, theme)  # type: ignore[arg-type]
    row, other = ChoiceRow("Yes"), ChoiceRow("No")
    row.setChecked(checked)
    shown(row, other)
    other.setFocus()
    apart = picture(row)
    row.setFocus(Qt.FocusReason.TabFocusReason)  # the ring is for who uses the keyboard
    assert picture(row) != apart


def test_a_choice_row_grows_when_its_text_wraps(qtbot: QtBot) -> None:
    row = ChoiceRow(LONG, LONG)
    qtbot.addWidget(row)
    wide, narrow = row.heightForWidth(900), row.heightForWidth(260)
    assert narrow > 1.5 * wide
    assert row.heightForWidth(900) >= round(40 * unit(row))


def test_a_row_in_a_narrow_window_is_as_high_as_it_needs(shown: Show) -> None:
    rows = [ChoiceRow(LONG, LONG) for _ in range(3)]
    page = ScrollPage()
    for row in rows:
        page.body.addWidget(row)
    page.body.addStretch(1)
    window = shown(page)
    window.resize(320, 300)
    QApplication.processEvents()
    for row in rows:
        assert row.height() >= row.heightForWidth(row.width())
    assert page.horizontalScrollBar().maximum() == 0


def test_a_click_anywhere_in_the_row_chooses_it(shown: Show) -> None:
    row = ChoiceRow("Yes", "Short")
    window = shown(row)
    window.resize(600, 100)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 4, 4))
    assert row.isChecked()


def test_arrows_move_the_choice_among_radio_rows(shown: Show) -> None:
    rows = [ChoiceRow(text, "", "radio") for text in ("One", "Two", "Three")]
    shown(*rows)
    rows[0].setFocus()
    rows[0].click()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert [row.isChecked() for row in rows] == [False, True, False]


def test_space_ticks_and_unticks_a_check_row(shown: Show) -> None:
    row = ChoiceRow("Water tablets")
    shown(row)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
