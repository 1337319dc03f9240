"""A cell opens its trials, at two detail levels and with sources that can be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.evidence_cells import evidence_grid
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.evidence.panel_words import CellReader
from tests.ui.conftest import Browser
from tests.ui.pages.evidence.evidence_pages import panel_text, shown_page


@pytest.fixture
def page(qtbot: QtBot, library: Library, tmp_path: Path) -> EvidencePage:
    return shown_page(qtbot, library, tmp_path)


def test_plain_words_for_each_trial_and_its_source(page: EvidencePage, library: Library) -> None:
    page.show_cell("citrate", "cramps")
    text = panel_text(page.panel)
    finding = library.catalogue.findings["citrate", "cramps"]
    assert finding.plain in text
    assert finding.detail not in text
    for key in finding.trials:
        trial = library.catalogue.trials[key]
        assert trial.plain in text
        assert trial.detail not in text
        assert library.bibliography[trial.reference].citation in text
    cell = page.current_cell
    assert cell is not None
    assert f"Trials of this form in people: {cell.trial_count}" in text
    assert f"Reviews, not counted as trials: {len(cell.reviews)}" in text


def test_professional_detail_is_added_under_the_switch(
    qtbot: QtBot, page: EvidencePage, library: Library
) -> None:
    page.show_cell("citrate", "cramps")
    qtbot.mouseClick(page.panel.detail_level, Qt.MouseButton.LeftButton)
    text = panel_text(page.panel)
    finding = library.catalogue.findings["citrate", "cramps"]
    assert finding.detail in text
    for key in finding.trials:
        assert library.catalogue.trials[key].plain in text
        assert library.catalogue.trials[key].detail in text
    assert "G2, Trials disagree." in text
    assert "n = 46." in text


def test_the_detail_level_is_kept_and_followed(qtbot: QtBot, page: EvidencePage) -> None:
    settings = page._settings
    page.show_cell("oxide", "sleep")
    qtbot.mouseClick(page.panel.detail_level, Qt.MouseButton.LeftButton)
    assert settings.values.detail_level == "detail"
    settings.change(detail_level="plain")
    assert not page.panel.detail_level.isChecked()
    assert "G2," not in panel_text(page.panel)


def test_every_cell_can_be_read_in_both_detail_levels(library: Library) -> None:
    catalogue = library.catalogue
    for cell in evidence_grid(catalogue):
        for detailed in (False, True):
            reading = CellReader(catalogue, library.bibliography, detailed).read(cell)
            assert reading.title.startswith(cell.form.name)
            words = " ".join(entry.text for row in reading.passages for entry in row.entries)
            expected = cell.outcome.never if cell.finding is None else cell.finding.plain
            assert expected in words
            shown = {row.key for row in reading.references}
            assert shown >= {trial.reference for trial in cell.trials}


def test_a_cell_that_was_never_studied_says_so(page: EvidencePage) -> None:
    page.show_cell("malate", "sleep")
    text = panel_text(page.panel)
    assert "No trial. No study of this form for sleep was found." in text
    assert not page.panel.part.sources.isVisible()
    assert not page.summary.read.isVisibleTo(page.summary)


def test_only_animals_were_tested_is_told_apart(page: EvidencePage) -> None:
    page.show_cell("malate", "absorption")
    text = panel_text(page.panel)
    assert "Trials of this form in people: 0\nWe found none." in text
    assert "In animals or the laboratory, not counted: 2" in text


def test_a_source_opens_in_the_browser(qtbot: QtBot, page: EvidencePage, browser: Browser) -> None:
    page.show_cell("citrate", "cramps")
    text = page.panel.part.text
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    page.panel.part.sources.anchorClicked.emit(QUrl("file:///etc/passwd"))
    qtbot.waitUntil(lambda: browser() == ["https://pubmed.ncbi.nlm.nih.gov/12011773/"])


def test_the_grading_rule_is_shown_whole(
    qtbot: QtBot, page: EvidencePage, library: Library
) -> None:
    qtbot.mouseClick(page.rule, Qt.MouseButton.LeftButton)
    text = panel_text(page.panel)
    for grade in library.catalogue.grades:
        assert f"{grade.name}. {grade.meaning}" in text
    for direction in library.catalogue.directions.values():
        assert f"{direction.word}. {direction.meaning}" in text
    assert "Animals only." in text
    assert page.panel.cell is None
    assert not page.panel.open_form.isVisible()


def test_who_paid_is_told_where_a_source_says_so(page: EvidencePage, library: Library) -> None:
    catalogue = library.catalogue
    told = [finding for finding in catalogue.findings.values() if catalogue.paid_by(finding)]
    assert told
    for finding in told:
        page.show_cell(finding.form, finding.outcome)
        for name in catalogue.paid_by(finding):
            assert name in panel_text(page.panel)
    page.show_cell("malate", "sleep")
    assert "Who paid" not in panel_text(page.panel)


def test_each_direction_stands_in_the_legend(page: EvidencePage, library: Library) -> None:
    names = [entry.word for entry in page.legend.entries]
    assert {row.word for row in library.catalogue.directions.values()} <= set(names)
    assert "Number = trials in people" in names
    for name in names:
        assert name in page.legend.accessibleName()
    assert page.legend.heightForWidth(300) > page.legend.heightForWidth(2000)


def test_the_panel_starts_at_its_beginning_for_each_cell(page: EvidencePage) -> None:
    page.show_cell("oxide", "absorption")
    bar = page.panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.map.setFocus()
    page.go_to("citrate", "absorption")
    assert bar.value() == 0
