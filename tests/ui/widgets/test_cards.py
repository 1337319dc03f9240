"""Cards, notes and panels."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme, current_theme, load_theme
from magdesk.ui.widgets.cards import Card, CareCard, IconLabel, Line, Note, Panel
from magdesk.ui.widgets.text import Paragraph
from tests.ui.widgets.seen_and_heard import colours, name


@pytest.mark.parametrize("kind", ["info", "caution", "ok", "danger"])
def test_a_note_says_its_lead_word_and_its_text(qtbot: QtBot, kind: str) -> None:
    note = Note(kind, "Ask first.", "Check < someone")  # type: ignore[arg-type]
    qtbot.addWidget(note)
    assert name(note.paragraph) == "Ask first. Check < someone"
    note.resize(400, 60)
    painted = colours(note)
    theme = current_theme()
    assert theme.color(f"{kind}_tint").name().upper() in painted


def test_a_care_card_carries_its_title_and_no_teal(qtbot: QtBot) -> None:
    card = CareCard("Get medical help today")
    card.body.addWidget(Paragraph("Call your doctor.", "lead"))
    qtbot.addWidget(card)
    card.resize(500, 140)
    painted = colours(card)
    theme = current_theme()
    assert name(card) == "Get medical help today"
    assert theme.color("danger").name().upper() in painted
    assert theme.color("accent").name().upper() not in painted
    assert name(card.title) == "Get medical help today"


def test_cards_and_panels_take_their_colours_when_painted(qapp: QApplication, qtbot: QtBot) -> None:
    parts: list[QWidget] = [Card(), Card(emphasis=True), Panel("sunken", ("top", "left")), Line()]
    parts.append(IconLabel("info", "link", 24))
    tokens = ["surface", "tint", "sunken", "line", "link"]
    for part in parts:
        qtbot.addWidget(part)
        part.resize(80, 40)
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        for part, token in zip(parts, tokens, strict=True):
            assert load_theme(theme).color(token).name().upper() in colours(part)
