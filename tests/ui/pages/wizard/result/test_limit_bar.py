"""The limit bar."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme, current_theme
from magdesk.ui.pages.wizard.result.result_drawings import LimitBar
from tests.ui.widgets.seen_and_heard import colours


def test_only_an_amount_over_the_limit_is_hatched(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    danger = current_theme().color("danger")

    def hatched() -> bool:
        return any(abs(QColor(c).red() - danger.red()) < 30 and QColor(c).green() < 90
                   for c in colours(bar))  # fmt: skip

    bar.set_values(250, [("EU 250", 250)], 450)
    assert not hatched()
    bar.set_values(251, [("EU 250", 250)], 450)
    assert bar.amount_text() == "251 mg"
    bar.set_values(400, [("EU 250", 250)], 450)
    assert hatched()


def test_amounts_show_a_decimal_only_where_there_is_one(qtbot: QtBot) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.set_values(70.5, [], 450)
    assert bar.amount_text() == "70.5 mg"
    bar.set_values(0, [], 450)
    assert bar.amount_text() == "0 mg"


def test_a_track_without_length_is_refused(qtbot: QtBot) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    with pytest.raises(ValueError, match="above 0 mg"):
        bar.set_values(100, [], 0)
