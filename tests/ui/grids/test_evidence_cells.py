"""What the map counts: trials of that very form in people, and nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid, evidence_grid
from magdesk.ui.grids.evidence_words import (
    count_shown,
    label_of,
    map_in_short,
    shape_of,
    spoken,
    within,
)
from magdesk.ui.grids.grid_metrics import column_widths


@pytest.fixture(scope="module")
def grid(library: Library, qapp: QApplication) -> EvidenceGrid:
    assert qapp  # it knows the plurals
    return evidence_grid(library.catalogue)


def cell(grid: EvidenceGrid, form: str, outcome: str) -> Cell:
    place = grid.place_of(form, outcome)
    assert place is not None
    return grid.cells[place[0]][place[1]]


def test_every_form_and_outcome_has_its_cell(library: Library, grid: EvidenceGrid) -> None:
    catalogue = library.catalogue
    pairs = [(one.form.id, one.outcome.id) for one in grid]
    assert pairs == [(form, outcome) for form in catalogue.forms for outcome in catalogue.outcomes]


def test_only_trials_in_people_are_counted_and_each_source_once(
    library: Library, grid: EvidenceGrid
) -> None:
    catalogue = library.catalogue
    for one in grid:
        finding = catalogue.findings.get((one.form.id, one.outcome.id))
        rows = [catalogue.trials[key] for key in (finding.trials if finding else ())]
        sources = {
            row.reference for row in rows if row.kind == "trial" and row.subjects == "people"
        }
        assert one.trial_count == len(sources), spoken(one)


def test_two_entries_of_one_source_are_one_trial(grid: EvidenceGrid) -> None:
    one = cell(grid, "glycinate", "cramps")
    trial = one.in_people[0]
    twice = Cell(one.form, one.outcome, one.finding, one.word, (trial, replace(trial, id="again")))
    assert (len(twice.in_people), twice.trial_count) == (2, 1)


def test_reviews_are_shown_but_not_counted(grid: EvidenceGrid) -> None:
    citrate = cell(grid, "citrate", "cramps")
    assert citrate.reviews
    assert citrate.trial_count + len(citrate.reviews) == len(citrate.trials)
    pooled = Cell(citrate.form, citrate.outcome, citrate.finding, citrate.word, citrate.reviews[:1])
    assert (pooled.trial_count, count_shown(pooled), len(pooled.reviews)) == (0, "0", 1)
    assert spoken(pooled) == "Citrate, cramps: mixed, no trial in people, 1 review"


def test_animals_stand_apart(grid: EvidenceGrid) -> None:
    malate = cell(grid, "malate", "absorption")
    assert (malate.word, shape_of(malate), malate.trial_count) == ("No trial", "animals", 0)
    assert malate.only_in_animals
    assert count_shown(malate) == ""
    assert len(malate.elsewhere) == 2
    assert spoken(malate) == "Malate, absorption: no trial, rats only"


def test_an_empty_cell_has_one_word_however_it_is_told(grid: EvidenceGrid) -> None:
    without_finding = cell(grid, "malate", "sleep")
    with_finding = cell(grid, "taurate", "cramps")
    assert without_finding.finding is None
    assert with_finding.finding is not None
    for one in (without_finding, with_finding):
        assert one.is_empty
        assert one.word == label_of(one) == "No trial"
    assert spoken(with_finding) == "Taurate, cramps: no trial"


def test_a_trial_that_answers_nothing_is_told_and_not_counted(grid: EvidenceGrid) -> None:
    lactate = cell(grid, "lactate", "stress")
    assert (lactate.grade, lactate.trial_count, count_shown(lactate)) == ("G0", 1, "")
    assert not lactate.is_empty
    assert spoken(lactate) == "Lactate, stress: no trial, one trial, no dummy pill"


def test_a_cell_reads_on_its_own(grid: EvidenceGrid) -> None:
    citrate = cell(grid, "citrate", "cramps")
    count = citrate.trial_count
    assert spoken(citrate) == f"Citrate, cramps: mixed, {count} trials"


def test_a_short_form_keeps_its_capitals() -> None:
    assert within("EU panel: absorbed") == "EU panel: absorbed"
    assert within("Mixed") == "mixed"


def test_nobody_has_tested_any_form_for_twitches(grid: EvidenceGrid) -> None:
    assert [outcome.id for outcome in grid.never_tested] == ["twitches"]
    assert map_in_short(grid).startswith("Twitches: nobody has tested any form.")


@pytest.mark.parametrize("room", [300, 400, 655, 1000, 4000])
def test_columns_never_fall_below_their_least_and_fill_the_room(room: int) -> None:
    least, wanted = [100.4, 60.0, 120.2], [150.0, 60.0, 130.0]
    widths = column_widths(least, wanted, room, 200)
    assert all(width >= low for width, low in zip(widths, least, strict=True))
    if room >= sum(least) + 3:
        assert sum(widths) <= room
        assert sum(widths) > min(room, 600) - 7
    else:
        assert sum(widths) <= sum(least) + 3


def test_columns_share_the_room_alike_where_they_can() -> None:
    assert len(set(column_widths([50, 60, 70], [80, 90, 95], 400, 200))) == 1
