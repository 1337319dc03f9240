"""The look written down a second time, held against what the widgets paint.

Colours, sizes and weights are those of the design, not read from the themes or the widgets: whoever
changes the look has to change them here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import Choice, apply_theme
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card, CareCard, Line, Note, Panel
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.signs.meter import RatingMeter
from magdesk.ui.widgets.text import Heading, Level, Paragraph, Size, leading_percent
from tests.ui.widgets.seen_and_heard import colours, picture

THEMES: tuple[Choice, ...] = ("light", "dark", "contrast")
HEAVY = 900
"""A weight at which letters have pixels of their full colour."""


def _checked(widget: Chip | ChoiceRow) -> QWidget:
    widget.setChecked(True)
    return widget


PAINTED: tuple[tuple[Callable[[], QWidget], tuple[str, str, str]], ...] = (
    (lambda: Panel("window"), ("F4F5F6", "16181B", "000000")),
    (lambda: Panel("surface"), ("FFFFFF", "1D2024", "000000")),
    (lambda: Panel("sunken"), ("E9ECEE", "121416", "000000")),
    (Line, ("E1E5E8", "2E3339", "9A9A9A")),
    (Card, ("CCD2D7", "3D444B", "FFFFFF")),
    (lambda: Button(""), ("FFFFFF", "262A2F", "000000")),
    (lambda: Button("", "primary"), ("0A6B67", "5FCBC0", "FFE34D")),
    (lambda: _checked(Chip("")), ("DCF0EE", "153B39", "000000")),
    (lambda: _checked(Chip("")), ("0A6B67", "5FCBC0", "FFE34D")),
    (lambda: _checked(ChoiceRow("", "")), ("DCF0EE", "153B39", "000000")),
    (lambda: RatingMeter("high"), ("0A6B67", "5FCBC0", "FFE34D")),
    (lambda: Paragraph("Text", weight=HEAVY), ("1A1D21", "ECEEF0", "FFFFFF")),
    (lambda: Paragraph("Text", tone="text2", weight=HEAVY), ("454D56", "BEC5CC", "FFFFFF")),
    (lambda: Paragraph("Text", tone="text3", weight=HEAVY), ("5B646E", "9EA7B0", "EDEDED")),
    (lambda: CareCard("Call"), ("B42318", "C5352A", "FF9A90")),
    (lambda: Note("danger", "", "x"), ("FDEEEC", "38191A", "000000")),
    (lambda: Note("caution", "", "x"), ("FFF5DF", "352A12", "000000")),
    (lambda: Note("ok", "", "x"), ("E5F4EA", "15301F", "000000")),
    (lambda: Note("info", "", "x"), ("E8F0FA", "16283D", "000000")),
    (lambda: Note("danger", "", "x"), ("E3A49E", "8E3C37", "FF9A90")),
    (lambda: Note("caution", "", "x"), ("D3A23C", "86681F", "FFD27A")),
    (lambda: Note("ok", "", "x"), ("8CC5A1", "2F6B45", "8CF5AE")),
    (lambda: Note("info", "", "x"), ("A5C3E6", "35577E", "A8D4FF")),
)
"""A widget, and a colour that it paints in the light, the dark and the contrast theme."""


@pytest.fixture(autouse=True)
def _ten_points(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = QFont("Inter")
    font.setPointSizeF(10.0)
    qapp.setFont(font)
    yield
    qapp.setFont(before)
    apply_theme(qapp, "light")


@pytest.mark.parametrize("place", range(len(THEMES)), ids=THEMES)
def test_widgets_paint_the_colours_of_the_design(
    qapp: QApplication, qtbot: QtBot, place: int
) -> None:
    apply_theme(qapp, THEMES[place])
    missing = []
    for number, (make, designed) in enumerate(PAINTED):
        widget = make()
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint().expandedTo(QSize(60, 12)))
        if f"#{designed[place]}" not in colours(widget):
            missing.append((number, type(widget).__name__, designed[place]))
    assert missing == []


@pytest.mark.parametrize(
    ("level", "size", "weight"),
    [("question", 17.2, 700), ("page", 14.0, 700), ("card", 12.0, 680), ("section", 10.6, 650)],
)
def test_headings_have_the_size_and_weight_of_the_design(
    qtbot: QtBot, level: Level, size: float, weight: int
) -> None:
    heading = Heading("Title", level)
    qtbot.addWidget(heading)
    assert heading.font().pointSizeF() == pytest.approx(size)
    assert int(heading.font().weight()) == weight


@pytest.mark.parametrize(
    ("make", "height"),
    [
        (lambda: Button("Go"), 32 + 6),
        (lambda: Button("Go", tall=True), 36 + 6),
        (lambda: Chip("By mouth"), 28 + 6),
        (lambda: ChoiceRow("Yes"), 40),
        (Field, 32),
    ],
)
def test_controls_have_the_height_of_the_design_and_room_for_the_ring(
    qtbot: QtBot, make: Callable[[], QWidget], height: int
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == height


@pytest.mark.parametrize("size", ["lead", "body", "small", "caption"])
@pytest.mark.parametrize("width", [170, 330, 560])
def test_a_paragraph_is_painted_as_qt_paints_the_same_text(
    qtbot: QtBot, size: Size, width: int
) -> None:
    """Beside a text with sources, which is one of Qt's, no line stands higher or lower."""
    text = "One trial in pregnant women found fewer cramps, pooled trials do not confirm it."
    ours = Paragraph(text, size)
    theirs = QLabel(f'<p style="margin:0;line-height:{leading_percent(ours.font())}%">{text}</p>')
    theirs.setTextFormat(Qt.TextFormat.RichText)
    theirs.setForegroundRole(QPalette.ColorRole.WindowText)
    theirs.setWordWrap(True)
    theirs.setFont(ours.font())
    for label in (ours, theirs):
        qtbot.addWidget(label)
    assert ours.heightForWidth(width) == theirs.heightForWidth(width)
    for label in (ours, theirs):
        label.resize(width, ours.heightForWidth(width))
    assert picture(ours) == picture(theirs)
