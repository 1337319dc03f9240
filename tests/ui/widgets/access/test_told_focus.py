"""The focus of a field is heard, also where its text changed a moment before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.field import Field
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import interface


@pytest.fixture(autouse=True)
def _a_screen_reader_runs() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told_as(widget: QWidget) -> int:
    """The number by which a screen reader knows the widget."""
    return QAccessible.uniqueId(interface(widget))


@pytest.fixture
def field(shown: Show) -> Field:
    made, other = Field(), Button("Other")
    shown(other, made)
    other.setFocus()
    return made


def test_a_caret_told_before_the_focus_came_belongs_to_what_is_gone(field: Field) -> None:
    before = told_as(field.edit)
    field.edit.setText("07:30")
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    assert told_as(field.edit) != before


def test_an_empty_line_begins_anew_once_all_of_it_is_selected(field: Field) -> None:
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    field.edit.clearFocus()
    before = told_as(field.edit)
    field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert told_as(field.edit) != before


def test_a_field_left_as_it_was_stays_what_it_was(field: Field) -> None:
    field.edit.setText("07:30")
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    before = told_as(field.edit)
    field.edit.clearFocus()
    field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    assert told_as(field.edit) == before
