"""What every control has to have, looked for in whatever is on the screen."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from magdesk.ui.cited_text.text_view import TextView
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.table.two_lines import two_line_width
from magdesk.ui.pages.compare.ticked.ticked_bar import TwoLines
from magdesk.ui.pages.wizard.frame.step_list import StepItem
from magdesk.ui.shell.detail_level_switch import NavSwitch
from magdesk.ui.shell.navigation import NavItem
from magdesk.ui.widgets.field import Field

LEAST_TARGET = 24
"""Pixels both ways (WCAG 2.2, 2.5.8)."""

_MOST_TABS = 900
_ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def on_screen(root: QWidget) -> list[QWidget]:
    """Every widget that is shown in this window."""
    found = [widget for widget in root.findChildren(QWidget) if widget.isVisible()]
    return [widget for widget in found if widget.window() is root.window()]


def controls(root: QWidget) -> list[QWidget]:
    """What the Tab key has to reach."""
    return [
        widget
        for widget in on_screen(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def called(widget: QWidget) -> str:
    """A widget in words, for the report of a fault."""
    words = widget.property("text") or widget.accessibleName() or ""
    return f"{type(widget).__name__} {widget.objectName()} {str(words)[:50]!r}"


def faults_on(root: QWidget) -> list[str]:
    """All that keeps somebody from using what is shown, each fault once."""
    looks = (without_name_or_role, too_small, clipped, not_reached_by_tab)
    return list(dict.fromkeys(fault for look in looks for fault in look(root)))


# --- name, role, size ---------------------------------------------------------------------------


def without_name_or_role(root: QWidget) -> list[str]:
    """Controls of which a screen reader cannot say what they are."""
    faults = []
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            faults.append(f"no name: {called(widget)}")
        if told.role() in _ROLELESS:
            faults.append(f"no role: {called(widget)}")
    return faults


def too_small(root: QWidget) -> list[str]:
    """Controls that are hard to hit; the frame of a field belongs to it."""
    faults = []
    for widget in controls(root):
        target = widget
        frame = widget.parentWidget()
        if isinstance(widget, QLineEdit) and isinstance(frame, Field):
            target = frame
        if min(target.width(), target.height()) < LEAST_TARGET:
            faults.append(f"{target.width()} x {target.height()}: {called(widget)}")
    return faults


# --- the order of the focus ---------------------------------------------------------------------


def not_reached_by_tab(root: QWidget) -> list[str]:
    """Controls that the Tab key passes over; of a group of radio buttons one is enough."""
    wanted = controls(root)
    if not wanted:
        return []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    start = QApplication.focusWidget()
    for _ in range(_MOST_TABS):
        focused: QWidget | None = QApplication.focusWidget()
        if focused is None:
            break
        if focused not in reached:
            reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
    groups = {id(widget.parent()) for widget in reached if _in_group(widget)}
    return [
        f"not reached: {called(widget)}"
        for widget in wanted
        if widget not in reached and not (_in_group(widget) and id(widget.parent()) in groups)
    ]


def _in_group(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.autoExclusive()


# --- nothing is clipped -------------------------------------------------------------------------


def clipped(root: QWidget) -> list[str]:
    """Texts that do not fit, and widgets that reach beyond what holds them."""
    faults: list[str] = []
    for widget in on_screen(root):
        if isinstance(widget, QScrollBar) or _is_inner(widget):
            continue
        faults += _cut_text(widget)
        faults += _beyond_parent(widget)
        faults += _sideways(widget)
    return faults


def _cut_text(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
        return
    needed = _needed(widget)
    if needed.width() > widget.width() + 1 or needed.height() > widget.height() + 1:
        yield (
            f"needs {needed.width()} x {needed.height()}, has {widget.width()} x "
            f"{widget.height()}: {called(widget)}"
        )


def _needed(widget: QLabel | QAbstractButton) -> QSize:
    if isinstance(widget, StepItem):
        return widget.sizeHint()
    if isinstance(widget, (NavItem, NavSwitch)):
        return widget.minimumSizeHint()  # they move closer where the window has little height
    if isinstance(widget, TwoLines):
        return QSize(
            round(two_line_width(widget.font(), widget.text())), widget.sizeHint().height()
        )
    if widget.hasHeightForWidth():
        least = widget.minimumSizeHint().width()
        return QSize(least, widget.heightForWidth(widget.width()))
    return widget.sizeHint()


def _beyond_parent(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or widget.size().isEmpty():
        return
    area = parent.parentWidget()
    room = QRect(parent.rect()).adjusted(-1, -1, 1, 1)
    box = widget.geometry()
    if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
        box = QRect(0, 0, box.width(), 1)  # up and down it scrolls
    if not room.contains(box):
        yield f"{box} beyond {room} of {called(parent)}: {called(widget)}"


def _sideways(widget: QWidget) -> Iterator[str]:
    beyond = 0
    rounding = 1  # a table in a text may be laid out one pixel wider than the text
    if isinstance(widget, QTextEdit):
        beyond = math.ceil(widget.document().size().width()) - widget.viewport().width() - rounding
    elif isinstance(widget, QScrollArea):
        beyond = widget.horizontalScrollBar().maximum()
    elif isinstance(widget, QAbstractItemView) and unit(widget) <= 1.0:
        beyond = widget.horizontalScrollBar().maximum()  # with large text a table may move
    if beyond > 0:
        yield f"{beyond} pixels to scroll sideways: {called(widget)}"
    if isinstance(widget, TextView) and widget.verticalScrollBar().maximum() > 1:
        yield f"cut at the foot: {called(widget)}"


def _is_inner(widget: QWidget) -> bool:
    """What Qt builds into its own widgets: headings, line edits of combo boxes, corners."""
    return widget.objectName().startswith("qt_")
