"""What to expect: the same hundred people, drawn and in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import apply_theme, load_theme
from magdesk.ui.pages.evidence.expectation import ExpectationPage
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.widgets.amounts.hundred_people import PEOPLE, Share
from tests.ui.pages.evidence.evidence_pages import SMALL, WINDOW, shown_page


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> EvidencePage:
    return shown_page(qtbot, library, tmp_path)


@pytest.fixture
def opened(qtbot: QtBot, page: EvidencePage) -> ExpectationPage:
    qtbot.mouseClick(page.header.expect, Qt.MouseButton.LeftButton)
    return page.expectation


def test_it_opens_with_a_button_and_escape_comes_back(qtbot: QtBot, page: EvidencePage) -> None:
    qtbot.mouseClick(page.header.expect, Qt.MouseButton.LeftButton)
    assert page.expectation.isVisible()
    assert page.header.title.text() == "What to expect"
    assert page.header.back.hasFocus()
    qtbot.keyClick(page.header.back, Qt.Key.Key_Escape)
    assert page.shows_map
    assert page.header.title.text() == "Evidence map"
    assert page.map.hasFocus()


def test_a_hundred_people_are_drawn_twice(opened: ExpectationPage, library: Library) -> None:
    (row,) = library.expectations
    fewest, most = row.on_magnesium_between
    placebo = Counter(opened.placebo.share.dot(place) for place in range(PEOPLE))
    assert placebo == {"better": row.on_placebo, "same": PEOPLE - row.on_placebo}
    magnesium = Counter(opened.magnesium.share.dot(place) for place in range(PEOPLE))
    assert magnesium["better"] == fewest
    assert magnesium["better"] + magnesium["maybe_better"] == row.on_magnesium
    assert magnesium["same"] == PEOPLE - most


def test_the_drawings_are_also_words(opened: ExpectationPage, library: Library) -> None:
    (row,) = library.expectations
    fewest, most = row.on_magnesium_between
    on_placebo = f"{row.on_placebo} of 100"
    assert opened.placebo.accessibleName() == f"On a dummy pill: {on_placebo} got better"
    assert opened.magnesium.accessibleName() == (
        f"On magnesium: {row.on_magnesium} of 100 got better, anything from {fewest} to {most} fits"
    )
    assert opened.placebo.share.in_short == f"{on_placebo} better"
    assert opened.magnesium.share.in_short == f"{fewest} to {most} of 100 better"


def test_the_text_gives_the_numbers_with_their_sources(
    opened: ExpectationPage, library: Library
) -> None:
    (row,) = library.expectations
    fewest, most = row.on_magnesium_between
    text = opened.part.text.toPlainText()
    assert f"About {row.on_placebo} of 100" in text
    assert f"anything from {fewest} to {most}" in text
    sources = opened.part.sources.toPlainText()
    for key in row.placebo.sources:
        assert library.bibliography[key].citation in sources


def test_professional_detail_gives_ratio_and_interval(
    qtbot: QtBot, opened: ExpectationPage
) -> None:
    assert "0.84 to 1.29" not in opened.part.text.toPlainText()
    qtbot.mouseClick(opened.detail_level, Qt.MouseButton.LeftButton)
    assert "1.04 (95 % CI 0.84 to 1.29), high certainty" in opened.part.text.toPlainText()


def test_learn_says_more(qtbot: QtBot, page: EvidencePage, library: Library) -> None:
    page.show_expectation()
    with qtbot.waitSignal(page.open_learn) as asked:
        qtbot.mouseClick(page.expectation.learn, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0] in {page.slug for page in library.learn_pages}


@pytest.mark.parametrize("size", [WINDOW, SMALL, (640, 420)])
def test_nothing_is_cut_at_the_side(
    qtbot: QtBot, library: Library, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = shown_page(qtbot, library, tmp_path, size)
    page.show_expectation()
    inside = page.expectation.viewport().width()
    for drawing in (page.expectation.placebo, page.expectation.magnesium):
        right = drawing.mapTo(page.expectation.content, drawing.rect().bottomRight()).x()
        assert right <= inside
    assert page.expectation.content.width() <= inside


def test_filled_and_empty_differ_without_colour(
    qapp: QApplication, opened: ExpectationPage
) -> None:
    try:
        for name in ("light", "dark", "contrast"):
            apply_theme(qapp, name)
            image, theme = opened.content.grab().toImage(), load_theme(name)
            corner = opened.placebo.mapTo(opened.content, QPoint(0, 0))
            half = opened.placebo.height() / PEOPLE * 10
            first = image.pixelColor(corner + QPoint(round(half), round(half)))
            last = image.pixelColor(corner + QPoint(round(half), round(9 * half)))
            assert first.name() == theme.color("accent").name()
            assert last.name() == theme.color("surface").name()
    finally:
        apply_theme(qapp, "light")


def test_a_share_without_a_range_leaves_nothing_open() -> None:
    assert {Share(100).dot(place) for place in range(PEOPLE)} == {"better"}
    assert {Share(0).dot(place) for place in range(PEOPLE)} == {"same"}
