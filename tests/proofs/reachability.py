"""Property 10: everything that is asked, kept or listed matters on some sheet.

z3 finds the sheet; the core then has to confirm it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import z3

from magdesk.advice.advice import Advice
from magdesk.knowledge.records.decision_records import PointsRow
from magdesk.knowledge.records.interview_records import Question
from tests.proofs.answer_sheet import TRUE, every, negated, some
from tests.proofs.answer_space import AnswerSpace, only
from tests.proofs.named import CANDIDATES, NEUTRAL
from tests.proofs.proving import Claim, Obligation, Witness
from tests.proofs.rule_formulas import Outcome
from tests.proofs.translate import NONE, AdviceFormulas


def all_can_happen(space: AnswerSpace) -> Iterator[Obligation]:
    yield from _no_rule_is_dead(space)
    yield from _no_points_are_dead(space)
    yield from _each_comes_first(space)
    for question in space.questions("one", "several"):
        yield from _each_choice_matters(space, question)


def neutral(question: Question) -> str:
    """The choice that changes nothing."""
    return NEUTRAL.get(question.id, NONE)


def _no_rule_is_dead(space: AnswerSpace) -> Iterator[Obligation]:
    for name, rule in space.advice.rules.items():
        for outcome in rule.outcomes:
            words = f"{name} fires at {outcome.level}{' unsure' if outcome.unknown else ''}"
            fires = _fires_as(name, outcome)
            yield Witness(words, outcome.when, fires, (space.sheet,))


def _fires_as(name: str, outcome: Outcome) -> Callable[[Sequence[Advice]], bool]:
    expected = (name, outcome.level, outcome.stop, outcome.unknown)

    def fires(advice: Sequence[Advice]) -> bool:
        hits = [(hit.id, hit.level, hit.stop, hit.unknown) for hit in advice[0].rules]
        return expected in hits

    return fires


def _no_points_are_dead(space: AnswerSpace) -> Iterator[Obligation]:
    """Each row of points counts on some sheet that shows options."""
    for number, row in enumerate(space.decision.points, start=1):
        formula = every([space.advice.shown, _counts(space, row)])
        yield Witness(f"points row {number} counts", formula, _shows_options, (space.sheet,))


def _counts(space: AnswerSpace, row: PointsRow) -> z3.BoolRef:
    return TRUE if row.when is None else space.advice.facts.truth(row.when).true


def _shows_options(advice: Sequence[Advice]) -> bool:
    return bool(advice[0].options)


def _each_choice_matters(space: AnswerSpace, question: Question) -> Iterator[Obligation]:
    """A choice differs from the neutral one on some sheet; an informational one on none."""
    before, after = space.advice, space.changed(question.id)
    sheets = (before.sheet, after.sheet)
    differs = every([only(sheets[0], question.id, neutral(question)), _differs(before, after)])
    same = negated(differs)
    for choice in question.choices:
        if choice.id == neutral(question):
            continue
        name, chosen = f"{question.id}: {choice.id}", only(sheets[1], question.id, choice.id)
        if choice.informational:
            yield Claim(f"{name} is only told", chosen, same, sheets)
        else:
            both = every([chosen, differs])
            yield Witness(f"{name} matters", both, _told_differently, sheets)


def _differs(before: AdviceFormulas, after: AdviceFormulas) -> z3.BoolRef:
    """Another level, rule, points, first step or hours."""
    pairs = [
        pair
        for name, rule in before.rules.items()
        for pair in zip(rule.signature, after.rules[name].signature, strict=True)
    ]
    pairs += [(each, after.spacing[name]) for name, each in before.spacing.items()]
    pairs += [(each, after.first_steps[name]) for name, each in before.first_steps.items()]
    changes = [one != two for one, two in pairs if not one.eq(two)]
    return some([*changes, _points_differ(before, after)])


def _points_differ(before: AdviceFormulas, after: AdviceFormulas) -> z3.BoolRef:
    forms = before.points
    points = [every([before.listed[x], before.points[x] != after.points[x]]) for x in forms]
    listed = [before.listed[x] != after.listed[x] for x in forms]
    return every([before.shown, after.shown, some([*points, *listed])])


def _told_differently(advice: Sequence[Advice]) -> bool:
    before, after = map(_told, advice)
    return before != after


def _told(advice: Advice) -> tuple[object, ...]:
    return (
        advice.level,
        [(rule.id, rule.level, rule.stop, rule.unknown) for rule in advice.rules],
        [(option.form, option.points) for option in advice.options],
        [step.id for step in advice.first_steps],
        [gap.medicine for gap in advice.spacing],
    )


def _each_comes_first(space: AnswerSpace) -> Iterator[Obligation]:
    for name in (*CANDIDATES, NONE):
        first = space.advice.at_place(name, 0)
        yield Witness(f"{name} comes first", first, _first_is(name), (space.sheet,))


def _first_is(name: str) -> Callable[[Sequence[Advice]], bool]:
    return lambda advice: bool(advice[0].options) and advice[0].options[0].form == name
