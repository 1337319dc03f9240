"""A page *Day* on the screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.ui.pages.day.page import DayPage
from tests.ui.in_front import in_front


@pytest.fixture
def sheet(library: Library) -> AnswerSheet:
    return AnswerSheet(library.decision, "eu")


@pytest.fixture
def page(qtbot: QtBot, library: Library, sheet: AnswerSheet) -> DayPage:
    return in_front(qtbot, DayPage(library, sheet, frozenset({"take_along"})), 1034, 760)
