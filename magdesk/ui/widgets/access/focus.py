"""The focus: its ring, drawn in the margin that a widget keeps for it, its order, and its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from magdesk.ui.look.theme import Theme

RESERVE = 3.0
"""Width in u that a widget keeps free around its shape; subtract it from layout margins."""

LEAST_TARGET = 24.0
"""Pixels both ways of whatever can be pressed, however small the text (WCAG 2.2, 2.5.8)."""

BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_WITHOUT_KEYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def ring_width(theme: Theme, unit: float) -> float:
    """Return the width of the ring in pixels."""
    return (3.0 if theme.contrast else 2.0) * unit


def paint_ring(painter: QPainter, rect: QRectF, radius: float, unit: float, theme: Theme) -> None:
    """Paint a ring whose outer edge is ``rect``; in the contrast theme with a dark inner line."""
    width = ring_width(theme, unit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), width))
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    if theme.contrast:
        line = max(1.0, unit)
        inside = width + line / 2
        painter.setPen(QPen(theme.color("surface"), line))
        inner = max(0.0, radius - width)
        painter.drawRoundedRect(rect.adjusted(inside, inside, -inside, -inside), inner, inner)


def enter_on_chosen(buttons: Iterable[QAbstractButton]) -> None:
    """Let Tab enter these exclusive buttons on the chosen one, where one is; Qt keeps it so.

    Qt does it whenever another one is chosen, and not for buttons that were made after that.
    """
    among = list(buttons)
    if any(button.isChecked() for button in among):
        for button in among:
            focus = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(focus)


class RingMemory:
    """Remembers whether the keyboard brought the focus: a mouse click needs no ring.

    A focus that the program moved shows its ring only where the last thing used was a key.
    """

    keys_in_use = False

    def __init__(self) -> None:
        self.shown = False

    def focus_came(self, reason: Qt.FocusReason) -> None:
        """Note why the focus came."""
        if reason in _WITHOUT_KEYS:
            return
        if reason == Qt.FocusReason.MouseFocusReason:
            RingMemory.keys_in_use = False
        elif reason in BY_KEYS:
            RingMemory.keys_in_use = True
        self.shown = RingMemory.keys_in_use

    def key_pressed(self) -> None:
        """Note that a key was pressed: from now on the ring has to be seen."""
        RingMemory.keys_in_use = True
        self.shown = True


def hand_on_focus(page: QWidget, to: QWidget, reason: Qt.FocusReason) -> None:
    """Let the focus that a page was given go to one of its parts, once the event is over.

    From inside the event a screen reader hears of the page last, not of the part.
    """

    def hand_on() -> None:
        if page.hasFocus():
            to.setFocus(reason)

    QTimer.singleShot(0, page, hand_on)


def put_in_order(parts: Iterable[QWidget | None]) -> None:
    """Let Tab go through the controls of these parts, one part after the other."""
    chain = [control for part in parts if part is not None for control in _controls(part)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _controls(part: QWidget) -> Iterator[QWidget]:
    """The part itself and what it holds, as far as it takes the focus, in the order of making."""
    for widget in (part, *part.findChildren(QWidget)):
        own = widget.window() is part.window()  # the list of a combo box is a window of its own
        if own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget
