"""Rules as formulas: whether each fires, how much it weighs, and where the interview ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import z3

from magdesk.knowledge.conditions import Bounded, Chosen, Condition, NotAsked, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import LEVELS, Level
from magdesk.knowledge.records.decision_records import Rule
from tests.proofs.answer_sheet import FALSE, TRUE, Sheet, every, negated, some
from tests.proofs.kleene import Facts

ENDS_AT: Level = "soon"
NEEDS = {
    "room": ("supplement_mg", "age"),
    "reference_intake": ("age", "sex"),
    "upper_limit": (),
}
"""The questions that a computed quantity follows from."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """One of the ways in which a rule can fire."""

    when: z3.BoolRef
    level: Level
    stop: bool
    unknown: bool
    words: tuple[str, ...]
    """What the line may say, places left open: beside a sign of harm a medicine has another one."""


@dataclass(frozen=True)
class RuleFormulas:
    """How a rule fires; at most one of the outcomes holds."""

    outcomes: tuple[Outcome, ...]

    @cached_property
    def fired(self) -> z3.BoolRef:
        """Whether it fires at all."""
        return some([each.when for each in self.outcomes])

    @cached_property
    def stop(self) -> z3.BoolRef:
        """Whether it fires with a stop."""
        return some([each.when for each in self.outcomes if each.stop])

    @cached_property
    def unknown(self) -> z3.BoolRef:
        """Whether it fires because its condition is unknown."""
        return some([each.when for each in self.outcomes if each.unknown])

    def at_least(self, level: Level) -> z3.BoolRef:
        """Whether it fires at this level or a higher one."""
        return some([each.when for each in self.outcomes if rank(each.level) >= rank(level)])

    @cached_property
    def ends(self) -> z3.BoolRef:
        """Whether it fires with a stop at a level that ends the interview."""
        weighty = [each for each in self.outcomes if each.stop and rank(each.level) >= _END]
        return some([each.when for each in weighty])

    @cached_property
    def signature(self) -> tuple[z3.BoolRef, ...]:
        """All that the rule adds to an advice; equal for two sheets where it does the same."""
        levels = [self.at_least(level) for level in LEVELS]
        return (self.fired, self.stop, self.unknown, *levels)


def rank(level: Level) -> int:
    """The place of a level by urgency."""
    return LEVELS.index(level)


_END = rank(ENDS_AT)


def rule_formulas(rule: Rule, facts: Facts) -> RuleFormulas:
    """The ways in which a rule fires on these facts."""
    return RuleFormulas(tuple(_outcomes(rule, facts)))


def _outcomes(rule: Rule, facts: Facts) -> Iterator[Outcome]:
    holds = facts.truth(rule.when)
    medicine = facts.decision.medicine_of_rule.get(rule.id)
    beside_harm = () if medicine is None else tuple(filter(None, [medicine.because_harm]))
    known = (rule.because, *beside_harm)
    yield Outcome(holds.true, rule.level, rule.stop, False, known)
    if rule.if_unsure is not None:
        unsure = (rule.unsure or rule.because, *beside_harm)
        yield Outcome(holds.unknown, rule.if_unsure, rule.stop, True, unsure)


@dataclass(frozen=True)
class Verdict:
    """What all rules together give on a sheet."""

    decision: Decision
    sheet: Sheet

    @cached_property
    def facts(self) -> Facts:
        """The whole sheet in its region."""
        return Facts(self.decision, self.sheet)

    @cached_property
    def rules(self) -> dict[str, RuleFormulas]:
        """Each rule by id, in order."""
        return {rule.id: rule_formulas(rule, self.facts) for rule in self.decision.rules}

    def fired(self, rule: str) -> z3.BoolRef:
        """Whether a rule fires; one that does not exist never does."""
        return self.rules[rule].fired if rule in self.rules else FALSE

    @cached_property
    def stop(self) -> z3.BoolRef:
        """Whether any rule stops."""
        return some([each.stop for each in self.rules.values()])

    @cached_property
    def at_least(self) -> dict[Level, z3.BoolRef]:
        """For each level, whether the advice is at it or above; the lowest needs no rule."""
        lowest, *others = LEVELS
        found = {level: self._reached(level) for level in others}
        return {lowest: TRUE, **found}

    def level_is(self, level: Level) -> z3.BoolRef:
        """Whether the advice is at exactly this level."""
        higher = [self.at_least[each] for each in LEVELS[rank(level) + 1 : rank(level) + 2]]
        return every([self.at_least[level], *(negated(each) for each in higher)])

    @cached_property
    def ends_by(self) -> dict[str, z3.BoolRef]:
        """By question, whether the interview ends there or before.

        It ends where one rule stops at ``soon`` or above and no rule that mentions a later question
        could come to more than the level reached.
        """
        later = highest_later(self.decision)
        ended, so_far, result = FALSE, set[str](), {}
        for question in self.decision.questions:
            so_far.add(question)
            rules = self._rules_on(frozenset(so_far))
            stops = some([each.ends for each in rules])
            reached = some([each.at_least(later[question]) for each in rules])
            ended = some([ended, every([stops, reached])])
            result[question] = ended
        return result

    def _rules_on(self, questions: frozenset[str]) -> list[RuleFormulas]:
        """Each rule on the answers to these questions alone."""
        facts = Facts(self.decision, self.sheet, visible=questions)
        return [
            self.rules[rule.id]
            if mentions(rule, self.decision) <= questions
            # Without one of its answers a condition is another one.
            else rule_formulas(rule, facts)
            for rule in self.decision.rules
        ]

    @cached_property
    def ends_first_at(self) -> dict[str, z3.BoolRef]:
        """By question, whether the interview ends early there."""
        before, result = FALSE, {}
        for question, ended in self.ends_by.items():
            result[question] = every([ended, negated(before)])
            before = ended
        return result

    @cached_property
    def missing(self) -> dict[str, z3.BoolRef]:
        """By question, whether it is asked and not answered yet."""
        everyone = Facts(self.decision, self.sheet, self.decision.limits.default_region)
        before, result = FALSE, {}
        for question, ended in self.ends_by.items():
            answered = self.facts.answered(question)
            open_ = [everyone.applies(question), negated(answered), negated(before)]
            result[question] = every(open_)
            before = ended
        return result

    @cached_property
    def asks(self) -> dict[str, z3.BoolRef]:
        """By question, whether it is one to take along: *not sure* to it left a rule unknown."""
        found: dict[str, list[z3.BoolRef]] = {name: [] for name in self.decision.questions}
        for rule in self.decision.rules:
            unknown = self.rules[rule.id].unknown
            for question, open_ in self.facts.left_open(rule.when).items():
                found[question].append(every([unknown, open_]))
        return {name: some(each) for name, each in found.items()}

    @cached_property
    def complete(self) -> z3.BoolRef:
        """Whether nothing is missing."""
        return negated(some(list(self.missing.values())))

    def _reached(self, level: Level) -> z3.BoolRef:
        return some([each.at_least(level) for each in self.rules.values()])


def highest_later(decision: Decision) -> dict[str, Level]:
    """By question, the highest level of a rule that mentions a later one, whatever is answered."""
    order, result = list(decision.questions), {}
    for place, question in enumerate(order):
        later = set(order[place + 1 :])
        rules = [rule for rule in decision.rules if mentions(rule, decision) & later]
        levels = [level for rule in rules for level in (rule.level, rule.if_unsure)]
        ranks = [rank(level) for level in levels if level is not None]
        result[question] = LEVELS[max(ranks, default=0)]
    return result


def mentions(rule: Rule, decision: Decision) -> frozenset[str]:
    """The questions that a rule waits for, also through a quantity that follows from them."""
    return frozenset(_mentioned(rule.when, decision))


def _mentioned(condition: Condition, decision: Decision) -> Iterator[str]:
    for atom in atoms(condition):
        match atom:
            case Bounded(subject, _, limit):
                for name in (subject, limit):
                    if isinstance(name, str):
                        yield from NEEDS.get(name, (name,))
            case Chosen(question):
                yield question
            case NotAsked(question):
                yield question
                asked_if = decision.questions[question].asked_if
                if asked_if is not None:
                    yield from _mentioned(asked_if, decision)
