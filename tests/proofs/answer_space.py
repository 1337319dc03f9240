"""Every sheet of answers that a decision takes, and pairs of sheets that differ in one place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import z3

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records.interview_records import Question
from tests.proofs.answer_sheet import Sheet, every, negated, new_sheet
from tests.proofs.translate import AdviceFormulas

SECOND = "after:"
"""Stands before the variables in which a second sheet differs."""


@dataclass(frozen=True)
class AnswerSpace:
    """One sheet with all answers open, and second sheets that share most of it."""

    decision: Decision
    _changed: dict[frozenset[str], AdviceFormulas] = field(default_factory=dict)

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet that every claim is about."""
        return new_sheet(self.decision)

    @cached_property
    def advice(self) -> AdviceFormulas:
        """What is said to it."""
        return AdviceFormulas(self.decision, self.sheet)

    def changed(self, *questions: str) -> AdviceFormulas:
        """The advice to a sheet that differs, at most, in the answers to these questions."""
        key = frozenset(questions)
        if key not in self._changed:
            sheet = self.sheet.renewed(self.decision, questions, SECOND)
            self._changed[key] = AdviceFormulas(self.decision, sheet)
        return self._changed[key]

    def after(self, question: str) -> tuple[str, ...]:
        """The questions that follow one."""
        order = list(self.decision.questions)
        return tuple(order[order.index(question) + 1 :])

    def questions(self, *kinds: str) -> Iterator[Question]:
        """The questions of these kinds, in order."""
        return (each for each in self.decision.questions.values() if each.kind in kinds)

    def chose(self, question: str, *choices: str) -> z3.BoolRef:
        """Whether the answer is, or contains, one of these; ``KeyError`` for an unknown one."""
        return z3.Or([self.sheet.answers[question].choices[choice] for choice in choices])

    def age(self, *, at_least: int = 0, below: int = 121) -> z3.BoolRef:
        """Whether an age is given, within these bounds."""
        answer = self.sheet.answers["age"]
        years: z3.ArithRef = answer.number
        return every([answer.given, years >= at_least, years < below])


def adds(before: Sheet, after: Sheet, question: str, choice: str) -> z3.BoolRef:
    """Whether the second sheet is the first with one more choice to an answered question."""
    old, new = before.answers[question], after.answers[question]
    kept = [name for name in old.choices if name not in (choice, "none")]
    return every(
        [
            old.answered,
            negated(old.choices[choice]),
            new.choices[choice],
            negated(new.choices["none"]),
            *(old.choices[name] == new.choices[name] for name in kept),
        ]
    )


def only(sheet: Sheet, question: str, choice: str) -> z3.BoolRef:
    """Whether the answer is this one choice and nothing else."""
    choices = sheet.answers[question].choices
    return every([each if name == choice else negated(each) for name, each in choices.items()])


def nowhere(formulas: Collection[z3.BoolRef]) -> z3.BoolRef:
    """None of the formulas holds."""
    return every([negated(each) for each in formulas])
