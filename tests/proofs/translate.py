"""The whole advice as formulas over one sheet: rules, then forms, amount, hours and first steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import z3

from magdesk.knowledge.records import Grade
from magdesk.knowledge.records.decision_records import Candidate
from tests.proofs.answer_sheet import FALSE, TRUE, every, exactly, negated, some
from tests.proofs.rule_formulas import Verdict

MOST_FORMS = 3
MOST_STEPS = 5
EVIDENCE: dict[Grade, int] = {"G4": 3, "G3": 2, "G2": 1, "G1": 0, "G0": 0}
NONE = "none"


class AmountFormulas(NamedTuple):
    """Milligrams of elemental magnesium a day, and whether they are told."""

    given: z3.BoolRef
    start: z3.ArithRef
    most: z3.ArithRef
    already: z3.ArithRef
    limit: z3.ArithRef
    portions: z3.ArithRef
    """How many a day."""


class Complaint(NamedTuple):
    """Grades of the candidates, and whether the complaint is the one that they count for."""

    counts: z3.BoolRef
    grades: Mapping[str, Grade]


@dataclass(frozen=True)
class AdviceFormulas(Verdict):
    """What is said beside the level and the stop."""

    @cached_property
    def shown(self) -> z3.BoolRef:
        """Whether there are options at all: only on a complete sheet without a stop."""
        return every([self.complete, negated(self.stop)])

    # --- forms ------------------------------------------------------------------------------

    @cached_property
    def points(self) -> dict[str, z3.ArithRef]:
        """Points of each candidate; an unknown gives no positive ones, but every negative one."""
        parts: dict[str, list[z3.ArithRef]] = {form: [] for form in self.decision.candidates}
        for row in self.decision.points:
            holds = None if row.when is None else self.facts.truth(row.when)
            for form, points in row.points.items():
                if holds is None:
                    parts[form].append(z3.IntVal(points))
                else:
                    counts = holds.true if points > 0 else holds.possible
                    parts[form].append(z3.If(counts, z3.IntVal(points), z3.IntVal(0)))
        return {form: z3.Sum([z3.IntVal(0), *terms]) for form, terms in parts.items()}

    @cached_property
    def out(self) -> dict[str, z3.BoolRef]:
        """Candidates that an answer takes out."""
        return {form: self._any_row(form, "out") for form in self.decision.candidates}

    @cached_property
    def fits(self) -> dict[str, z3.BoolRef]:
        """Candidates that are not out and have a point."""
        return {form: every([negated(self.out[form]), self.points[form] >= 1]) for form in self.out}

    @cached_property
    def listed(self) -> dict[str, z3.BoolRef]:
        """Candidates that are among the options."""
        return {
            form: every([self.shown, some([self._among_best(form), self._listed_anyway(form)])])
            for form in self.decision.candidates
        }

    @cached_property
    def any_option(self) -> z3.BoolRef:
        """Whether anything stands among the options, be it only ``none``."""
        names, places = (*self.decision.candidates, NONE), range(MOST_FORMS + 1)
        return some([self.at_place(name, place) for name in names for place in places])

    @cached_property
    def any_oral_form(self) -> z3.BoolRef:
        """Whether the options hold a form that is swallowed."""
        candidates = self.decision.candidates
        return some([each for form, each in self.listed.items() if candidates[form].oral])

    @cached_property
    def none_first(self) -> z3.BoolRef:
        """Whether *no supplement* stands before every form."""
        first = [self.fired(rule) for rule in self.decision.no_supplement_first]
        return some([self._nothing_fits, *first])

    def at_place(self, name: str, place: int) -> z3.BoolRef:
        """Whether a form, or ``none``, is the option at this place (0 is the first).

        What is no candidate never is.
        """
        if name == NONE:
            return every([self.shown, self._none_at(place)])
        if name not in self.fits:
            return FALSE
        forms_before = {form: self.fits[form] for form in self.fits if form != name}
        anyway = {form: self._listed_anyway(form) for form in self.fits if form != name}
        best = every([self._among_best(name), self._after(name, forms_before, place)])
        extra = every([self._listed_anyway(name), self._after(name, anyway, place)])
        return every([self.shown, some([best, extra])])

    def _after(self, name: str, others: dict[str, z3.BoolRef], place: int) -> z3.BoolRef:
        """Whether exactly as many stand before a form as its place says."""
        ahead = [every([each, self._before(form, name)]) for form, each in others.items()]
        return _count([self.none_first, *ahead], place)

    def _none_at(self, place: int) -> z3.BoolRef:
        last = _count([self._among_best(form) for form in self.fits], place)
        return z3.If(self.none_first, TRUE if place == 0 else FALSE, last)

    def _among_best(self, form: str) -> z3.BoolRef:
        others = [name for name in self.fits if name != form]
        ahead = [every([self.fits[name], self._before(name, form)]) for name in others]
        few = z3.AtMost(*ahead, MOST_FORMS - 1) if len(ahead) >= MOST_FORMS else TRUE
        return every([self.fits[form], few])

    def _before(self, form: str, other: str) -> z3.BoolRef:
        mine, its = self.points[form], self.points[other]
        return some([mine > its, every([mine == its, self._wins_tie(form, other)])])

    def _wins_tie(self, form: str, other: str) -> z3.BoolRef:
        """By evidence, then gentleness, then id."""
        one, two = self.decision.candidates[form], self.decision.candidates[other]
        wins = [
            complaint.counts
            for complaint in self.complaints
            if _key(one, complaint.grades) < _key(two, complaint.grades)
        ]
        return TRUE if len(wins) == len(self.complaints) else some(wins)

    @cached_property
    def evidence(self) -> dict[str, z3.ArithRef]:
        """The number of each candidate's grade, as it is told: 2 for G2."""
        found = {}
        for form in self.decision.candidates:
            number = z3.IntVal(0)
            for complaint in self.complaints:
                grade = complaint.grades.get(form, "G0")
                number = z3.If(complaint.counts, z3.IntVal(int(grade[1])), number)
            found[form] = number
        return found

    @cached_property
    def complaints(self) -> tuple[Complaint, ...]:
        """For which complaint findings count: exactly one holds, the last where no other does."""
        found, before = [], FALSE
        for row in self.decision.evidence:
            holds = self.facts.truth(row.when).true
            pairs = ((form, (form, row.outcome)) for form in self.decision.candidates)
            grades = {form: self.decision.grades.get(pair, "G0") for form, pair in pairs}
            found.append(Complaint(every([holds, negated(before)]), grades))
            before = some([before, holds])
        return (*found, Complaint(negated(before), {}))

    @cached_property
    def _nothing_fits(self) -> z3.BoolRef:
        return negated(some(list(self.fits.values())))

    def _listed_anyway(self, form: str) -> z3.BoolRef:
        return every(
            [self._nothing_fits, negated(self.out[form]), self._any_row(form, "listed")],
        )

    def _any_row(self, form: str, key: str) -> z3.BoolRef:
        rows = [row for row in self.decision.points if form in getattr(row, key)]
        return some([TRUE if row.when is None else self.facts.truth(row.when).true for row in rows])

    # --- amount, hours, first steps ---------------------------------------------------------

    @cached_property
    def amount(self) -> AmountFormulas:
        """Room that is used: told where a form by mouth is listed."""
        rule, room = self.decision.amount, self.facts.room()
        older = self.fired(rule.older_rule)
        cap = z3.If(older, exactly(rule.older_max_mg), exactly(rule.max_mg))
        most = z3.ToInt(z3.If(cap < room.value, cap, room.value))
        start = z3.If(most < int(rule.start_mg), most, z3.IntVal(int(rule.start_mg)))
        given = every([self.any_oral_form, room.given])
        already = self.sheet.answers["supplement_mg"].number
        portions = z3.If(most > int(rule.portion_mg), z3.IntVal(2), z3.IntVal(1))
        return AmountFormulas(given, start, most, already, self.facts.upper_limit(), portions)

    @cached_property
    def calm(self) -> z3.BoolRef:
        """Below ``today``: first steps and hours are told."""
        return negated(self.at_least["today"])

    @cached_property
    def spacing(self) -> dict[str, z3.BoolRef]:
        """By medicine with hours, whether they are told."""
        taken = self.sheet.answers["medicines"].choices
        spaced = [each.id for each in self.decision.medicines.values() if each.spaced]
        return {name: every([self.calm, taken.get(name, FALSE)]) for name in spaced}

    @cached_property
    def first_steps(self) -> dict[str, z3.BoolRef]:
        """By step, whether it is told: the first of those that fit, as many as are told at most."""
        fit = self._fitting_steps()
        names = list(fit)
        return {
            name: every([fit[name], _fewer([fit[each] for each in names[:place]], MOST_STEPS)])
            for place, name in enumerate(names)
        }

    def _fitting_steps(self) -> dict[str, z3.BoolRef]:
        """By step, whether a trigger or the complaint calls for it, or nothing else does."""
        steps = {step.id: step for step in self.decision.first_steps}
        fit = {
            name: every([self.calm, self.facts.truth(step.when).true])
            for name, step in steps.items()
            if step.when is not None
        }
        others = every([self.calm, *(negated(each) for each in fit.values())])
        return {name: fit.get(name, others) for name in steps}

    @cached_property
    def watch(self) -> dict[str, z3.BoolRef]:
        """By sign to watch for, whether it is told."""
        answer = self.sheet.answers["symptom"]
        complaint = dict(answer.choices)
        complaint["not_sure"] = some([answer.not_sure, negated(answer.answered)])
        return {
            sign.id: every([self.calm, some([complaint[name] for name in sign.complaint])])
            for sign in self.decision.watch
        }


def _fewer(parts: Sequence[z3.BoolRef], number: int) -> z3.BoolRef:
    """Whether fewer of them hold than this number."""
    return z3.AtMost(*parts, number - 1) if len(parts) >= number else TRUE


def _key(candidate: Candidate, grades: Mapping[str, Grade]) -> tuple[int, int, str]:
    evidence = EVIDENCE[grades.get(candidate.form, "G0")]
    return -evidence, -candidate.gentle, candidate.form


def _count(parts: Sequence[z3.BoolRef], number: int) -> z3.BoolRef:
    return z3.PbEq([(part, 1) for part in parts], number)
