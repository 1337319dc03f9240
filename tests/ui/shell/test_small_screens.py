"""On a small screen and in large text the window has room for what matters, and all is in reach.

A screen is as small as its pixels, over their scale, over the size of text. Down to 400 by 300
three rows of the table are seen, and the way on; below that the window scrolls as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.text_size import USUAL, apply_zoom
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from magdesk.ui.shell.window_place import USUAL_FRAME
from tests.ui.every_dialog import DIALOGS
from tests.ui.pages.wizard.wizard_walk import CALM
from tests.ui.settling import settle
from tests.ui.sweeping import called, on_screen

LIBRARY = Library()
SYSTEM_TEXT = 0.9
"""The u of a bare desktop, whose text has nine points: what the sizes of a screen are meant in."""
SCREENS = ((400, 300, 100), (512, 300, 100), (683, 384, 100), (800, 600, 200), (1024, 600, 200))
"""Width and height in pixels over the scale, and the size of text in percent."""
TINY = ((267, 200, 100), (533, 400, 200))
SEVERAL = [page.id for page in LIBRARY.decision.pages]


def opened_on(
    screen: tuple[int, int, int], library: Library, app: QApplication, settings: Settings
) -> tuple[MainWindow, Appearance]:
    """The window as large as such a screen lets it be."""
    width, height, percent = screen
    settings.change(zoom=percent)
    appearance = Appearance(app, settings)
    window = MainWindow(library, settings)
    larger = unit(window) / (SYSTEM_TEXT * percent / 100)
    window.setMinimumSize(1, 1)  # a screen has no room for more
    wide = width * larger - USUAL_FRAME.left() - USUAL_FRAME.right()
    tall = height * larger - USUAL_FRAME.top() - USUAL_FRAME.bottom()
    window.resize(round(wide), round(tall))
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    settle()
    return window, appearance


@pytest.fixture(scope="module", params=SCREENS, ids=str)
def window(
    qapp: QApplication,
    library: Library,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The window on one of the screens that have room."""
    settings = Settings(tmp_path_factory.mktemp("screens"))
    opened, appearance = opened_on(request.param, library, qapp, settings)
    yield opened
    opened.close()
    opened.deleteLater()
    appearance.deleteLater()
    settle()
    apply_zoom(qapp, USUAL)


def part_seen(widget: QWidget) -> float:
    """How much of a widget is in sight, 1 for all of it."""
    seen = widget.visibleRegion().boundingRect()
    return seen.width() * seen.height() / (widget.width() * widget.height())


def rows_seen(window: MainWindow) -> int:
    """How many rows of the table are seen from their upper to their lower edge."""
    table = window.compare.table
    boxes = [
        table.visualRect(table.model().index(row, 0)) for row in range(table.model().rowCount())
    ]
    return sum(box.top() >= 0 and box.bottom() <= table.viewport().height() for box in boxes)


def test_three_rows_are_seen_whether_or_not_forms_are_ticked(window: MainWindow) -> None:
    assert rows_seen(window) >= 3
    window.compare.choosing.ticks.put(["citrate", "glycinate", "oxide"])
    settle()
    assert rows_seen(window) >= 3
    bar, chosen = window.compare.choosing.bar, window.compare.toolbar.chosen
    assert bar.isVisible() != chosen.isVisible()
    window.compare.choosing.ticks.clear()
    settle()


def test_what_the_bar_does_stands_in_the_menu_that_takes_its_place(window: MainWindow) -> None:
    window.compare.choosing.ticks.put(["citrate", "glycinate"])
    settle()
    chosen, bar = window.compare.toolbar.chosen, window.compare.choosing.bar
    if chosen.isVisible():
        menu = chosen.menu()
        menu.aboutToShow.emit()
        offered = {action.text(): action for action in menu.actions()}
        assert bar.side_by_side.accessibleName() in offered
        offered[bar.clear.accessibleName()].trigger()
    else:
        bar.clear.click()
    settle()
    assert not len(window.compare.choosing.ticks)
    assert not chosen.isVisible()


@pytest.mark.parametrize("name", SEVERAL)
def test_continue_and_a_choice_are_seen_on_every_page(window: MainWindow, name: str) -> None:
    page = cast("WizardPage", window.show_page("wizard"))
    for question, answer in {**CALM, "sex": "female", "pregnancy": "no"}.items():
        page.sheet.set_answer(question, answer)
    page.go_to(Place("page", name))
    settle()
    assert part_seen(page.footer.back) == 1
    assert part_seen(page.footer.forward) == 1
    assert page.page is not None
    assert page.page.viewport().height() >= 60 * unit(window)


def test_none_of_these_is_reached_where_it_has_left_the_foot(window: MainWindow) -> None:
    page = cast("WizardPage", window.show_page("wizard"))
    page.go_to(Place("page", "conditions"))
    settle()
    assert page.page is not None
    (none,) = (each for each in on_screen(window) if each.objectName() == "conditions.none")
    page.page.ensureWidgetVisible(none, 0, 0)
    settle()
    assert part_seen(none) == 1


def heads(page: QWidget) -> list[QAbstractButton]:
    """The buttons of a page that no area scrolls into sight."""
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.window() is page.window() and not _scrolls(button, page)
    ]


def _scrolls(widget: QWidget, page: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not page.parentWidget():
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_head_and_foot_of_a_page_are_whole(window: MainWindow, name: str) -> None:
    page = window.show_page(name)
    settle()
    assert [called(button) for button in heads(page) if part_seen(button) < 1] == []
    small = [each for each in heads(page) if each.width() < each.minimumSizeHint().width()]
    assert [called(button) for button in small] == []


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_no_page_has_to_be_moved_sideways(window: MainWindow, name: str) -> None:
    """Grids of many columns may; around them, and on every other page, all has its room."""
    page = window.show_page(name)
    settle()
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    wide = {called(area): area.horizontalScrollBar().maximum() for area in areas}
    assert {area: beyond for area, beyond in wide.items() if beyond} == {}


def test_a_button_without_words_says_them_to_who_points_or_listens(window: MainWindow) -> None:
    window.show_page("take_along")
    settle()
    for button in heads(window):
        assert button.text() or button.accessibleName()
        if button.width() < 50 * unit(window):
            assert button.toolTip() or button.accessibleName()


@pytest.mark.parametrize("screen", TINY, ids=str)
def test_below_that_all_of_the_window_is_scrolled_to(
    screen: tuple[int, int, int], qapp: QApplication, library: Library, tmp_path: Path
) -> None:
    settings = Settings(tmp_path)
    window, appearance = opened_on(screen, library, qapp, settings)
    try:
        outer = window.centralWidget()
        assert isinstance(outer, QScrollArea)
        for name in ("compare", "take_along", "counter"):
            page = window.show_page(name)
            settle()
            for button in heads(page):
                outer.ensureWidgetVisible(button, 0, 0)
                place = QRect(button.mapTo(outer, QPoint(0, 0)), button.size())
                assert outer.rect().contains(place), called(button)
    finally:
        window.close()
        window.deleteLater()
        appearance.deleteLater()
        settle()
        apply_zoom(qapp, USUAL)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_no_larger_than_the_screen(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    dialog.show()
    settle()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() + USUAL_FRAME.top() + USUAL_FRAME.bottom() <= room.height()
    assert [called(button) for button in heads(dialog) if part_seen(button) < 1] == []
    dialog.close()
    settle()
