"""Every control of the page Day can be used, in every theme and size of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.look.theme import Choice
from magdesk.ui.pages.day.page import DayPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from tests.ui.in_front import opened_window
from tests.ui.pages.day.day_pages import take
from tests.ui.pages.day.test_timeline import BLOCKED, MANY
from tests.ui.settling import settle
from tests.ui.sweeping import faults_on

LOOKS: tuple[tuple[Choice, int, int, int], ...] = (
    ("light", 100, 860, 600),
    ("light", 100, 1180, 760),
    ("dark", 150, 1180, 760),
    ("contrast", 100, 860, 600),
    ("contrast", 200, 1280, 900),
    ("light", 80, 1000, 700),
)
DAYS = {
    "nothing told": {},
    "times": {"levothyroxine": ["06:30"], "iron": ["16:00"]},
    "blocked": BLOCKED,
    "many": MANY,
    "refused": {"levothyroxine": ["06:30", "soon"], "iron": [""]},
    "stopped": {"digoxin": ["08:00"]},
}


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def window(
    qapp: QApplication,
    library: Library,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The window in one look; the size of text is changed while the page is open."""
    theme, zoom, width, height = cast("tuple[Choice, int, int, int]", request.param)
    settings = Settings(tmp_path_factory.mktemp("sweep"))
    settings.change(theme=theme)
    with opened_window(qapp, library, settings, width, height) as opened:
        opened.show_page("day")
        settings.change(zoom=zoom)
        settle()
        yield opened


def _day(window: MainWindow) -> DayPage:
    page = window.show_page("day")
    assert isinstance(page, DayPage)
    return page


@pytest.mark.parametrize("name", DAYS)
def test_every_control_can_be_used(window: MainWindow, name: str) -> None:
    page = _day(window)
    page.sheet.clear()
    take(page.sheet, DAYS[name])
    settle()
    assert faults_on(window) == []


def test_a_medicine_can_be_added(window: MainWindow, library: Library) -> None:
    page = _day(window)
    page.sheet.clear()
    page.times.add.setChecked(True)
    index = MedicineIndex(library.medicine_names, library.decision.medicines)
    page.sheet.medicines.add(find(index, name) for name in ("antibiotic", "water tablet"))
    page.sheet.medicines_changed()
    settle()
    assert page.sheet.medicines.open
    faults = faults_on(window)
    page.times.add.setChecked(False)
    assert faults == []
