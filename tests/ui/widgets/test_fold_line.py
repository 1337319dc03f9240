"""A fold: what stands in it is made when it is first opened, in its place for Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.fold_line import Fold


class Shelf(QWidget):
    """A button, a fold with two more, and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.built = 0
        self.fold = Fold("More")
        self.fold.fill_with(self._buttons, "third", "fourth")
        column = QVBoxLayout(self)
        self.first, self.last = Button("first"), Button("last")
        for each in (self.first, self.fold, self.last):
            column.addWidget(each)

    def _buttons(self, *names: str) -> Iterator[QWidget]:
        self.built += 1
        for name in names:
            yield Button(name)

    def tab_order(self) -> list[str]:
        names = [self.first.text()]
        widget = self.first.nextInFocusChain()
        while widget is not None and widget is not self.first:
            names += [widget.text()] if isinstance(widget, Button) else []
            widget = widget.nextInFocusChain()
        return names


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    shelf = Shelf()
    qtbot.addWidget(shelf)
    shelf.show()
    return shelf


def test_nothing_is_built_before_it_is_opened_and_all_of_it_once(shelf: Shelf) -> None:
    assert shelf.fold.inside.findChildren(Button) == []
    for is_open in (True, False, True):
        shelf.fold.set_open(is_open)
    assert shelf.built == 1
    assert [each.isVisible() for each in shelf.fold.inside.findChildren(Button)] == [True, True]


def test_tab_goes_through_what_was_built_later_in_its_place(shelf: Shelf) -> None:
    shelf.fold.set_open(True)
    assert shelf.tab_order() == ["first", "third", "fourth", "last"]


def test_it_is_told_that_the_body_was_built(shelf: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf.fold.filled):
        shelf.fold.set_open(True)
    with qtbot.assertNotEmitted(shelf.fold.filled):
        shelf.fold.set_open(False)
        shelf.fold.set_open(True)
