"""The order in which Tab goes through the parts of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
