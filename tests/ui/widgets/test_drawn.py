"""Widgets that draw and measure themselves in the one way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme
from magdesk.ui.pages.label.day_against_limits import Lane, LimitLanes
from magdesk.ui.pages.wizard.result.result_drawings import LimitBar
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.cards import Card, IconLabel, Line, Note, Panel
from magdesk.ui.widgets.choices.chips import Chip, Tag
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark
from magdesk.ui.widgets.signs.key_cap import KeyCap
from magdesk.ui.widgets.signs.meter import RatingMeter
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import picture


def _bar() -> LimitBar:
    bar = LimitBar()
    bar.set_values(300, [("EU 250", 250)], 450)
    return bar


def _lanes() -> LimitLanes:
    lanes = LimitLanes()
    lanes.set_values(300, [Lane("EU 250", 250)])
    return lanes


def _filled(panel: Panel) -> Panel:
    panel.setMinimumSize(40, 40)
    return panel


MAKERS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: Button("Continue", "primary", "forward"),
    "icon button": lambda: IconButton("copy", "Copy"),
    "chip": lambda: Chip("By mouth"),
    "tag": lambda: Tag("Avoid", "caution"),
    "row": lambda: ChoiceRow("Yes", "More often than not"),
    "drop-down": DropDown,
    "field": lambda: Field("Search", "search"),
    "key": lambda: KeyCap("W"),
    "bar": _bar,
    "lanes": _lanes,
    "mark": lambda: EvidenceMark("mixed", "Mixed"),
    "meter": lambda: RatingMeter("high"),
    "icon": lambda: IconLabel("info", "link"),
    "line": Line,
    "panel": lambda: _filled(Panel()),
    "card": Card,
    "note": lambda: Note("ok", "Kept.", "Every gap is kept."),
}
SIZED = [kind for kind in MAKERS if kind not in ("line", "panel", "card", "note")]


@pytest.fixture(params=list(MAKERS))
def widget(request: pytest.FixtureRequest, shown: Show) -> QWidget:
    made = MAKERS[request.param]()
    shown(made)
    return made


def test_it_looks_otherwise_in_another_theme(widget: QWidget, qapp: QApplication) -> None:
    pictures = []
    for theme in ("light", "dark", "contrast"):
        apply_theme(qapp, theme)
        pictures.append(picture(widget))
    assert pictures[0] != pictures[1] != pictures[2]


@pytest.mark.parametrize("kind", SIZED)
def test_it_grows_with_the_text_while_it_is_shown(shown: Show, qtbot: QtBot, kind: str) -> None:
    widget = MAKERS[kind]()
    window = shown(widget)
    before, least = widget.sizeHint(), widget.minimumSizeHint()
    for each in (widget, *widget.findChildren(QWidget), window):
        font = each.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        each.setFont(font)
    assert widget.sizeHint().height() > 1.5 * before.height()
    assert widget.minimumSizeHint().height() > 1.5 * least.height()
    qtbot.waitUntil(lambda: widget.height() > 1.4 * before.height())


def test_every_widget_here_draws_in_the_one_way(widget: QWidget) -> None:
    assert isinstance(widget, Drawn)
    assert "paintEvent" not in vars(type(widget))


def test_a_new_text_is_measured_at_once(shown: Show) -> None:
    for made in (Button("A"), Chip("A"), Tag("A"), KeyCap("A"), RatingMeter("high")):
        shown(made)
        made.setText("A")
        before = made.sizeHint().width()
        made.setText("A longer text")
        assert made.sizeHint().width() > before
        made.setText("A")
        assert made.sizeHint().width() == before
