"""Findings and trials, held against forms, outcomes and the rule of the grades."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.faults import Fault, dangling
from magdesk.knowledge.records import DIRECTIONS, Direction, Grade
from magdesk.knowledge.records.evidence_records import Finding, Trial

FILE = "evidence.toml"

DIRECTIONS_OF: Mapping[Grade, tuple[Direction, ...]] = {
    "G0": ("no_trial",),
    "G1": ("no_difference", "worse"),
    "G2": ("mixed",),
    "G3": ("better", "worse"),
    "G4": ("better", "worse"),
}
"""Where trials can point, by how sure one can be."""

RESULTS_OF: Mapping[Direction, str] = {"better": "benefit", "worse": "worse"}
"""What a trial must have found to point there."""


def evidence_faults(catalogue: Catalogue, keys: Container[str]) -> Iterator[Fault]:
    """Everything that is wrong between the entries of ``evidence.toml``, and towards others."""
    for trial in catalogue.trials.values():
        yield from dangling(FILE, trial.id, "reference", (trial.reference,), keys)
    for finding in catalogue.findings.values():
        entry = f"finding {finding.form} {finding.outcome}"
        yield from dangling(FILE, entry, "form", (finding.form,), catalogue.forms)
        yield from dangling(FILE, entry, "outcome", (finding.outcome,), catalogue.outcomes)
        yield from dangling(FILE, entry, "trials", finding.trials, catalogue.trials)
        yield from dangling(FILE, entry, "sources", finding.sources, keys)
        for key, message in _finding_messages(finding, catalogue):
            yield Fault(FILE, entry, key, message)
    yield from _unexplained(catalogue)


def _unexplained(catalogue: Catalogue) -> Iterator[Fault]:
    explained = {row.grade for row in catalogue.grades}
    for grade in {finding.grade for finding in catalogue.findings.values()} - explained:
        yield Fault(FILE, "", "grade", f"{grade} is used but not explained")
    for direction in DIRECTIONS:
        if direction not in catalogue.directions:
            yield Fault(FILE, "", "direction", f"{direction} is not explained")


def _finding_messages(finding: Finding, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Whether grades and direction can follow from the trials that are named."""
    named = [catalogue.trials[name] for name in finding.trials if name in catalogue.trials]
    people = [trial for trial in named if trial.subjects == "people"]
    if finding.direction not in DIRECTIONS_OF[finding.grade]:
        yield "direction", f"{finding.grade} cannot point to {finding.direction}"
    for message in _grade_messages(finding.grade, people, finding.direction):
        yield "grade", message
    if finding.outside_pregnancy is None:
        if any(trial.in_pregnancy and trial.kind == "trial" for trial in people):
            yield "outside_pregnancy", "missing key: a trial was in pregnancy"
        return
    elsewhere = [trial for trial in people if not trial.in_pregnancy]
    if elsewhere == people:
        yield "outside_pregnancy", "no trial was in pregnancy"
    for message in _grade_messages(finding.outside_pregnancy, elsewhere, finding.direction):
        yield "outside_pregnancy", message


def _grade_messages(grade: Grade, people: Iterable[Trial], direction: Direction) -> Iterator[str]:
    people = tuple(people)
    results = {trial.result for trial in people}
    if grade == "G0" and results - {"unclear"}:
        yield "G0 means no trial in people, but one is named"
    if grade != "G0" and not results:
        yield f"{grade} needs a trial in people"
    if grade == "G1" and "benefit" in results:
        yield "G1 means no benefit, but a trial found one"
    wanted = RESULTS_OF.get(direction, "benefit")
    if grade == "G3" and wanted not in results:
        yield f"G3 needs a trial that found a {_word(wanted)}"
    if grade == "G4" and len(_studies(people, wanted)) < 2:
        yield f"G4 needs two trials that found a {_word(wanted)}"
    if grade == "G4" and results - {wanted, "unclear"}:
        yield "G4 means that no trial speaks against it, but one is named"


def _studies(people: Iterable[Trial], result: str) -> set[str]:
    return {trial.reference for trial in people if trial.kind == "trial" and trial.result == result}


def _word(result: str) -> str:
    return {"benefit": "benefit", "worse": "harm"}[result]
