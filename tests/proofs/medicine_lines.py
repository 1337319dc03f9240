"""Property 8: each medicine that is taken is among the rules, and a line of the text names it.

Proved for every sheet: the rule fires, and the words of the outcome in which it does so name the
medicine. Where it fires as unknown, a second question was answered *not sure*; so its line is never
folded into that of a single *not sure*, which is the only thing that takes words from a line.

That ``reasons`` makes the line in this way is code. It is evaluated in every state that can matter:
all answers to the questions that the rule looks at, beside none or all of the other medicines. That
nothing else is read of a sheet is seen by answers that refuse any other question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, combinations, product
from typing import TypeVar

import z3

from magdesk.advice.advice import FiredRule
from magdesk.advice.advise import advise
from magdesk.advice.said import answers_behind
from magdesk.knowledge.conditions import Chosen, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import MEDICINES
from magdesk.knowledge.records.decision_records import Medicine, Rule
from magdesk.knowledge.records.interview_records import Question
from magdesk.report.reasons import reasons
from magdesk.rules.facts import NOT_SURE, Answer, Answers, Facts
from magdesk.rules.firing import fire
from magdesk.rules.sheet import facts_from
from tests.proofs.answer_sheet import every, negated, some
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.proving import Claim, Fact, Obligation
from tests.proofs.rule_formulas import mentions

Value = TypeVar("Value")
COMMON = re.compile("medicines?|tablets?|similar|such|with|that|from|than|more")
"""Words of a label that name nothing."""

WORDS = Library().report_words


def each_medicine_is_named(space: AnswerSpace) -> Iterator[Obligation]:
    """Property 8."""
    rules = {rule.id: rule for rule in space.decision.rules}
    for name, medicine in space.decision.medicines.items():
        taken = space.chose(MEDICINES, name)
        fires = space.advice.fired(f"medicine.{name}")
        yield Claim(f"{name} is among the rules", taken, fires, (space.sheet,))
        rule = rules.get(f"medicine.{name}")
        if rule is not None:
            yield from _words_name_it(space, medicine, rule)
            yield from _line_in_each_state(space.decision, medicine, rule)
            yield from _line_beside_harm(space.decision, medicine)


def _words_name_it(space: AnswerSpace, medicine: Medicine, rule: Rule) -> Iterator[Claim]:
    """Below today; from there on, help comes before everything that is said of a medicine."""
    below = every([space.chose(MEDICINES, medicine.id), negated(space.advice.at_least["today"])])
    others = sorted(mentions(rule, space.decision) - {MEDICINES})
    unsure = some([space.sheet.answers[other].not_sure for other in others])
    for outcome in space.advice.rules[rule.id].outcomes:
        told = f"{medicine.id} is named at {outcome.level}{' unsure' if outcome.unknown else ''}"
        named = z3.BoolVal(all(_names(medicine, text) for text in outcome.words))
        kept = every([named, unsure]) if outcome.unknown else named
        yield Claim(told, below, z3.Implies(outcome.when, kept), (space.sheet,))


def _line_in_each_state(decision: Decision, medicine: Medicine, rule: Rule) -> Iterator[Fact]:
    questions = mentions(rule, decision)
    for answers in _states(decision, medicine, questions):
        told = "; ".join(f"{name} {answer}" for name, answer in answers.items())
        fired, line = _rule_and_line(decision, answers, rule.id)
        alone = fired is not None and fired == _fired_alone(decision, rule, answers, questions)
        yield Fact(f"{rule.id} rests on these answers alone: {told}", alone)
        yield Fact(f"{medicine.id} has a line that names it: {told}", _names(medicine, line))


def _line_beside_harm(decision: Decision, medicine: Medicine) -> Iterator[Fact]:
    """Where another rule tells of harm by the medicine, its line gives way to another one."""
    for rule in (rule for rule in decision.rules if medicine.id in rule.harm_of):
        answers = _sheet_of(rule, decision, medicine)
        _, line = _rule_and_line(decision, answers, f"medicine.{medicine.id}")
        name = f"{medicine.id} has a line that names it beside {rule.id}"
        yield Fact(name, _names(medicine, line))


def _sheet_of(rule: Rule, decision: Decision, medicine: Medicine) -> dict[str, Answer]:
    """A sheet of someone who takes the medicine, on which a rule of choices alone fires."""
    answers: dict[str, Answer] = {MEDICINES: (medicine.id,)}
    for atom in atoms(rule.when):
        assert isinstance(atom, Chosen), f"{rule.id} does not rest on choices alone"
        choice = min(atom.choices)
        if decision.questions[atom.question].kind == "one":
            answers[atom.question] = choice
        elif atom.question != MEDICINES or medicine.id not in atom.choices:
            more = answers.get(atom.question, ())
            assert isinstance(more, tuple)
            answers[atom.question] = (*more, choice)
    return answers


def _rule_and_line(decision: Decision, answers: Answers, rule: str) -> tuple[FiredRule | None, str]:
    """A rule as it fires in the core, and the line that is its own."""
    advice = advise(decision, answers, decision.limits.default_region)
    fired = next((each for each in advice.rules if each.id == rule), None)
    return fired, next(
        (x.text for x in reasons(advice, decision, WORDS) if x.rules == (fired,)), ""
    )


def _states(
    decision: Decision, medicine: Medicine, questions: Collection[str]
) -> Iterator[dict[str, Answer]]:
    """Every way to answer these questions that can matter, for someone who takes the medicine."""
    ways = [_ways(decision.questions[name], medicine) for name in sorted(questions)]
    for answers in product(*ways):
        given = zip(sorted(questions), answers, strict=True)
        yield {question: answer for question, answer in given if answer is not None}


def _ways(question: Question, medicine: Medicine) -> list[Answer | None]:
    """Answers to one question; None stands for no answer."""
    ids = [choice.id for choice in question.choices]
    if question.kind == "one":
        return [None, NOT_SURE, *ids]
    assert question.id == MEDICINES, f"{medicine.id} looks at {question.id}"
    more = (*medicine.also, NOT_SURE)
    sets = chain.from_iterable(combinations(more, size) for size in range(len(more) + 1))
    others = tuple(name for name in ids if name != medicine.id and name not in medicine.also)
    return [(medicine.id, *chosen, *rest) for chosen in sets for rest in ((), others)]


def _fired_alone(
    decision: Decision, rule: Rule, answers: Answers, questions: Collection[str]
) -> FiredRule | None:
    """The rule as it fires, and not as unknown, where any other question is refused.

    ``AssertionError`` where one is looked at.
    """
    region = decision.limits.default_region
    facts = facts_from(decision, answers, region)
    alone = Facts(_Only(facts.chosen, questions), _Only(facts.numbers, questions))
    hit = fire(rule, alone)
    if hit is None:
        return None
    behind = answers_behind(rule, decision, _Only(answers, questions))
    return FiredRule(
        id=rule.id,
        level=hit.level,
        stop=hit.stop,
        because=rule.because,
        detail=rule.detail,
        sources=rule.sources,
        unknown=hit.unknown,
        answers=behind,
        clears=rule.clears,
        left_open=(),
        at_once=rule.at_once,
    )


class _Only(Mapping[str, Value]):
    """A table that is asked for some keys only."""

    def __init__(self, table: Mapping[str, Value], keys: Collection[str]) -> None:
        self._table, self._keys = table, keys

    def __getitem__(self, key: str) -> Value:
        assert key in self._keys, f"{key} is read too"
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("all of it is read")

    def __len__(self) -> int:
        raise AssertionError("all of it is read")


def _names(medicine: Medicine, text: str) -> bool:
    """Whether one of the medicine's names, or a word of its label, stands in the text."""
    label = re.findall(r"[a-z]{4,}", medicine.label.lower())
    words = [word.removesuffix("s") for word in label if not COMMON.fullmatch(word)]
    names = [*medicine.names, *words]
    return re.search(rf"\b({'|'.join(map(re.escape, names))})s?\b", text, re.IGNORECASE) is not None
