"""The calendar file: floating times, and no medicine's name unless it was ticked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.planner.day import clock
from magdesk.ui.pages.day import calendar_saving
from magdesk.ui.pages.day.calendar_saving import calendar_text, save_calendar
from magdesk.ui.pages.day.page import DayPage
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from tests.ui.pages.day.day_pages import find, take


@pytest.fixture
def planned(page: DayPage, sheet: AnswerSheet) -> DayPage:
    take(sheet, {"iron": ["16:00"]})
    assert page.planned.has_times
    return page


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def test_the_events_have_the_times_of_the_plan_in_local_time(
    planned: DayPage, library: Library
) -> None:
    text = unfolded(calendar_text(planned.planned, library, named=False))
    assert planned.planned.plan is not None
    for time in planned.planned.plan.times:
        assert f"T{clock(time).replace(':', '')}00\r\n" in text
    assert "TZID" not in text
    assert text.count("BEGIN:VEVENT") == len(planned.planned.plan.times)


def test_a_medicine_is_named_only_where_that_was_ticked(planned: DayPage, library: Library) -> None:
    name = planned.planned.names["iron"].split(",")[0]
    assert not planned.words.names_wanted
    assert name not in unfolded(calendar_text(planned.planned, library, named=False))
    QTest.mouseClick(find(planned, ChoiceRow, "day.calendar_names"), Qt.MouseButton.LeftButton)
    assert planned.words.names_wanted
    assert name in unfolded(calendar_text(planned.planned, library, named=True))


def test_the_file_is_written_whole_or_the_failure_is_told(
    planned: DayPage, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = calendar_text(planned.planned, library, named=False)
    target = tmp_path / "day.ics"
    monkeypatch.setattr(calendar_saving, "ask_where_to_save", lambda *_: target)
    done, failed = save_calendar(planned, text)
    assert target.name in done
    assert not failed
    assert target.read_bytes().decode() == text
    monkeypatch.setattr(calendar_saving, "ask_where_to_save", lambda *_: tmp_path / "no" / "d.ics")
    done, failed = save_calendar(planned, text)
    assert not done
    assert str(tmp_path / "no" / "d.ics") in failed
