"""The calendar file: floating times, and no medicine's name unless it was ticked."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.planner.day import clock
from magdesk.ui.export.file_saving import SaveDialog
from magdesk.ui.pages.day.calendar_saving import calendar_text, save_calendar
from magdesk.ui.pages.day.page import DayPage
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from tests.ui.export.test_table_export import in_dialog, name_file, without_rights
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


def test_the_file_is_written_whole_with_the_ending_of_a_calendar(
    planned: DayPage, library: Library, tmp_path: Path
) -> None:
    in_dialog(lambda dialog: name_file(dialog, tmp_path / "my day"))
    QTest.mouseClick(find(planned, Button, "day.save"), Qt.MouseButton.LeftButton)
    written = (tmp_path / "my day.ics").read_bytes().decode()
    expected = calendar_text(planned.planned, library, named=False)
    assert without_stamps(written) == without_stamps(expected)


def without_stamps(text: str) -> list[str]:
    """The lines that do not tell when the file was made."""
    return [line for line in text.split("\r\n") if not line.startswith(("UID", "DTSTAMP"))]


def test_what_cannot_be_written_is_told_and_the_old_file_stays(
    planned: DayPage, tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    with ExitStack() as rights:

        def choose(dialog: SaveDialog) -> None:
            name_file(dialog, folder / "day.ics")
            rights.enter_context(without_rights())

        in_dialog(choose)
        done, failed = save_calendar(planned, "BEGIN:VCALENDAR")
    assert not done
    assert "day.ics" in failed
    assert not (folder / "day.ics").exists()
