"""How the wizard's pages are laid out, and how little is asked for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayoutItem, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Origin
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Paragraph

LONG = "Take the thyroid tablet at least 4 hours before magnesium, or at least 4 hours after it."


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def why(qtbot: QtBot, library: Library) -> WhyLine:
    line = WhyLine(LONG, Origin(detail="Because."), library.bibliography, icon="pill")
    qtbot.addWidget(line)
    line.resize(500, line.heightForWidth(500))
    line.show()
    return line


def column_in(frame: QWidget, *parts: QWidget, spacing: int = 0, widest: int = 1000) -> Column:
    column = Column(spacing, widest)
    for part in parts:
        column.add(part)
    frame.setLayout(column)
    return column


def test_parts_stand_below_each_other_as_high_as_they_have_to_be(frame: QWidget) -> None:
    first, line, last = Paragraph(LONG), Line(), Paragraph("Short.")
    column = column_in(frame, first, line, last, spacing=7)
    column.setContentsMargins(10, 20, 30, 40)
    tall = column.heightForWidth(240)
    column.setGeometry(QRect(0, 0, 240, tall))
    assert first.geometry() == QRect(10, 20, 200, first.heightForWidth(200))
    assert line.geometry().top() == first.geometry().bottom() + 1 + 7
    assert line.height() == line.sizeHint().height()
    assert last.geometry().top() == line.geometry().bottom() + 1 + 7
    assert tall == last.geometry().bottom() + 1 + 40


def test_a_hidden_part_takes_no_room_and_more_is_left_where_it_is_asked(frame: QWidget) -> None:
    first, hidden, last = Paragraph("One."), Paragraph("Two."), Paragraph("Three.")
    column = column_in(frame, first, hidden, spacing=5)
    column.add_space(11)
    column.add(last)
    hidden.hide()
    column.setGeometry(QRect(0, 0, 300, column.heightForWidth(300)))
    assert last.geometry().top() == first.geometry().bottom() + 1 + 5 + 11
    hidden.show()
    column.invalidate()
    assert column.heightForWidth(300) == sum(
        (part.heightForWidth(300) for part in (first, hidden, last)), 2 * 5 + 11
    )


def test_a_column_is_no_wider_than_it_may_be(frame: QWidget) -> None:
    text = Paragraph(LONG)
    column = column_in(frame, text, widest=300)
    column.setGeometry(QRect(0, 0, 900, column.heightForWidth(900)))
    assert text.width() == 300
    assert column.heightForWidth(900) == text.heightForWidth(300)


def test_a_row_may_be_filled_after_it_was_added(frame: QWidget) -> None:
    column, row = Column(), QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    column.add(row)
    frame.setLayout(column)
    assert column.heightForWidth(120) == 0
    text = Paragraph(LONG)
    row.addWidget(text)
    column.invalidate()
    assert column.heightForWidth(120) == text.heightForWidth(120)


def test_a_part_that_does_not_wrap_keeps_its_size_and_grows_with_its_words(frame: QWidget) -> None:
    button = Button("Why?", "link")
    column = column_in(frame, button)
    for words in ("Why?", "Why is that so?"):
        button.setText(words)
        column.invalidate()
        column.setGeometry(QRect(0, 0, 400, column.heightForWidth(400)))
        assert button.size() == button.sizeHint()


def test_qt_can_ask_a_column_and_take_its_parts(frame: QWidget) -> None:
    column = column_in(frame, QLabel("one"))
    assert column.count() == 1
    assert isinstance(column.takeAt(0), QLayoutItem)
    assert column.takeAt(0) is None
    assert column.itemAt(0) is None
    assert column.heightForWidth(100) == 0
    assert column.minimumSize().width() == 0


# --- lines with a why -------------------------------------------------------------------------


def test_why_stands_beside_the_text_or_below_it(why: WhyLine) -> None:
    text = why.findChild(Paragraph)
    assert text is not None
    assert why.button.geometry().top() == 0
    assert why.button.geometry().left() > text.geometry().right()
    why.resize(200, why.heightForWidth(200))
    assert text.width() == 200
    assert why.button.geometry().top() == text.height()
    assert why.height() == why.button.geometry().bottom() + 1


def test_an_opened_line_is_as_much_higher_as_its_origin_needs(why: WhyLine) -> None:
    closed = why.heightForWidth(500)
    why.button.click()
    details = why.findChildren(Paragraph)[-1]
    assert details.geometry().top() >= closed
    assert why.heightForWidth(500) == details.geometry().bottom() + 1
    why.button.click()
    assert why.heightForWidth(500) == closed


def test_a_line_in_another_font_is_measured_anew(why: WhyLine) -> None:
    text = why.findChild(Paragraph)
    assert text is not None
    before = why.heightForWidth(500)
    larger = QFont(text.font())
    larger.setPointSizeF(3 * larger.pointSizeF())
    text.setFont(larger)
    QApplication.sendEvent(why, QEvent(QEvent.Type.FontChange))
    assert why.heightForWidth(500) > before
    QApplication.sendEvent(why, QResizeEvent(why.size(), why.size()))
    assert text.height() == text.heightForWidth(text.width())
