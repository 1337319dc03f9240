"""The drawn day shows what the words say, in every theme, and scrolls where there is much."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.planner.gaps import gaps_of
from magdesk.planner.plan import free_slots
from magdesk.ui.look.theme import Choice, apply_theme, current_theme
from magdesk.ui.pages.day.page import DayPage
from magdesk.ui.pages.day.timeline.drawn_day import drawn_day, pieces
from magdesk.ui.pages.day.timeline.lane_marks import tag_places
from tests.ui.pages.day.day_pages import take
from tests.ui.widgets.seen_and_heard import name, pixels

MANY = {
    "tetracycline": ["08:00"], "levothyroxine": ["06:30"], "gabapentin": ["08:00", "20:00"],
    "iron": ["07:00"], "rosuvastatin": ["22:00"], "fexofenadine": ["09:00"], "other": ["09:00"],
}  # fmt: skip
BLOCKED = {"levothyroxine": ["06:30"], "quinolone": ["08:00", "20:00"], "iron": ["12:00"]}


def test_one_accessible_name_says_all_that_is_drawn(page: DayPage, sheet: AnswerSheet) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": ["16:00"]})
    assert page.planned.words is not None
    said = name(page.card.timeline)
    assert all(line in said for line in page.planned.words.words)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_blocks_is_drawn_in_the_colours_of_caution(
    page: DayPage, sheet: AnswerSheet, qapp: QApplication, theme: Choice
) -> None:
    apply_theme(qapp, theme)
    token = "caution_text" if theme == "contrast" else "caution_tint"
    caution = current_theme().color(token).name().upper()
    take(sheet, {"iron": ["16:00"]})
    assert caution not in lanes_of_medicines(page)
    sheet.day.portions = 2
    take(sheet, BLOCKED)
    assert page.planned.plan is not None
    assert page.planned.plan.blocked_by
    assert caution in lanes_of_medicines(page)


def lanes_of_medicines(page: DayPage) -> set[str]:
    """The colours between the meals and magnesium."""
    QApplication.processEvents()
    timeline = page.card.timeline
    height = timeline.height() - 170
    return set(pixels(timeline.grab(QRect(150, 78, timeline.width() - 150, height)).toImage()))


def test_a_band_goes_on_after_midnight() -> None:
    assert set(pieces((22 * 60, 26 * 60))) == {(0, 120), (22 * 60, 24 * 60)}
    assert list(pieces((-60, 60 + 24 * 60))) == [(0, 24 * 60)]


def test_free_hours_are_those_of_the_planner(
    page: DayPage, sheet: AnswerSheet, library: Library
) -> None:
    take(sheet, {"levothyroxine": ["06:30"], "iron": ["16:00"]})
    medicines = library.decision.medicines
    drawn = drawn_day(page.planned, medicines)
    day = page.planned.read.day
    within = {
        slot
        for slot in day.slots
        if any(start <= slot <= end or start <= slot + 1440 <= end for start, end in drawn.free)
    }
    assert within == set(free_slots(day, medicines))
    bands = {dose.band for lane in drawn.medicines for dose in lane.doses}
    assert bands == {gap.band for gap in gaps_of(day, medicines)}


def test_many_medicines_scroll_between_the_meals_and_magnesium(
    page: DayPage, sheet: AnswerSheet
) -> None:
    take(sheet, {"iron": ["16:00"]})
    assert not page.card.timeline.bar.isVisible()
    assert page.card.focusPolicy() == Qt.FocusPolicy.NoFocus
    take(sheet, MANY)
    QApplication.processEvents()
    timeline = page.card.timeline
    assert timeline.bar.isVisible()
    assert timeline.bar.maximum() > 0
    assert timeline.height() <= 361
    before = timeline.grab().toImage()
    page.card.setFocus()
    QTest.keyClick(page.card, Qt.Key.Key_PageDown)
    assert timeline.bar.value() > 0
    after = timeline.grab().toImage()
    assert after != before
    foot = timeline.height() - 80
    left = range(0, timeline.width() - 20, 3)
    assert [before.pixel(x, foot) for x in left] == [after.pixel(x, foot) for x in left]


def test_tags_never_lie_over_each_other_or_outside() -> None:
    middles, widths = [5.0, 10.0, 95.0, 99.0], [20.0] * 4
    places = tag_places(middles, widths, (0.0, 100.0), 1.0)
    assert places is not None
    assert places[0] >= 0
    assert places[-1] + widths[-1] <= 100
    ends = [place + width for place, width in zip(places, widths, strict=True)]
    assert all(end < after for end, after in zip(ends, places[1:], strict=False))
    assert tag_places(middles, [30.0] * 4, (0.0, 100.0), 1.0) is None
