"""Properties of two sheets that are equal but for one answer, or for the answers after an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import z3

from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.records import LEVELS
from magdesk.knowledge.records.decision_records import Rule
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.index import rule_index
from magdesk.rules.verdict import Verdict, raises
from tests.proofs.answer_sheet import FALSE, TRUE, Sheet, every
from tests.proofs.answer_space import AnswerSpace, adds, nowhere
from tests.proofs.proving import Claim, Fact, Obligation
from tests.proofs.rule_formulas import rank
from tests.proofs.translate import AdviceFormulas

SIGNS = ("danger_now", "danger_today", "see_doctor", "conditions", "medicines")
"""Questions whose choices are signs, conditions or medicines."""


def adding_never_lowers(space: AnswerSpace) -> Iterator[Obligation]:
    """Property 4.

    *Not sure* is claimed of each rule by itself, which is more than of all of them together: each
    rule that stops for one answer to a question also stops for *not sure*, alone or beside others.
    """
    for name in SIGNS:
        for choice in space.decision.questions[name].choices:
            yield from _adding(space, name, choice.id)
    for question in space.decision.questions.values():
        if question.takes_not_sure:
            yield from _not_sure(space, question.id)


def _adding(space: AnswerSpace, question: str, choice: str) -> Iterator[Obligation]:
    before, after = space.advice, space.changed(question)
    sheets = (before.sheet, after.sheet)
    more = adds(*sheets, question, choice)
    yield Claim(f"adding {choice} keeps the level", more, level_keeps_up(before, after), sheets)
    still_none = z3.Implies(nowhere(before.listed.values()), nowhere(after.listed.values()))
    yield Claim(f"adding {choice} brings no form", more, still_none, sheets)


def _not_sure(space: AnswerSpace, question: str) -> Iterator[Obligation]:
    before, after = space.advice, space.changed(question)
    sheets = (before.sheet, after.sheet)
    unsure = every([before.facts.answered(question), after.sheet.answers[question].not_sure])
    stops = z3.Implies(before.stop, after.stop)
    yield Claim(f"not sure of {question} stops", unsure, stops, sheets)
    for name, rule in before.rules.items():
        stop = after.rules[name].stop
        if not rule.stop.eq(stop):
            claim = z3.Implies(rule.stop, stop)
            yield Claim(f"not sure of {question} stops by {name}", unsure, claim, sheets)


def an_early_end_is_final(space: AnswerSpace) -> Iterator[Obligation]:
    """Property 11.

    That it ends at the first question where the contract allows it follows from how the end is
    written in ``Verdict.ends_by``, from the contract's tables and from the agreement with the core.
    """
    before = space.advice
    for question, ended in before.ends_first_at.items():
        later = space.after(question)
        if ended is FALSE or not later:
            continue
        after = space.changed(*later)
        sheets = (before.sheet, after.sheet)
        levels = [before.at_least[level] == after.at_least[level] for level in before.at_least]
        claims = {
            "stop": every([before.stop, after.stop]),
            "level": every(levels),
            "options": nowhere([before.any_option, after.any_option]),
        }
        for words, claim in claims.items():
            kept = z3.Implies(ended, claim)
            yield Claim(f"the {words} after an end at {question}", TRUE, kept, sheets)


def a_change_is_told_as_it_comes_true(space: AnswerSpace) -> Iterator[Obligation]:
    """Property 13.

    For every answer that it tries the core fires those rules again that an index names; the others
    stay as they fired. Proved here for every sheet: no other rule does anything else once the
    answer has changed. So the verdict is that of all rules. A change is told only where ``raises``
    lets it through, of which every case is looked at here. There are a hundred: two levels, with or
    without a stop.
    """
    index, rules = rule_index(space.decision), space.decision.rules
    for question in space.questions("several"):
        other = _rules_that_differ(space, question)
        after = space.changed(question.id).sheet
        for choice in question.choices:
            touched = [rules[place] for place in index.by_choice.get((question.id, choice.id), ())]
            given = adds(space.sheet, after, question.id, choice.id)
            name = f"{question.id}, {choice.id} added"
            yield _others_stay(name, other, touched, given, (space.sheet, after))
        yield _still_asked(space, question.id)
    for question in space.questions("one", "number"):
        other = _rules_that_differ(space, question)
        after = space.changed(question.id).sheet
        touched = [rules[place] for place in index.by_question[question.id]]
        given = every([sheet.answers[question.id].answered for sheet in (space.sheet, after)])
        name = f"{question.id}, another answer"
        yield _others_stay(name, other, touched, given, (space.sheet, after))
    yield from _bounds_can_be_answered(space)
    yield from _only_what_raises_passes()


def _rules_that_differ(space: AnswerSpace, question: Question) -> dict[str, z3.BoolRef]:
    """By rule, that it does the same on both sheets; without those that cannot differ."""
    after = space.changed(question.id)
    pairs = {
        name: list(zip(rule.signature, after.rules[name].signature, strict=True))
        for name, rule in space.advice.rules.items()
    }
    changing = {
        x: [pair for pair in found if not pair[0].eq(pair[1])] for x, found in pairs.items()
    }
    return {x: every([one == two for one, two in found]) for x, found in changing.items() if found}


def _others_stay(
    name: str,
    same: Mapping[str, z3.BoolRef],
    touched: Iterable[Rule],
    given: z3.BoolRef,
    sheets: tuple[Sheet, Sheet],
) -> Claim:
    """Rules that are not fired again do what they did."""
    ids = {rule.id for rule in touched}
    others = every([each for rule, each in same.items() if rule not in ids])
    return Claim(f"{name}: the other rules stay", given, others, sheets)


def _still_asked(space: AnswerSpace, question: str) -> Claim:
    """One more choice never decides whether a question applies: the core does not look again."""
    before, after = space.advice.facts, space.changed(question).facts
    same = [before.applies(name) == after.applies(name) for name in space.decision.questions]
    answered = every([before.answered(question), after.answered(question)])
    sheets = (before.sheet, after.sheet)
    return Claim(f"{question}: the same questions are asked", answered, every(same), sheets)


def _bounds_can_be_answered(space: AnswerSpace) -> Iterator[Fact]:
    """A number that is named as a change lies in the range of its question."""
    for question in space.questions("number"):
        limits = [
            atom.limit
            for rule in space.decision.rules
            for atom in atoms(rule.when)
            if isinstance(atom, Bounded) and atom.subject == question.id
        ]
        highest = max((limit for limit in limits if not isinstance(limit, str)), default=0)
        yield Fact(f"{question.id} can be {highest:g}", highest + 1 <= (question.maximum or 0))


def _only_what_raises_passes() -> Iterator[Fact]:
    """The core's filter lets through a higher level or a new stop, and loses neither."""
    verdicts = [Verdict(level, stop) for level in LEVELS for stop in (False, True)]
    for before, after in product(verdicts, repeat=2):
        higher = rank(after.level) > rank(before.level)
        lower = rank(after.level) < rank(before.level)
        added, lifted = after.stop and not before.stop, before.stop and not after.stop
        expected = (higher or added) and not (lower or lifted)
        told = " to ".join(f"{x.level}{' with a stop' if x.stop else ''}" for x in (before, after))
        yield Fact(
            f"from {told} {'raises' if expected else 'is left out'}",
            raises(before, after) == expected,
        )


def level_keeps_up(before: AdviceFormulas, after: AdviceFormulas) -> z3.BoolRef:
    """Whether the level of the second sheet is at least that of the first."""
    return every(
        [z3.Implies(before.at_least[level], after.at_least[level]) for level in before.at_least]
    )
