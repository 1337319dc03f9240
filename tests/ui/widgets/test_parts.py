"""Every small part: its role, its name, and room for its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.pages.wizard.result.result_drawings import LimitBar
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.choices.chips import Chip, Tag
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark
from magdesk.ui.widgets.signs.meter import RatingMeter
from magdesk.ui.widgets.text import Heading, Paragraph
from tests.ui.widgets.seen_and_heard import interface, name


def _limit_bar() -> LimitBar:
    bar = LimitBar()
    bar.set_values(100, [("EU 250", 250), ("US 350", 350)], 450)
    return bar


@pytest.mark.parametrize(
    ("make", "role", "expected"),
    [
        (lambda: Button("Continue", "primary"), QAccessible.Role.Button, "Continue"),
        (lambda: Button("&Back", icon="back"), QAccessible.Role.Button, "Back"),
        (lambda: IconButton("copy", "Copy"), QAccessible.Role.Button, "Copy"),
        (lambda: Chip("By mouth"), QAccessible.Role.CheckBox, "By mouth"),
        (lambda: Tag("Avoid", "caution"), QAccessible.Role.StaticText, "Avoid"),
        (lambda: RatingMeter("high"), QAccessible.Role.StaticText, "High"),
        (lambda: RatingMeter(None), QAccessible.Role.StaticText, "Not rated"),
        (lambda: EvidenceMark("mixed"), QAccessible.Role.StaticText, "Mixed"),
        (lambda: EvidenceMark("mixed", "2 trials"), QAccessible.Role.StaticText, "2 trials"),
        (lambda: ChoiceRow("Yes", "", "check"), QAccessible.Role.CheckBox, "Yes"),
        (lambda: ChoiceRow("Yes", "", "radio"), QAccessible.Role.RadioButton, "Yes"),
        (_limit_bar, QAccessible.Role.StaticText, "100 mg; limit EU 250; limit US 350"),
        (lambda: Paragraph("A <b>bold</b> word"), QAccessible.Role.StaticText, "A bold word"),
        (lambda: Paragraph("1 < 2 & 3"), QAccessible.Role.StaticText, "1 < 2 & 3"),
        (lambda: Heading("Sources"), QAccessible.Role.StaticText, "Sources"),
    ],
)
def test_each_part_has_a_role_and_a_name(
    qtbot: QtBot, make: Callable[[], QWidget], role: QAccessible.Role, expected: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert interface(widget).role() == role
    assert name(widget) == expected


@pytest.mark.parametrize("family", ["Inter", "Noto Sans", "DejaVu Sans"])
@pytest.mark.parametrize("points", [8.0, 10.0, 15.0, 22.0])
def test_no_part_is_smaller_than_its_text(
    qapp: QApplication, qtbot: QtBot, family: str, points: float
) -> None:
    before = qapp.font()
    qapp.setFont(QFont(family, round(points)))
    try:
        parts: list[QWidget] = [
            Button("Find a form that fits", "primary"),
            Chip("Gentle on stomach"),
            Tag("Just as good an answer", "neutral"),
            RatingMeter("moderate_high"),
            EvidenceMark("no_trial", "No trial"),
        ]
        for part in parts:
            qtbot.addWidget(part)
            words = part.fontMetrics().horizontalAdvance(str(part.property("text")))
            assert part.sizeHint().width() >= words
            assert part.sizeHint().height() >= part.fontMetrics().height()
            assert part.minimumSizeHint().width() >= words
    finally:
        qapp.setFont(before)
