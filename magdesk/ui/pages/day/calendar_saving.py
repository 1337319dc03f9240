"""The plan of a day as a calendar file that a person names."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from magdesk.knowledge.loader import Library
from magdesk.report.calendar_file import as_calendar
from magdesk.report.planned_day import PlannedDay
from magdesk.ui.export.file_saving import FileKind, ask_where_to_save, saved

translate = QCoreApplication.translate

FILE_NAME = "magnesium"


def calendar_text(planned: PlannedDay, library: Library, *, named: bool) -> str:
    """Return the events, from tomorrow on; names of medicines are in them only where asked for."""
    if planned.plan is None:
        raise ValueError("a day without a plan has no events")
    now = datetime.datetime.now().astimezone()
    timed = [taken.id for taken in planned.read.day.medicines if taken.times]
    return as_calendar(
        planned.read.day,
        planned.plan,
        library.planner_sentences,
        first_day=now.date() + datetime.timedelta(days=1),
        made=now,
        named=[planned.names[row] for row in timed] if named else (),
    )


def save_calendar(parent: QWidget, text: str) -> tuple[str, str]:
    """Ask for a file and write it; return what was done and what failed, both mostly empty."""
    kind = FileKind(translate("calendar_saving", "Calendar file"), "ics")
    path = ask_where_to_save(
        parent, translate("calendar_saving", "Save the calendar file"), FILE_NAME, [kind]
    )
    if path is None:
        return "", ""
    return saved(path, text.encode())
