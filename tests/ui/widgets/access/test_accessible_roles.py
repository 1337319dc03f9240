"""Roles and states that Qt's own widgets do not tell."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget

from magdesk.ui.widgets.access import accessible_roles
from magdesk.ui.widgets.access.accessible_roles import as_group, as_link
from magdesk.ui.widgets.access.expander import as_expander
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.chips import Chip
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import interface, name


@pytest.mark.parametrize("make", [QPushButton, Button, Chip])
def test_a_line_that_unfolds_says_whether_it_is_open(
    shown: Show, make: type[QPushButton] | type[Chip]
) -> None:
    line = make("&More")
    line.setCheckable(True)
    as_expander(line)
    shown(line)
    for is_open in (False, True, False):
        line.setChecked(is_open)
        state = interface(line).state()
        assert state.expandable
        assert bool(state.expanded) is is_open
        assert bool(state.collapsed) is not is_open
    assert interface(line).role() == QAccessible.Role.Button
    assert name(line) == "More"


@pytest.mark.parametrize("make", [QPushButton, Button, Chip])
def test_a_screen_reader_presses_it_as_a_click_does(
    shown: Show, make: type[QPushButton] | type[Chip]
) -> None:
    line = make("More")
    line.setCheckable(True)
    as_expander(line)
    shown(line)
    clicked = QSignalSpy(line.clicked)
    interface(line).actionInterface().doAction("Press")
    assert line.isChecked()
    assert clicked.count() == 1


def test_a_group_has_its_name_and_its_parts(shown: Show) -> None:
    group = QWidget()
    as_group(group, "Kidney")
    part = QPushButton("Not sure", group)
    shown(group)
    assert interface(group).role() == QAccessible.Role.Grouping
    assert name(group) == "Kidney"
    assert interface(group).childCount() == 1
    assert name(part) == "Not sure"


def test_a_role_holds_where_a_screen_reader_had_asked_before(shown: Show) -> None:
    QAccessible.setActive(True)
    try:
        button = QPushButton("Read")
        shown(button)
        assert interface(button).role() == QAccessible.Role.Button
        as_link(button)
        assert interface(button).role() == QAccessible.Role.Link
    finally:
        QAccessible.setActive(False)


def test_all_other_widgets_are_told_by_qt(shown: Show) -> None:
    as_group(QWidget(), "any")
    button = QPushButton("Plain")
    shown(button)
    assert interface(button).role() == QAccessible.Role.Button
    assert "Press" in interface(button).actionInterface().actionNames()


def test_an_interface_goes_with_its_widget(shown: Show) -> None:
    window = shown(QWidget())
    before = len(accessible_roles._kept)
    for _ in range(30):
        group = QWidget(window)
        as_group(group, "for a moment")
        assert name(group) == "for a moment"
        group.deleteLater()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    as_group(window, "still here")
    assert name(window) == "still here"  # the next one lets those go that Qt has let go
    assert len(accessible_roles._kept) <= before + 1
