"""Every page, dialog and question in every theme and size of text: each control can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.pages.compare.columns.column_chooser import ColumnChooser
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.help.page import HelpPage
from magdesk.ui.pages.label.page import LabelPage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.pages.wizard.questions.question_page import QuestionPage
from magdesk.ui.pages.wizard.taking.medicines_section import MedicinesSection
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from magdesk.ui.shell.window_place import LEAST_SIZE
from magdesk.ui.widgets.choices.fold_line import FoldLine
from tests.ui.every_dialog import DIALOGS
from tests.ui.in_front import opened_window
from tests.ui.pages.wizard.wizard_walk import wizard_at
from tests.ui.settling import settle
from tests.ui.sweeping import faults_on

LIBRARY = Library()
PAGES = tuple(page.id for page in LIBRARY.decision.pages)
TYPED = ("Zestoretic 20/12.5", "paracetamol 500 mg", "simvastin", "omeprazole", "heart tablet")
SLUGS = tuple(page.slug for page in LIBRARY.learn_pages)

RESULTS: dict[str, dict[str, Answer]] = {
    "self_care": {},
    "ask_first": {"kidney": "not_sure"},
    "soon": {"see_doctor": ("numbness",)},
    "today": {"danger_today": ("swollen_calf",)},
    "emergency": {"danger_now": ("stroke_signs",)},
}


@dataclass(frozen=True)
class Look:
    """A theme, a size of text in percent, the size of the window, and the detail level."""

    theme: str
    zoom: int
    width: int
    height: int
    detail_level: str = "plain"

    def __str__(self) -> str:
        return f"{self.theme}-{self.zoom}-{self.width}x{self.height}-{self.detail_level}"


LOOKS = (
    Look("light", 100, LEAST_SIZE.width(), LEAST_SIZE.height()),
    Look("light", 100, 1180, 760, "detail"),
    Look("light", 80, 1000, 700),
    Look("dark", 100, LEAST_SIZE.width(), LEAST_SIZE.height(), "detail"),
    Look("contrast", 100, LEAST_SIZE.width(), LEAST_SIZE.height()),
    Look("light", 150, 960, 630),
    Look("light", 200, 1280, 900),
    Look("dark", 200, 1280, 768),
    Look("contrast", 200, 1280, 768, "detail"),
)


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def window(
    qapp: QApplication,
    library: Library,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The window in one look; the size of text is changed while it is open."""
    look = cast("Look", request.param)
    settings = Settings(tmp_path_factory.mktemp("sweep"))
    settings.change(theme=look.theme, detail_level=look.detail_level)
    with opened_window(qapp, library, settings, look.width, look.height) as opened:
        settings.change(zoom=look.zoom)
        settle()
        yield opened


def _check(root: QWidget, afterwards: Callable[[], object] | None = None) -> None:
    settle()
    faults = faults_on(root)
    if afterwards is not None:
        afterwards()
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


# --- pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_every_control_of_a_page_can_be_used(window: MainWindow, name: str) -> None:
    window.show_page(name)
    _check(window)


def test_the_detail_of_a_form_can_be_used(window: MainWindow) -> None:
    window.compare.show_form("citrate")
    _check(window, window.compare.close_detail)


def test_forms_side_by_side_can_be_used(window: MainWindow) -> None:
    choosing = window.compare.choosing
    choosing.ticks.put(["citrate", "glycinate", "oxide"])
    choosing.open()
    _check(window, choosing.leave)


def test_columns_can_be_chosen(window: MainWindow) -> None:
    window.compare.toolbar.columns.click()
    settle()
    (chooser,) = window.findChildren(ColumnChooser)
    _check(chooser, chooser.close)


@pytest.mark.parametrize("part", ["cell", "rule", "expectation"])
def test_every_part_of_the_evidence_page_can_be_used(window: MainWindow, part: str) -> None:
    page = cast("EvidencePage", window.show_page("evidence"))
    ways: dict[str, Callable[[], None]] = {
        "cell": lambda: page.show_cell("citrate", "cramps"),
        "rule": page.open_rule,
        "expectation": page.show_expectation,
    }
    page.show_map()
    ways[part]()
    _check(window, page.close_panel)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_of_learn_can_be_used(window: MainWindow, slug: str) -> None:
    cast("LearnPage", window.show_page("learn")).open_page(slug)
    _check(window)


@pytest.mark.parametrize("name", [page.name for page in pages() if page.help])
def test_help_on_a_page_can_be_used(window: MainWindow, name: str) -> None:
    page = cast("HelpPage", window.show_page("help"))
    page.explain(name)
    _check(window, lambda: page.explain(None))


LABELS = {
    "does_not_fit": "magnesium bisglycinate 2000 mg, of which magnesium 440 mg, 2 capsules",
    "two_readings": "Magnesiumcitrat 1,500 mg",
    "not_understood": "calcium 500 mg",
}


@pytest.mark.parametrize("name", LABELS)
def test_a_label_that_was_read_can_be_used(window: MainWindow, name: str) -> None:
    page = cast("LabelPage", window.show_page("label"))
    page.label.text.edit.setPlainText(LABELS[name])
    _check(window)


def test_an_antacid_can_be_used(window: MainWindow) -> None:
    page = cast("LabelPage", window.show_page("label"))
    page.label.taken.menu.actions()[0].trigger()
    _check(window)


def test_the_checklist_of_foods_can_be_used(window: MainWindow) -> None:
    page = cast("LabelPage", window.show_page("label"))
    page.work_out("food_mg")
    assert page.food is not None
    page.food.finder.field.edit.setText("spin")
    _check(window, page.open_label)


# --- the wizard ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_questions_can_be_answered(window: MainWindow, name: str) -> None:
    page = wizard_at(window, {"sex": "female", "pregnancy": "no"}, Place("page", name))
    for fold in page.findChildren(FoldLine):
        fold.setChecked(True)
    _check(window)


def test_medicines_that_were_typed_can_be_answered(window: MainWindow) -> None:
    page = wizard_at(window, {}, Place("page", "taking"))
    assert isinstance(page.page, QuestionPage)
    section = page.page.sections["medicines"]
    assert isinstance(section, MedicinesSection)
    section.field.entered.emit("\n".join(TYPED))
    _check(window)


def test_the_answers_can_be_checked(window: MainWindow) -> None:
    wizard_at(window, {"supplement_mg": 400}, Place("check"))
    _check(window)


@pytest.mark.parametrize("level", RESULTS)
def test_a_result_of_every_level_can_be_used(window: MainWindow, level: str) -> None:
    page = wizard_at(window, RESULTS[level], Place("result"))
    assert page.sheet.advice().level == level
    _check(window)
    for fold in page.findChildren(FoldLine):
        fold.setChecked(True)
    _check(window)


def test_every_level_has_a_result_here() -> None:
    assert set(RESULTS) == set(LIBRARY.decision.levels)


# --- dialogs ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_can_be_used(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    _check(dialog, dialog.close)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
