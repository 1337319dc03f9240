"""Which forms fit the answers, with the reasons for and against each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from magdesk.advice.advice import Option
from magdesk.advice.by_complaint import first_for
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Grade
from magdesk.knowledge.records.decision_records import Candidate, PointsRow, Reason
from magdesk.rules.facts import NONE, Facts
from magdesk.rules.truth import Truth, truth

MOST_FORMS = 3
EVIDENCE_RANK: dict[Grade, int] = {"G0": 0, "G1": 0, "G2": 1, "G3": 2, "G4": 3}
"""A trial without benefit counts no more than no trial."""


@dataclass
class _Tally:
    """Points and reasons of one form while the rows are counted."""

    candidate: Candidate
    points: int = 0
    out: bool = False
    in_favour: list[Reason | None] = field(default_factory=list)
    against: list[Reason | None] = field(default_factory=list)


def options(
    decision: Decision, facts: Facts, complaint: str, fired_rules: Iterable[str]
) -> tuple[Option, ...]:
    """At most three forms with a point, best first, and *no supplement* where it belongs."""
    tallies = {key: _Tally(candidate) for key, candidate in decision.candidates.items()}
    listed_anyway: set[str] = set()
    for row in decision.points:
        holds: Truth = True if row.when is None else truth(row.when, facts)
        _count(row, holds, tallies)
        if holds:
            listed_anyway.update(row.listed)
    outcome = evidence_outcome(decision, facts)
    graded = [
        (evidence_grade(decision, tally.candidate, outcome), tally)
        for tally in tallies.values()
        if not tally.out
    ]
    graded.sort(key=_order)
    forms = [_option(*each, complaint) for each in graded if each[1].points > 0][:MOST_FORMS]
    nothing = _no_supplement(decision, complaint, set(fired_rules))
    if not forms:
        forms = [
            _option(*each, complaint) for each in graded if each[1].candidate.form in listed_anyway
        ]
        return (nothing, *forms)
    first = not set(decision.no_supplement_first).isdisjoint(fired_rules)
    return (nothing, *forms) if first else (*forms, nothing)


def evidence_outcome(decision: Decision, facts: Facts) -> str | None:
    """The outcome whose findings count for the person's complaint, if any do."""
    return next((row.outcome for row in decision.evidence if truth(row.when, facts)), None)


def evidence_grade(decision: Decision, candidate: Candidate, outcome: str | None) -> Grade:
    """The grade that counts for the person's complaint."""
    return "G0" if outcome is None else decision.grades.get((candidate.form, outcome), "G0")


def _count(row: PointsRow, holds: Truth, tallies: dict[str, _Tally]) -> None:
    """Add a row: an unknown gives no positive points, but every negative one."""
    for form, points in row.points.items():
        tally = tallies[form]
        if holds and points > 0:
            tally.points += points
            tally.in_favour.append(row.in_favour)
        elif holds is not False and points < 0:
            tally.points += points
            tally.against.append(row.against if holds else row.unsure)
    if holds:
        for form in row.out:
            tallies[form].out = True


def _order(graded: tuple[Grade, _Tally]) -> tuple[int, int, int, str]:
    grade, tally = graded
    return (-tally.points, -EVIDENCE_RANK[grade], -tally.candidate.gentle, tally.candidate.form)


def _option(grade: Grade, tally: _Tally, complaint: str) -> Option:
    caveat = first_for(tally.candidate.caveats, complaint)
    return Option(
        form=tally.candidate.form,
        points=tally.points,
        in_favour=tuple(filter(None, tally.in_favour)),
        against=tuple(filter(None, (*tally.against, caveat))),
        evidence=grade,
    )


def _no_supplement(decision: Decision, complaint: str, fired_rules: set[str]) -> Option:
    told = decision.no_supplement
    reasons = [
        reason
        for rule, reason in (("food_enough", told.food_enough), ("older_cramps", told.older_cramps))
        if rule in fired_rules
    ]
    own = first_for(told.by_complaint, complaint)
    in_favour = tuple(filter(None, (*reasons, *told.in_favour, own)))
    return Option(NONE, None, in_favour, told.against, None)
