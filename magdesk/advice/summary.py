"""What the person came for, in at most five sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from magdesk.advice.advice import Amount, Option, SummaryText
from magdesk.advice.places import Places, fill, plain_number
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import SUPPLEMENT_MG
from magdesk.knowledge.records import Level
from magdesk.knowledge.records.decision_records import (
    SUMMARY_PARTS,
    Medicine,
    SummaryLine,
    SummaryPart,
    Taken,
)
from magdesk.rules.facts import NOT_SURE, Answers
from magdesk.rules.firing import RANK

URGENT_PARTS: tuple[SummaryPart, ...] = ("danger", "do")
"""All that is told from ``today`` on, and on a sheet that is not finished."""
ROUNDED_TO_MG = 10
MOST_WORDS_OF_CAUSES = 6
"""So many leave a sentence its 20 words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an advice says, as far as a summary line can ask for it."""

    complete: bool
    level: Level
    stop: bool
    complaint: str
    rules: frozenset[str]
    """Those that fired, but not as unknown."""
    options: tuple[Option, ...]
    amount: Amount | None
    taken: Taken
    before_dose: bool


def summary(decision: Decision, told: Told, places: Places) -> tuple[SummaryText, ...]:
    """The first line that fits each part, with its places filled."""
    urgent = not told.complete or RANK[told.level] >= RANK["today"]
    parts = URGENT_PARTS if urgent else SUMMARY_PARTS
    filled = {**places, **_places(decision, told)}
    lines = (_line(decision, part, told) for part in parts)
    return tuple(
        SummaryText(line.part, fill(line.text, filled), line.sources)
        for line in lines
        if line is not None
    )


def taken_from(answers: Answers) -> Taken:
    """Whether magnesium from products is taken; unknown where it is not answered."""
    amount = answers.get(SUPPLEMENT_MG, NOT_SURE)
    if isinstance(amount, int | float):
        return "some" if amount > 0 else "none"
    return "unknown"


def called_together(decision: Decision, medicines: Iterable[Medicine]) -> str:
    """The medicines that may be the cause, as one sentence names them: *the statin*."""
    names = tuple(dict.fromkeys(medicine.called for medicine in medicines if medicine.called))
    if not names:
        return decision.causes.unnamed
    first, *others = names
    if not others:
        return first
    both = fill(decision.causes.both, {"first": first, "second": others[0]})
    fits = len(others) == 1 and len(both.split()) <= MOST_WORDS_OF_CAUSES
    return both if fits else decision.causes.several


def _line(decision: Decision, part: SummaryPart, told: Told) -> SummaryLine | None:
    of_part = (line for line in decision.summary if line.part == part)
    return next((line for line in of_part if _fits(line, told)), None)


def _fits(line: SummaryLine, told: Told) -> bool:
    first = told.options[0].form if told.options else ""
    return (
        line.complete in (None, told.complete)
        and line.stop in (None, told.stop)
        and line.amount in (None, told.amount is not None)
        and line.taken in (None, told.taken)
        and line.before_dose in (None, told.before_dose)
        and (not line.level or told.level in line.level)
        and (not line.complaint or told.complaint in line.complaint)
        and (not line.rules or not told.rules.isdisjoint(line.rules))
        and (not line.option or first in line.option)
    )


def _places(decision: Decision, told: Told) -> dict[str, str]:
    """The amount, and the first form that holds it."""
    amount = told.amount
    if amount is None:
        return {}
    places = {
        "start": str(amount.start_mg),
        "max": str(amount.max_mg),
        "total": plain_number(amount.max_mg + amount.already_mg),
        "weeks": str(amount.review_weeks),
    }
    label = decision.labels.get(told.options[0].form)
    if label is not None:
        places["form"] = label.name.lower()
        if label.fraction:
            places["compound"] = compound(amount.start_mg, label.fraction)
    return places


def compound(elemental_mg: int, fraction: float) -> str:
    """Milligrams of the compound for an amount of magnesium, rounded to 10."""
    return str(round(elemental_mg / fraction / ROUNDED_TO_MG) * ROUNDED_TO_MG)
