"""A page that scrolls: the control with the focus is in view, and a click hits what it is on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Paragraph
from tests.ui.conftest import Show

MAKERS: dict[str, Callable[[str], QAbstractButton]] = {
    "row": ChoiceRow,
    "radio": lambda text: ChoiceRow(text, kind="radio"),
    "chip": Chip,
    "button": Button,
    "check box": QCheckBox,
    "plain button": QPushButton,
}


def in_view(page: ScrollPage, widget: QWidget) -> QRect:
    """The part of the widget that can be seen, in its own pixels."""
    view = page.viewport()
    seen = QRect(widget.mapFrom(view, QPoint(0, 0)), view.size())
    return seen.intersected(widget.rect())


def page_of(controls: list[QAbstractButton]) -> ScrollPage:
    page = ScrollPage()
    for control in controls:
        page.body.addWidget(control)
    page.setFixedHeight(200)
    return page


def scroll_to(page: ScrollPage, way: int) -> None:
    """Scroll so many pixels down, once the page knows how long it is."""
    QApplication.processEvents()
    page.verticalScrollBar().setValue(way)
    assert page.verticalScrollBar().value() == way


def cut_off(page: ScrollPage, controls: list[QAbstractButton]) -> list[QAbstractButton]:
    """The controls of which only a part can be seen."""
    return [
        control for control in controls if 2 <= in_view(page, control).height() < control.height()
    ]


def click_at_edge(page: ScrollPage, control: QAbstractButton) -> None:
    """Click into what is seen of it, as a hand does: through the window."""
    seen = in_view(page, control)
    spot = control.mapTo(control.window(), QPoint(10, seen.center().y()))
    handle = control.window().windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.parametrize("kind", list(MAKERS))
def test_a_click_on_what_is_cut_off_at_the_edge_counts(shown: Show, kind: str) -> None:
    controls = [MAKERS[kind](f"Answer {number}") for number in range(12)]
    page = page_of(controls)
    shown(page)
    tried = 0
    for start in (0, 7, 15, 23, 31, 60):
        scroll_to(page, start)
        for control in cut_off(page, controls):
            scroll_to(page, start)
            clicked = QSignalSpy(control.clicked)
            click_at_edge(page, control)
            assert clicked.count() == 1, (start, control.text())
            tried += 1
    assert tried >= 5


def test_a_field_that_is_cut_off_takes_the_click_where_it_is(shown: Show) -> None:
    fields = [Field(f"Field {number}") for number in range(12)]
    page = ScrollPage()
    for field in fields:
        page.body.addWidget(field)
    page.setFixedHeight(200)
    window = shown(page)
    scroll_to(page, 15)
    before = page.verticalScrollBar().value()
    field = next(f for f in fields if 2 <= in_view(page, f).height() < f.height())
    spot = field.mapTo(window, QPoint(60, in_view(page, field).center().y()))
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=spot)
    assert field.edit.hasFocus()
    assert page.verticalScrollBar().value() == before


def test_the_control_that_a_key_reaches_is_scrolled_into_view(shown: Show) -> None:
    controls: list[QAbstractButton] = [ChoiceRow(f"Answer {number}") for number in range(12)]
    page = page_of(controls)
    window = shown(page)
    controls[0].setFocus()
    for control in controls[1:]:
        QTest.keyClick(QWidget.focusWidget(window), Qt.Key.Key_Tab)
        assert control.hasFocus()
        assert in_view(page, control) == control.rect()


def test_content_stays_at_a_width_that_can_be_read(shown: Show) -> None:
    page = ScrollPage(400)
    text = Paragraph("Magnesium is a mineral that muscles and nerves need. " * 9)
    page.body.addWidget(text)
    window = shown(page)
    window.resize(1400, 300)
    QApplication.processEvents()
    assert text.width() <= round(400 * unit(page)) + 1
    window.resize(300, 300)
    QApplication.processEvents()
    assert text.width() < 300


def test_a_page_goes_back_to_its_beginning(shown: Show) -> None:
    page = page_of([ChoiceRow(f"Answer {number}") for number in range(12)])
    shown(page)
    scroll_to(page, 60)
    page.to_top()
    assert page.verticalScrollBar().value() == 0
