"""Grades and directions: what the records say, whatever they say today."""

from __future__ import annotations

import pytest

from magdesk.knowledge.catalogue import Catalogue, grade_for
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Grade
from magdesk.knowledge.records.evidence_records import Finding

CRAMP_GRADES: dict[str, Grade] = {
    "glycinate": "G0",
    "citrate": "G2",
    "malate": "G0",
    "taurate": "G0",
    "chloride_topical": "G0",
}
SORENESS_GRADES: dict[str, Grade] = CRAMP_GRADES | {"glycinate": "G3", "citrate": "G0"}


@pytest.fixture
def catalogue(library: Library) -> Catalogue:
    return library.catalogue


def test_the_grades_that_count_for_cramps_are_those_of_the_contract(catalogue: Catalogue) -> None:
    found = {
        form: grade_for(catalogue, form, "cramps", outside_pregnancy=True) for form in CRAMP_GRADES
    }
    assert found == CRAMP_GRADES


def test_the_grades_that_count_for_soreness_are_those_of_the_contract(
    catalogue: Catalogue,
) -> None:
    found = {form: grade_for(catalogue, form, "soreness") for form in SORENESS_GRADES}
    assert found == SORENESS_GRADES


def test_a_trial_in_pregnancy_counts_for_pregnant_women_only(catalogue: Catalogue) -> None:
    within = [finding for finding in catalogue.findings.values() if finding.outside_pregnancy]
    assert within
    for finding in within:
        assert grade_for(catalogue, finding.form, finding.outcome) == finding.grade
        outside = grade_for(catalogue, finding.form, finding.outcome, outside_pregnancy=True)
        assert outside == finding.outside_pregnancy


def test_a_pair_that_was_never_studied_has_the_lowest_grade(catalogue: Catalogue) -> None:
    never = [
        (form, outcome)
        for form in catalogue.forms
        for outcome in catalogue.outcomes
        if (form, outcome) not in catalogue.findings
    ]
    assert never
    assert {grade_for(catalogue, form, outcome) for form, outcome in never} == {"G0"}


@pytest.mark.parametrize("pair", [("lead", "cramps"), ("citrate", "baldness")])
def test_an_unknown_form_or_outcome_is_refused(catalogue: Catalogue, pair: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        grade_for(catalogue, *pair)


def test_no_form_was_tested_for_twitches(catalogue: Catalogue) -> None:
    assert {grade_for(catalogue, form, "twitches") for form in catalogue.forms} == {"G0"}


def test_colour_has_a_word_for_every_direction_and_no_trial_stands_alone(
    catalogue: Catalogue,
) -> None:
    for finding in catalogue.findings.values():
        assert catalogue.directions[finding.direction].word
        assert (finding.direction == "no_trial") == (finding.grade == "G0")


def test_who_paid_is_told_once_and_only_where_a_trial_says_so(catalogue: Catalogue) -> None:
    told = {pair: catalogue.paid_by(finding) for pair, finding in catalogue.findings.items()}
    assert any(told.values())
    for pair, names in told.items():
        assert len(set(names)) == len(names)
        paid = {catalogue.trials[trial].paid_by for trial in catalogue.findings[pair].trials}
        assert set(names) == paid - {""}


def test_a_trial_without_people_carries_no_grade(catalogue: Catalogue) -> None:
    for finding in catalogue.findings.values():
        if finding.grade != "G0":
            assert "people" in _subjects(catalogue, finding)


def _subjects(catalogue: Catalogue, finding: Finding) -> set[str]:
    return {catalogue.trials[trial].subjects for trial in finding.trials}
