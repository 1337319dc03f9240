"""Limit lanes: one amount against several limits."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from magdesk.ui.look.theme import apply_theme, current_theme
from magdesk.ui.pages.label.day_against_limits import Lane, LimitLanes
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import colours, name

LANES = (Lane("EU 250", 250), Lane("US 350", 350))


def lanes(amount: float) -> LimitLanes:
    made = LimitLanes()
    made.set_values(amount, LANES)
    return made


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (440, "440 mg a day; EU 250: 190 mg over; US 350: 90 mg over"),
        (250, "250 mg a day; EU 250: at the limit; US 350: 100 mg below"),
        (250.5, "250.5 mg a day; EU 250: 0.5 mg over; US 350: 99.5 mg below"),
        (1500, "1500 mg a day; EU 250: 1250 mg over; US 350: 1150 mg over"),
        (0, "0 mg a day; EU 250: 250 mg below; US 350: 350 mg below"),
    ],
)
def test_one_name_tells_every_lane_in_words(shown: Show, amount: float, words: str) -> None:
    made = lanes(amount)
    shown(made)
    assert name(made) == words


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_only_what_is_over_a_limit_is_hatched(shown: Show, qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)  # type: ignore[arg-type]
    below, over = lanes(200), lanes(300)
    shown(below, over)
    hatch = current_theme().color("danger_tint").name().upper()
    assert hatch in colours(over)
    if hatch != current_theme().color("surface").name().upper():
        assert hatch not in colours(below)


def test_each_lane_has_the_height_of_its_words(shown: Show, qapp: QApplication) -> None:
    made = lanes(440)
    shown(made)
    small = made.height()
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    try:
        qapp.setFont(larger)
        qapp.sendPostedEvents()
        assert made.sizeHint().height() >= 1.9 * small
        assert made.sizeHint().height() >= 2 * made.fontMetrics().height()
    finally:
        qapp.setFont(font)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_of_nothing_is_refused(limit: float) -> None:
    with pytest.raises(ValueError, match="above 0 mg"):
        LimitLanes().set_values(100, [Lane("none", limit)])
