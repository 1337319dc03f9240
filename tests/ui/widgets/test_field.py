"""Fields."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.field import Field, field_label
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import colours, name


def test_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    field = Field(hint="mg")
    label = field_label("Compound on the label", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert label.buddy() is field.edit
    assert name(field.edit) == "Compound on the label"


def test_typing_goes_into_the_field(shown: Show) -> None:
    field = Field("Search forms", "search")
    field.identifier("compare.filter")
    shown(Button("Other"), field)
    field.setFocus()
    assert field.edit.hasFocus()
    assert current_theme().color("focus").name().upper() in colours(field)
    QTest.keyClicks(field.edit, "citrate")
    assert field.edit.text() == "citrate"
    assert field.edit.accessibleIdentifier() == "compare.filter"
