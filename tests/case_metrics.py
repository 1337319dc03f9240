"""The metrics that studies of symptom checkers publish, computed over the cases.

They measure the program against what the stories must give under the written contract. They say
nothing of how real people fare: that takes a study.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import LEVELS, Level
from tests.case_files import Case, load_bases, sheet

DANGER_QUESTIONS = ("danger_now", "danger_today")


@dataclass(frozen=True)
class Share:
    """So many of so many cases."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        """Per cent; 0 of no cases at all is 0."""
        return 100 * self.count / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.count} of {self.of} ({self.percent:.1f} %)"


@dataclass(frozen=True)
class Metrics:
    """How the program's level compares with each case's right level."""

    accuracy: Share
    """At the right level."""
    accuracy_by_level: Mapping[Level, Share]
    """The same, by the right level."""
    safety: Share
    """At the right level or above it: safety of advice."""
    over_triage: Share
    """Above the right level."""
    under_triage: Share
    """Below the right level."""
    danger_under_triage: Share
    """Below it, of the cases with a danger sign or a danger question answered *not sure*."""


def metrics(cases: Sequence[Case]) -> Metrics:
    """The metrics over these cases, each run through the program's own decision."""
    decision = Library().decision
    bases = load_bases()
    sheets = [sheet(case, bases) for case in cases]
    right = [case.gives.level for case in cases]
    given = [
        advise(decision, parse_answers(answers, decision), case.region).level
        for case, answers in zip(cases, sheets, strict=True)
    ]
    above = [LEVELS.index(g) - LEVELS.index(r) for g, r in zip(given, right, strict=True)]
    danger = [steps for steps, answers in zip(above, sheets, strict=True) if _danger(answers)]
    return Metrics(
        accuracy=_share([steps == 0 for steps in above]),
        accuracy_by_level={
            level: _share([s == 0 for s, r in zip(above, right, strict=True) if r == level])
            for level in LEVELS
        },
        safety=_share([steps >= 0 for steps in above]),
        over_triage=_share([steps > 0 for steps in above]),
        under_triage=_share([steps < 0 for steps in above]),
        danger_under_triage=_share([steps < 0 for steps in danger]),
    )


def table(measured: Metrics) -> str:
    """The metrics as lines to read."""
    rows = [("accuracy", measured.accuracy)]
    rows += [(f"  {level}", share) for level, share in measured.accuracy_by_level.items()]
    rows += [
        ("safety of advice", measured.safety),
        ("over-triage", measured.over_triage),
        ("under-triage", measured.under_triage),
        ("under-triage of a danger sign", measured.danger_under_triage),
    ]
    return "\n".join(f"{name:<30} {share}" for name, share in rows)


def _danger(answers: Mapping[str, object]) -> bool:
    return any(answers.get(question, ["none"]) != ["none"] for question in DANGER_QUESTIONS)


def _share(held: Sequence[bool]) -> Share:
    return Share(count=sum(held), of=len(held))
