"""A sheet of answers as z3 variables, and a model read back as answers.

A question of kind ``several`` has one Boolean a choice, ``none`` and ``not_sure`` among them; of
kind ``one`` the same, at most one true; a number has a value and a Boolean that says whether it is
given. No true Boolean means that the question is not answered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

import z3

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question

TRUE, FALSE = z3.BoolVal(True), z3.BoolVal(False)
ORDINARY = {"none", "no", "normal", "any", "tested_normal", "under_2_weeks"}
"""Choices that a sheet which breaks something is rather shown with."""


def every(parts: Collection[z3.BoolRef]) -> z3.BoolRef:
    """The conjunction, without the parts that are ``TRUE`` anyway."""
    kept = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in kept):
        return FALSE
    return TRUE if not kept else kept[0] if len(kept) == 1 else z3.And(kept)


def some(parts: Collection[z3.BoolRef]) -> z3.BoolRef:
    """The disjunction, without the parts that are ``FALSE`` anyway."""
    kept = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in kept):
        return TRUE
    return FALSE if not kept else kept[0] if len(kept) == 1 else z3.Or(kept)


def negated(formula: z3.BoolRef) -> z3.BoolRef:
    """The negation, without one over a constant."""
    if formula is TRUE:
        return FALSE
    return TRUE if formula is FALSE else z3.Not(formula)


def exactly(number: float) -> z3.RatNumRef:
    """A number of the data as a z3 rational, without rounding."""
    return z3.RealVal(str(Fraction(number)))


@dataclass(frozen=True)
class Answer:
    """The variables of one question's answer."""

    question: Question
    choices: Mapping[str, z3.BoolRef]
    """By id, with ``none`` and ``not_sure`` where the question takes them."""
    number: z3.ArithRef | None = None
    given: z3.BoolRef = FALSE
    """Whether a number stands there."""

    @property
    def answered(self) -> z3.BoolRef:
        """Whether there is any answer."""
        return some([self.given, *self.choices.values()])

    @property
    def not_sure(self) -> z3.BoolRef:
        """Whether the answer is, or contains, *not sure*."""
        return self.choices.get("not_sure", FALSE)

    def axioms(self) -> Iterator[z3.BoolRef]:
        """What the interview accepts as an answer."""
        choices = list(self.choices.values())
        match self.question.kind:
            case "several":
                others = [each for name, each in self.choices.items() if name != "none"]
                yield z3.Implies(self.choices["none"], z3.Not(some(others)))
            case "one":
                for pair in combinations(choices, 2):
                    yield z3.Not(every(pair))
            case _:
                low = _value(self.number, self.question.minimum or 0)
                high = _value(self.number, self.question.maximum or 0)
                inside = every([self.number >= low, self.number <= high])
                yield z3.Implies(self.given, inside)
                yield z3.Not(every([self.given, self.not_sure]))

    def read(self, model: z3.ModelRef) -> object:
        """The answer in a model, as it stands in JSON; None where there is none."""
        if self.given is not FALSE and _holds(model, self.given):
            return _plain(model.eval(self.number, model_completion=True))
        chosen = [name for name, each in self.choices.items() if _holds(model, each)]
        if self.question.kind == "several":
            return chosen or None
        return chosen[0] if chosen else None


@dataclass(frozen=True, eq=False)
class Sheet:
    """All answers and the region."""

    regions: Mapping[Region, z3.BoolRef]
    answers: Mapping[str, Answer]
    label: str = ""

    def axioms(self) -> Iterator[z3.BoolRef]:
        """What makes the variables a sheet that can be given."""
        yield z3.PbEq([(each, 1) for each in self.regions.values()], 1)
        for answer in self.answers.values():
            yield from answer.axioms()

    def renewed(self, decision: Decision, questions: Collection[str], label: str) -> Sheet:
        """A sheet that is the same but for the answers to these questions."""
        fresh = {name: new_answer(decision.questions[name], label) for name in questions}
        return replace(self, answers={**self.answers, **fresh}, label=label)

    def sizes(self) -> Iterator[z3.BoolRef]:
        """What is counted to find the smallest sheet: each choice, each number."""
        for answer in self.answers.values():
            yield answer.given
            yield from answer.choices.values()

    def ordinary(self) -> Iterator[z3.BoolRef]:
        """What makes a sheet ordinary, where nothing depends on it."""
        yield from (each for name, each in self.regions.items() if name == "eu")
        for answer in self.answers.values():
            yield from (each for name, each in answer.choices.items() if name in ORDINARY)

    def numbers(self) -> Iterator[z3.ArithRef]:
        """The numbers that may have a fraction."""
        for answer in self.answers.values():
            if answer.number is not None and z3.is_real(answer.number):
                yield answer.number

    def read(self, model: z3.ModelRef) -> tuple[dict[str, object], Region]:
        """The sheet in a model, as it stands in JSON, and its region."""
        found = {name: answer.read(model) for name, answer in self.answers.items()}
        region = next(name for name, each in self.regions.items() if _holds(model, each))
        return {name: answer for name, answer in found.items() if answer is not None}, region

    def assignments(
        self, answers: Mapping[str, object], region: Region
    ) -> Iterator[tuple[z3.ExprRef, z3.ExprRef]]:
        """The values of a sheet of checked answers; a Boolean that is not named is false."""
        yield self.regions[region], TRUE
        for question, answer in answers.items():
            symbols = self.answers[question]
            for choice in _names(answer):
                yield symbols.choices[choice], TRUE
            if isinstance(answer, int | float):
                yield symbols.given, TRUE
                yield symbols.number, _value(symbols.number, answer)


def new_sheet(decision: Decision) -> Sheet:
    """A sheet whose every answer is open."""
    regions = {name: z3.Bool(f"region={name}") for name in decision.limits.regions}
    answers = {name: new_answer(each, "") for name, each in decision.questions.items()}
    return Sheet(regions, answers)


def new_answer(question: Question, label: str) -> Answer:
    """Fresh variables for one question; the label keeps two sheets apart."""
    stem = f"{label}{question.id}"
    ids = [choice.id for choice in question.choices]
    ids += ["none"] if question.kind == "several" else []
    ids += ["not_sure"] if question.takes_not_sure else []
    choices = {name: z3.Bool(f"{stem}={name}") for name in ids}
    if question.kind in ("one", "several"):
        return Answer(question, choices)
    number = z3.Int(stem) if question.kind == "whole_number" else z3.Real(stem)
    return Answer(question, choices, number, z3.Bool(f"{stem}.given"))


def _names(answer: object) -> Sequence[str]:
    if isinstance(answer, str):
        return (answer,)
    return tuple(answer) if isinstance(answer, list | tuple) else ()


def _value(number: z3.ArithRef, value: float) -> z3.ArithRef:
    return z3.IntVal(int(value)) if z3.is_int(number) else exactly(value)


def _holds(model: z3.ModelRef, variable: z3.BoolRef) -> bool:
    return bool(model.eval(variable, model_completion=True).eq(TRUE))


def _plain(value: z3.ExprRef) -> int | float:
    number = Fraction(value.as_long()) if z3.is_int(value) else Fraction(str(value.as_fraction()))
    return int(number) if number.denominator == 1 else float(number)
