"""The rating meter: opinion."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.signs.meter import RatingMeter, rating_word
from tests.ui.widgets.seen_and_heard import colours, picture

RATINGS = ("low", "moderate", "moderate_high", "high", None)


def test_each_rating_has_its_own_word_and_picture(qtbot: QtBot) -> None:
    words = [rating_word(rating) for rating in RATINGS]
    assert words == ["Low", "Moderate", "Moderate–high", "High", "Not rated"]
    pictures = []
    for rating in RATINGS:
        meter = RatingMeter(rating)
        meter.setText("same")
        qtbot.addWidget(meter)
        meter.resize(200, 30)
        pictures.append(picture(meter))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_what_is_not_rated_has_no_meter(qtbot: QtBot) -> None:
    meter = RatingMeter(None)
    qtbot.addWidget(meter)
    accent = current_theme().color("accent").name().upper()
    assert accent not in colours(meter)
    meter = RatingMeter("high")
    qtbot.addWidget(meter)
    meter.resize(meter.sizeHint())
    assert accent in colours(meter)
