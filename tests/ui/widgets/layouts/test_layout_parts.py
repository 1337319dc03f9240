"""What a layout lends to Qt for each of its parts is gone with the layout, or with the part."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget, QWidgetItem

from magdesk.ui.widgets.layouts.choice_grid import ChoiceGrid
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.group_columns import GroupColumns
from magdesk.ui.widgets.layouts.layout_parts import PartsLayout
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph


def flow_row() -> FlowRow:
    row = FlowRow()
    row.set_widgets([Paragraph("one"), Paragraph("two")], [])
    return row


def with_parts(layout: PartsLayout) -> PartsLayout:
    for words in ("one", "two"):
        layout.add(Paragraph(words))
    return layout


LAYOUTS: list[Callable[[], PartsLayout]] = [
    flow_row,
    lambda: with_parts(Column()),
    lambda: with_parts(SwitchBox(100)),
    lambda: with_parts(ChoiceGrid(2, 50, 4)),
    lambda: with_parts(GroupColumns(100, 4, 4)),
]


def items() -> int:
    gc.collect()
    return sum(type(each) is QWidgetItem for each in gc.get_objects())


def shown(layout: PartsLayout) -> QWidget:
    """A window with this layout in another, as Qt goes through it."""
    window = QWidget()
    QVBoxLayout(window).addLayout(layout)
    window.show()
    QApplication.processEvents()
    return window


def take_down(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("make", LAYOUTS)
@pytest.mark.usefixtures("qapp")
def test_nothing_is_left_of_a_layout(make: Callable[[], PartsLayout]) -> None:
    before = items()
    window = shown(make())
    assert items() == before + 2
    take_down(window)
    del window
    assert items() == before


@pytest.mark.parametrize("make", LAYOUTS)
@pytest.mark.usefixtures("qapp")
def test_a_part_that_is_taken_down_leaves_the_layout(make: Callable[[], PartsLayout]) -> None:
    before = items()
    layout = make()
    window = shown(layout)
    first = window.findChildren(Paragraph)[0]
    take_down(first)
    assert layout.count() == 1
    assert items() == before + 1
    take_down(window)
