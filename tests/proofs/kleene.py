"""Conditions as pairs of formulas: is it true, is it unknown (false where neither).

Written from the contract, not from ``magdesk.rules``: a missing answer makes a condition false,
*not sure* makes it unknown, and the parts combine after Kleene.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import z3

from magdesk.knowledge.conditions import AllOf, AnyOf, Bounded, Chosen, Condition, NotAsked
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.limits import AdultIntake, RegionLimits
from magdesk.knowledge.records import Region
from tests.proofs.answer_sheet import FALSE, TRUE, Sheet, every, exactly, negated, some

COMPARE: dict[str, Callable[[z3.ArithRef, z3.ArithRef], z3.BoolRef]] = {
    "from": lambda number, bound: number >= bound,
    "to": lambda number, bound: number <= bound,
    "above": lambda number, bound: number > bound,
    "below": lambda number, bound: number < bound,
}


class Kleene(NamedTuple):
    """A three-valued formula."""

    true: z3.BoolRef
    unknown: z3.BoolRef

    @property
    def possible(self) -> z3.BoolRef:
        """Not false."""
        return some([self.true, self.unknown])


def all_of(parts: Sequence[Kleene]) -> Kleene:
    """True where each is; false where any is; else unknown."""
    true = every([part.true for part in parts])
    possible = every([part.possible for part in parts])
    return Kleene(true, every([possible, negated(true)]))


def any_of(parts: Sequence[Kleene]) -> Kleene:
    """True where any is; false where each is; else unknown."""
    true = some([part.true for part in parts])
    return Kleene(true, every([some([part.unknown for part in parts]), negated(true)]))


class Number(NamedTuple):
    """A number that may be given, *not sure*, or missing (neither)."""

    given: z3.BoolRef
    unsure: z3.BoolRef
    value: z3.ArithRef


@dataclass(frozen=True)
class Facts:
    """What is known of a sheet, in its region or another, up to a question or to the end."""

    decision: Decision
    sheet: Sheet
    region: Region | None = None
    """None for the region of the sheet."""
    visible: frozenset[str] | None = None
    """The questions whose answers count; None for all."""
    with_not_asked: bool = True

    def answered(self, question: str) -> z3.BoolRef:
        """Whether the question has an answer that counts."""
        return self.sheet.answers[question].answered if self._sees(question) else FALSE

    def truth(self, condition: Condition) -> Kleene:
        """The condition as a pair of formulas."""
        match condition:
            case AllOf(parts):
                return all_of([self.truth(part) for part in parts])
            case AnyOf(parts):
                return any_of([self.truth(part) for part in parts])
            case Chosen(question, choices):
                return self._chosen(question, choices)
            case Bounded(subject, bound, limit):
                return self._bounded(subject, bound, limit)
            case NotAsked(question):
                return Kleene(self._not_asked(question), FALSE)
        raise TypeError(f"no formula for {condition!r}")

    def applies(self, question: str) -> z3.BoolRef:
        """Whether the question is asked of this person."""
        asked_if = self.decision.questions[question].asked_if
        return TRUE if asked_if is None else self.truth(asked_if).true

    def by_region(self, value: Callable[[RegionLimits], z3.ExprRef]) -> z3.ExprRef:
        """A value that each region has for itself."""
        regions = self.decision.limits.regions
        if self.region is not None:
            return value(regions[self.region])
        first, *others = regions.items()
        result = value(first[1])
        for name, limits in others:
            result = z3.If(self.sheet.regions[name], value(limits), result)
        return result

    def at_least_years(self, age: float) -> z3.BoolRef:
        """Whether an age is given, and is at least so high."""
        number = self._number("age")
        return every([number.given, number.value >= exactly(age)])

    def left_open(self, condition: Condition) -> dict[str, z3.BoolRef]:
        """By question, whether *not sure* to it leaves the condition unknown."""
        unknown = self.truth(condition).unknown
        match condition:
            case AllOf(parts) | AnyOf(parts):
                found: dict[str, list[z3.BoolRef]] = {}
                for part in parts:
                    for question, open_ in self.left_open(part).items():
                        found.setdefault(question, []).append(open_)
                return {name: every([unknown, some(each)]) for name, each in found.items()}
            case Chosen(question):
                return {question: unknown}
            case Bounded(subject):
                return {"supplement_mg" if subject == "room" else subject: unknown}
        return {}

    def _sees(self, question: str) -> bool:
        return self.visible is None or question in self.visible

    def _chosen(self, question: str, choices: frozenset[str]) -> Kleene:
        if not self._sees(question):
            return Kleene(FALSE, FALSE)
        answer = self.sheet.answers[question]
        true = some([answer.choices[name] for name in sorted(choices) if name in answer.choices])
        return Kleene(true, every([answer.not_sure, negated(true)]))

    def _bounded(self, subject: str, bound: str, limit: float | str) -> Kleene:
        number, other = self._number(subject), self._number(limit)
        answered = every([some(number[:2]), some(other[:2])])
        known = every([number.given, other.given])
        return Kleene(
            every([known, COMPARE[bound](number.value, other.value)]),
            every([answered, some([number.unsure, other.unsure])]),
        )

    def _not_asked(self, question: str) -> z3.BoolRef:
        if not self.with_not_asked or self.decision.questions[question].asked_if is None:
            return FALSE
        bare = Facts(self.decision, self.sheet, self.region, self.visible, with_not_asked=False)
        return every([negated(self.answered(question)), negated(bare.applies(question))])

    def _number(self, subject: float | str) -> Number:
        if not isinstance(subject, str):
            return Number(TRUE, FALSE, exactly(subject))
        match subject:
            case "upper_limit":
                return Number(TRUE, FALSE, self.upper_limit())
            case "reference_intake":
                return self.reference_intake()
            case "room":
                return self.room()
        answer = self.sheet.answers[subject]
        if answer.number is None or not self._sees(subject):
            return Number(FALSE, FALSE, exactly(0))
        value = z3.ToReal(answer.number) if z3.is_int(answer.number) else answer.number
        return Number(answer.given, answer.not_sure, value)

    def upper_limit(self) -> z3.ArithRef:
        """The limit of the region, mg a day."""
        return self.by_region(lambda limits: exactly(limits.upper_mg))

    def room(self) -> Number:
        """The limit less what is already taken; from 65 years the lower limit counts."""
        amount = self.decision.amount
        taken, upper = self._number("supplement_mg"), self.upper_limit()
        older_upper = exactly(amount.older_upper_mg)
        lower = every([self.at_least_years(amount.older_from_age), upper > older_upper])
        return Number(taken.given, taken.unsure, z3.If(lower, older_upper, upper) - taken.value)

    def reference_intake(self) -> Number:
        """What an adult of this age and sex needs a day, mg; not given where there is no row."""
        sexes = self.sheet.answers["sex"].choices if self._sees("sex") else {}
        female, male = sexes.get("female", FALSE), sexes.get("male", FALSE)
        value = self.by_region(lambda limits: self._intake_of(limits.intake, male))
        known = self.by_region(
            lambda limits: some([self.at_least_years(row.from_age) for row in limits.intake])
        )
        return Number(every([known, some([female, male])]), FALSE, value)

    def _intake_of(self, rows: tuple[AdultIntake, ...], male: z3.BoolRef) -> z3.ArithRef:
        """The row with the highest age that is reached."""
        result = exactly(0)
        for row in sorted(rows, key=lambda row: row.from_age):
            here = z3.If(male, exactly(row.male_mg), exactly(row.female_mg))
            result = z3.If(self.at_least_years(row.from_age), here, result)
        return result
