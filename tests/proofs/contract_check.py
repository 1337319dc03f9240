"""Where the data differs from the contract's tables; conditions are compared by meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
import z3

from magdesk.knowledge.conditions import Chosen, Condition
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import Medicine, Raised, Rule
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.limits import AdultIntake
from tests.proofs.answer_sheet import every, new_sheet
from tests.proofs.contract import ExpectedRule, QuestionRow, RaisedRow, contract, expected_rules
from tests.proofs.kleene import Facts


def differences(decision: Decision) -> list[str]:
    """What the data says otherwise than the contract; empty where they agree."""
    check = _Check(decision, Meaning(decision))
    return [
        *check.questions(),
        *check.rules(),
        *check.medicines(),
        *check.candidates(),
        *check.points(),
        *check.amount(),
        *check.limits(),
        *check.first_steps(),
    ]


class Meaning:
    """Compares conditions over every sheet of a decision."""

    def __init__(self, decision: Decision) -> None:
        sheet = new_sheet(decision)
        self._facts = Facts(decision, sheet)
        self._solver = z3.Solver()
        self._solver.add(*sheet.axioms())

    def same(self, one: Condition | None, two: Condition | None) -> bool:
        """Whether both are true, and both are unknown, on the same sheets."""
        if one is None or two is None or one == two:
            return one == two
        first, second = self._facts.truth(one), self._facts.truth(two)
        return self._always(every([first.true == second.true, first.unknown == second.unknown]))

    def follows(self, one: Condition, two: Condition) -> bool:
        """Whether the second is true wherever the first is."""
        return self._always(z3.Implies(self._facts.truth(one).true, self._facts.truth(two).true))

    def _always(self, formula: z3.BoolRef) -> bool:
        return bool(self._solver.check(z3.Not(formula)) == z3.unsat)


@dataclass(frozen=True)
class _Check:
    decision: Decision
    meaning: Meaning

    def questions(self) -> Iterator[str]:
        rows = contract().question
        yield from _differ("the questions", list(self.decision.questions), [x.id for x in rows])
        for row in rows:
            question = self.decision.questions.get(row.id)
            if question is not None:
                yield from self._question(question, row)

    def _question(self, question: Question, row: QuestionRow) -> Iterator[str]:
        choices = [choice.id for choice in question.choices]
        yield from _differ(f"{row.id}: the choices", choices, row.choices.split())
        yield from _differ(f"{row.id}: the kind", question.kind, row.kind)
        yield from _differ(f"{row.id}: not sure", question.takes_not_sure, row.not_sure)
        if row.range is not None:
            bounds = (question.minimum, question.maximum)
            yield from _differ(f"{row.id}: the range", bounds, row.range)
        if not self.meaning.same(question.asked_if, row.asked_if):
            yield f"{row.id}: asked of other people"

    def rules(self) -> Iterator[str]:
        expected = tuple(expected_rules())
        ids = [rule.id for rule in self.decision.rules]
        yield from _differ("the rules", ids, [rule.id for rule in expected])
        found = {rule.id: rule for rule in self.decision.rules}
        for rule in expected:
            if rule.id in found:
                yield from self._rule(found[rule.id], rule)

    def _rule(self, rule: Rule, expected: ExpectedRule) -> Iterator[str]:
        for key in ("level", "stop", "if_unsure"):
            yield from _differ(f"{rule.id}: {key}", getattr(rule, key), getattr(expected, key))
        if not self.meaning.same(rule.when, expected.when):
            yield f"{rule.id}: fires for other people"
        yield from self._raised(rule.id, rule.raised, expected.raised)

    def _raised(self, name: str, raised: Raised | None, row: RaisedRow | None) -> Iterator[str]:
        if raised is None or row is None:
            yield from _differ(f"{name}: weighs more", raised is None, row is None)
            return
        for key in ("level", "stop", "if_unsure"):
            yield from _differ(f"{name}: raised {key}", getattr(raised, key), getattr(row, key))
        if not self.meaning.same(raised.when, row.when):
            yield f"{name}: weighs more for other people"

    def medicines(self) -> Iterator[str]:
        rows = contract().medicine
        yield from _differ("the medicines", set(self.decision.medicines), set(rows))
        for name, medicine in self.decision.medicines.items():
            if name in rows:
                hours = (medicine.before_h or 0, medicine.after_h or 0)
                yield from _differ(f"{name}: the hours", hours, rows[name].hours)
                yield from _differ(f"{name}: a course", medicine.short_course, rows[name].course)
                yield from _differ(f"{name}: spaced", medicine.spaced, any(hours))
                yield from self._rule_of(medicine)

    def _rule_of(self, medicine: Medicine) -> Iterator[str]:
        """The row and the rule that is made from it say the same."""
        rules = [rule for rule in self.decision.rules if rule.id == f"medicine.{medicine.id}"]
        told = [(rule.level, rule.stop) for rule in rules]
        yield from _differ(f"{medicine.id}: its rule", told, [(medicine.level, medicine.stop)])

    def candidates(self) -> Iterator[str]:
        rows = contract().candidate
        yield from _differ("the candidates", list(self.decision.candidates), list(rows))
        for name, each in self.decision.candidates.items():
            if name in rows:
                found = (each.gentle, each.oral, each.cramp_evidence)
                expected = (rows[name].gentle, rows[name].oral, rows[name].cramps)
                yield from _differ(f"{name}: gentle, oral, evidence", found, expected)
        first = contract().options.none_first.split()
        yield from _differ("none first", list(self.decision.no_supplement_first), first)
        if not self.meaning.same(self.decision.cramp_evidence_when, contract().options.graded):
            yield "evidence counts for other people"

    def points(self) -> Iterator[str]:
        rows = contract().points
        yield from _differ("rows of points", len(self.decision.points), len(rows))
        for number, (found, row) in enumerate(
            zip(self.decision.points, rows, strict=False), start=1
        ):
            told = (dict(found.points), set(found.out), set(found.listed))
            expected = (row.points(), set(row.out.split()), set(row.listed.split()))
            yield from _differ(f"points {number}", told, expected)
            if not self.meaning.same(found.when, row.when):
                yield f"points {number}: for other people"

    def amount(self) -> Iterator[str]:
        for name, found in msgspec.structs.asdict(self.decision.amount).items():
            yield from _differ(f"amount: {name}", found, contract().amount.get(name))

    def limits(self) -> Iterator[str]:
        regions = contract().region
        yield from _differ("default region", self.decision.limits.default_region, regions.default)
        for name, limits in self.decision.limits.regions.items():
            row = getattr(regions, name)
            yield from _differ(f"{name}: the limit", limits.upper_mg, row.upper)
            yield from _differ(f"{name}: men", _by_age(limits.intake, "male_mg"), row.male)
            yield from _differ(f"{name}: women", _by_age(limits.intake, "female_mg"), row.female)

    def first_steps(self) -> Iterator[str]:
        steps = {step.id: step.when for step in self.decision.first_steps}
        yield from _differ("the first steps", list(steps), list(contract().first_step))
        for name, trigger in contract().first_step.items():
            when = steps.get(name)
            if not trigger:
                yield from _differ(f"{name}: always", when, None)
            elif when is None or not self.meaning.follows(
                Chosen("triggers", frozenset((trigger,))), when
            ):
                yield f"{name}: not told for {trigger}"


def _by_age(rows: tuple[AdultIntake, ...], key: str) -> tuple[tuple[int, float], ...]:
    """Reference intakes with the age from which each counts."""
    return tuple((row.from_age, getattr(row, key)) for row in rows)


def _differ(what: str, found: object, expected: object) -> Iterator[str]:
    if found == expected:
        return
    if isinstance(found, list) and isinstance(expected, list):
        lacks = [each for each in expected if each not in found]
        more = [each for each in found if each not in expected]
        yield f"{what}: lacks {lacks}, has {more} more" if lacks or more else f"{what}: other order"
    else:
        yield f"{what}: {found}, not {expected}"
