"""Roles and states that Qt does not tell: pages, groups, links, lines that unfold.

Say it when the widget is made: ``as_page(widget, name)``, ``as_group(widget, name)``,
``as_link(button)``, ``as_unfolding(button)``. Its interface is then made
here instead of by Qt; ``expander`` tells of each change as well.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from shiboken6 import isValid

from magdesk.ui.widgets.access.told_text import ToldPartInterface, ToldTextInterface

_ROLE = "magdesk.role"
_UNFOLDS = "magdesk.unfolds"
_PART = "magdesk.part"
_TEXT = -1
"""The role of a text that is told in parts."""

_PRESS = "Press"  # the name that Qt gives to pressing, in every language


def as_group(widget: QWidget, name: str, identifier: str = "") -> None:
    """Tell the widget as a group with this name, and let it be found by an identifier."""
    widget.setProperty(_ROLE, QAccessible.Role.Grouping.value)
    _take_over(widget)
    widget.setAccessibleName(name)
    if identifier:
        widget.setObjectName(identifier)
        widget.setAccessibleIdentifier(identifier)


def as_page(widget: QWidget, name: str) -> None:
    """Tell the widget as a page with this name, which is said as one enters it.

    Orca reads all texts of a group that one enters; of a form it says the name alone.
    """
    on_linux = sys.platform.startswith("linux")
    role = QAccessible.Role.Form if on_linux else QAccessible.Role.Grouping
    widget.setProperty(_ROLE, role.value)
    _take_over(widget)
    widget.setAccessibleName(name)


def as_line(widget: QWidget, words: str) -> None:
    """Tell the widget as a line of text, which says these words where the focus comes to it."""
    widget.setProperty(_ROLE, QAccessible.Role.StaticText.value)
    _take_over(widget)
    widget.setAccessibleName(words)


def as_notice(widget: QWidget, words: str) -> None:
    """Tell the widget as a notice, which is said when it is shown."""
    widget.setProperty(_ROLE, QAccessible.Role.Notification.value)
    _take_over(widget)
    widget.setAccessibleName(words)


def as_link(button: QAbstractButton) -> None:
    """Tell the button as a link."""
    button.setProperty(_ROLE, QAccessible.Role.Link.value)
    _take_over(button)


def as_text(widget: QWidget) -> None:
    """Tell the widget, a ``ToldText``, by its parts."""
    widget.setProperty(_ROLE, _TEXT)
    _take_over(widget)


def as_part(part: QObject) -> None:
    """Tell the object, a ``ToldPart``, as part of a text."""
    part.setProperty(_PART, True)


def as_unfolding(button: QAbstractButton) -> None:
    """Tell a checkable button as one that is expanded while it is checked."""
    button.setProperty(_ROLE, QAccessible.Role.Button.value)
    button.setProperty(_UNFOLDS, True)
    _take_over(button)


class _ToldWidget(QAccessibleWidget):
    """What a screen reader gets of a widget that was given a role."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role(widget.property(_ROLE)))
        self._button = widget if isinstance(widget, QAbstractButton) else None

    def text(self, kind: QAccessible.Text) -> str:
        told = super().text(kind)
        if told or kind != QAccessible.Text.Name or self._button is None:
            return told
        return self._button.text().replace("&", "")

    def state(self) -> QAccessible.State:
        state: Any = super().state()
        button = self._button
        if button is not None and button.property(_UNFOLDS):
            state.expandable = True
            state.expanded = button.isChecked()
            state.collapsed = not button.isChecked()
        if button is not None and button.property(_ROLE) == QAccessible.Role.Link.value:
            state.linked = True
        return state  # type: ignore[no-any-return]

    def actionNames(self) -> list[str]:
        names = super().actionNames()
        return names if self._button is None else [_PRESS, *(n for n in names if n != _PRESS)]

    def doAction(self, name: str) -> None:
        if name == _PRESS and self._button is not None:
            self._button.click()
        else:
            super().doAction(name)


_kept: list[QAccessibleInterface] = []
"""Qt holds only the C++ half of an interface: the other half lives here as long as that one.

Qt deletes its half some time after the widget. Let go before, this half would delete it as well.
"""


def _make(_class_name: str, told: QObject) -> QAccessibleInterface | None:
    """Return the interface of a widget with a role given here; Qt makes all others."""
    made: QAccessibleInterface
    if told.property(_PART):
        made = ToldPartInterface(told)
    elif not isinstance(told, QWidget) or told.property(_ROLE) is None:
        return None
    elif told.property(_ROLE) == _TEXT:
        made = ToldTextInterface(told)
    else:
        made = _ToldWidget(told)
    _kept[:] = [each for each in _kept if isValid(each)]
    _kept.append(made)
    return made


@cache
def _install() -> None:
    QAccessible.installFactory(_make)


def _take_over(widget: QWidget) -> None:
    """Have the interface made here, also where a screen reader asked for it before."""
    _install()
    if QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(widget)
        if not isinstance(known, _ToldWidget | ToldTextInterface):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
