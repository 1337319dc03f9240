"""Headings and paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme, current_theme, load_theme
from magdesk.ui.widgets.text import Heading, Paragraph, Size, escape
from tests.ui.widgets.seen_and_heard import colours, name, picture

LONG = "Antibiotics that end in floxacin or cycline, now or at any time in the last week"


def test_a_paragraph_wraps_and_keeps_its_tone(qtbot: QtBot) -> None:
    text = Paragraph(LONG, tone="text3")
    qtbot.addWidget(text)
    assert text.heightForWidth(150) > 2 * text.heightForWidth(900)
    text.resize(400, 60)
    assert current_theme().color("text3").name().upper() in colours(text)


def test_a_tone_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    text = Paragraph(LONG, tone="text3", weight=700)
    qtbot.addWidget(text)
    text.resize(400, 60)
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert load_theme("dark").color("text3").name().upper() in colours(text)


@pytest.mark.parametrize("points", [9.0, 15.0])
def test_sizes_follow_the_font_of_the_application(
    qapp: QApplication, qtbot: QtBot, points: float
) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(points)
    qapp.setFont(larger)
    try:
        heading, text = Heading("Title", "page"), Paragraph("Text", "small")
        qtbot.addWidget(heading)
        qtbot.addWidget(text)
        assert heading.font().pointSizeF() == pytest.approx(points * 1.4)
        assert text.font().pointSizeF() == pytest.approx(points * 0.93)
    finally:
        qapp.setFont(before)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a <b>bold</b> word", "a bold word"),
        ("one<br>two", "one\ntwo"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("Q&A; R&copy", "Q&A; R&copy"),
        ("an </b> end alone", "an  end alone"),
        ("<i>no mark</i>", "<i>no mark</i>"),
        ("", ""),
    ],
)
def test_a_paragraph_knows_two_marks_and_shows_the_rest(qtbot: QtBot, text: str, told: str) -> None:
    made = Paragraph(text)
    qtbot.addWidget(made)
    assert name(made) == told
    assert made.source() == text


@pytest.mark.parametrize("typed", ["<b>x</b>", "a &amp; b", "<br>", '"&lt;"', "1 < 2"])
def test_what_a_person_typed_is_shown_as_it_stands(qtbot: QtBot, typed: str) -> None:
    made = Paragraph(escape(typed))
    qtbot.addWidget(made)
    assert name(made) == typed


def test_bold_words_are_bold(qtbot: QtBot) -> None:
    plain, bold = Paragraph("Ask first"), Paragraph("<b>Ask</b> first")
    for made in (plain, bold):
        qtbot.addWidget(made)
        made.resize(200, 30)
    assert picture(plain) != picture(bold)
    assert bold.sizeHint().width() > plain.sizeHint().width()


@pytest.mark.parametrize("text", ["citrate" * 430, "c i t r a t e " * 250, "\N{MICRO SIGN}" * 3000])
@pytest.mark.parametrize("width", [60, 200, 700])
def test_three_thousand_letters_fit_any_width(qtbot: QtBot, text: str, width: int) -> None:
    made = Paragraph(text)
    qtbot.addWidget(made)
    tall = made.heightForWidth(width)
    made.resize(width, tall)
    lines = tall / made.line_height()
    assert lines * width >= made.fontMetrics().horizontalAdvance(text) * 0.9
    assert made.minimumSizeHint().width() <= 125


@pytest.mark.parametrize("weight", [400, 650, 700])
@pytest.mark.parametrize("text", ["See a doctor", "Which form", "What now", "AV To We. a a"])
def test_few_words_stand_in_one_line_in_the_room_that_they_ask_for(
    qtbot: QtBot, text: str, weight: int
) -> None:
    sizes: tuple[Size, ...] = ("lead", "body", "small", "caption")
    for size in sizes:
        made = Paragraph(text, size, weight=weight)
        qtbot.addWidget(made)
        width = made.sizeHint().width()
        assert made.heightForWidth(width) == made.heightForWidth(10 * width)


def test_a_line_without_leading_is_as_high_as_its_font(qtbot: QtBot) -> None:
    single, roomy = Paragraph("Keys", single=True), Paragraph("Keys")
    for made in (single, roomy):
        qtbot.addWidget(made)
    assert single.sizeHint().height() == pytest.approx(single.fontMetrics().height(), abs=1)
    assert roomy.sizeHint().height() > single.sizeHint().height()


def test_a_larger_font_makes_it_higher(qtbot: QtBot) -> None:
    made = Paragraph(LONG)
    qtbot.addWidget(made)
    before = made.heightForWidth(300)
    larger = made.font()
    larger.setPointSizeF(2 * larger.pointSizeF())
    made.setFont(larger)
    assert made.heightForWidth(300) > 2 * before


def test_a_paragraph_takes_no_focus(qtbot: QtBot) -> None:
    made = Paragraph("text")
    qtbot.addWidget(made)
    assert made.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_heading_stands_in_one_line_unless_it_may_wrap(qtbot: QtBot) -> None:
    heading = Heading(LONG, "card")
    qtbot.addWidget(heading)
    one_line = heading.sizeHint()
    assert one_line.width() >= heading.fontMetrics().horizontalAdvance(LONG)
    assert heading.minimumSizeHint() == one_line
    assert not heading.hasHeightForWidth()
    heading.setWordWrap(True)
    assert heading.minimumSizeHint().width() < one_line.width() / 3
    assert heading.heightForWidth(300) > 2 * one_line.height()


@pytest.mark.parametrize("text", ["citrate" * 430, "a b " * 750, "<b>" * 1000])
def test_a_heading_of_three_thousand_letters_is_not_cut(qtbot: QtBot, text: str) -> None:
    heading = Heading(text, "card")
    heading.setWordWrap(True)
    qtbot.addWidget(heading)
    lines = heading.heightForWidth(400) / heading.line_height()
    assert lines * 400 >= heading.fontMetrics().horizontalAdvance(text) * 0.9
    assert name(heading) == text


@pytest.mark.parametrize("typed", ["<b>x</b>", "a &amp; b", "1 < 2"])
def test_a_heading_knows_no_marks(qtbot: QtBot, typed: str) -> None:
    heading = Heading(typed)
    qtbot.addWidget(heading)
    assert name(heading) == typed
