"""Properties of two sheets that are equal but for one answer, or for the answers after an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import z3

from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.decision_records import Rule
from magdesk.knowledge.interview_records import Question
from magdesk.rules.index import rule_index
from tests.proofs.answer_sheet import FALSE, Sheet, every, negated, some
from tests.proofs.answer_space import AnswerSpace, adds, nowhere
from tests.proofs.proving import Claim, Fact, Obligation
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
    """Property 11."""
    before = space.advice
    for question, ended in before.ends_first_at.items():
        if ended is FALSE:
            continue
        after = space.changed(*space.after(question))
        sheets = (before.sheet, after.sheet)
        levels = [before.at_least[level] == after.at_least[level] for level in before.at_least]
        claims = {
            "stop": every([before.stop, after.stop]),
            "level": every(levels),
            "options": nowhere([before.shown, after.shown]),
        }
        for words, claim in claims.items():
            yield Claim(f"the {words} after an end at {question}", ended, claim, sheets)


def a_change_is_told_as_it_comes_true(space: AnswerSpace) -> Iterator[Obligation]:
    """Property 13.

    The core does not evaluate every rule anew for each change: it fires those again that its index
    names for the changed answer. Proved here, for every sheet: no other rule does anything else
    once the answer has changed, so what is told is what the whole evaluation gives; and what the
    core's filter lets through only raises. That the core's own code does as its filter is written
    here is not a formula: ``test_would_change.py`` evaluates thousands of changed sheets.
    """
    index = rule_index(space.decision)
    for question in space.questions("several"):
        other = _rules_that_differ(space, question)
        after = space.changed(question.id).sheet
        for choice in question.choices:
            touched = index.by_choice.get((question.id, choice.id), ())
            given = adds(space.sheet, after, question.id, choice.id)
            name = f"{question.id}, {choice.id} added"
            yield _others_stay(name, other, touched, given, (space.sheet, after))
        yield _still_asked(space, question.id)
    for question in space.questions("one", "number"):
        other = _rules_that_differ(space, question)
        after = space.changed(question.id).sheet
        touched = index.by_question.get(question.id, ())
        given = every([sheet.answers[question.id].answered for sheet in (space.sheet, after)])
        name = f"{question.id}, another answer"
        yield _others_stay(name, other, touched, given, (space.sheet, after))
    yield from _bounds_can_be_answered(space)
    yield _only_raises(space)


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


def _only_raises(space: AnswerSpace) -> Claim:
    """What neither lowers the level nor lifts the stop, and differs, raises one of them."""
    questions = list(space.decision.questions)
    before, after = space.advice, space.changed(*questions)
    keeps_stop = z3.Implies(before.stop, after.stop)
    kept = every([level_keeps_up(before, after), keeps_stop])
    higher = [every([after.at_least[x], negated(before.at_least[x])]) for x in before.at_least]
    new_stop = every([after.stop, negated(before.stop)])
    pairs = [(before.at_least[level], after.at_least[level]) for level in before.at_least]
    differs = some([*(one != two for one, two in pairs), before.stop != after.stop])
    raised = every([kept, some([*higher, new_stop])])
    sheets = (before.sheet, after.sheet)
    return Claim("what is let through raises", every([kept, differs]), raised, sheets)


def level_keeps_up(before: AdviceFormulas, after: AdviceFormulas) -> z3.BoolRef:
    """Whether the level of the second sheet is at least that of the first."""
    return every(
        [z3.Implies(before.at_least[level], after.at_least[level]) for level in before.at_least]
    )
