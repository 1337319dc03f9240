"""Single other answers that would weigh more, as far as the rules they touch tell.

Every answer that can be given to every question is too much to evaluate for each advice. Here only
the rules that look at the changed answer are fired again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from magdesk.advice.said import said
from magdesk.knowledge.conditions import Bounded, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import Rule
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import Region
from magdesk.rules.facts import NONE, Answer, Answers, Facts
from magdesk.rules.firing import RANK, Fired, fire
from magdesk.rules.index import conditions_of, rule_index
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import Verdict, joint, raises, verdict


@dataclass(frozen=True, slots=True)
class SingleAnswer:
    """Another whole answer to one question, and the verdict that is expected of it."""

    question: str
    answer: Answer
    said: str
    expected: Verdict

    @property
    def weight(self) -> tuple[int, bool]:
        """Higher for a more urgent level; at one level, higher with a stop."""
        return RANK[self.expected.level], self.expected.stop


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sheet that is changed by one answer, and what fired on it."""

    decision: Decision
    answers: Answers
    region: Region
    facts: Facts
    hits: Mapping[str, Fired]
    verdict: Verdict


def weightiest_answers(
    decision: Decision, answers: Answers, region: Region, facts: Facts, hits: Iterable[Fired]
) -> tuple[SingleAnswer, ...]:
    """The weightiest other answer to each question that is answered, most important first."""
    by_rule = {hit.rule.id: hit for hit in hits}
    sheet = _Sheet(decision, answers, region, facts, by_rule, verdict(by_rule.values()))
    found = (_weightiest(question, sheet) for question in decision.questions.values())
    weighty = [answer for answer in found if answer is not None]
    return tuple(sorted(weighty, key=lambda answer: answer.weight, reverse=True))


def _weightiest(question: Question, sheet: _Sheet) -> SingleAnswer | None:
    if question.id not in sheet.answers:
        return None
    match question.kind:
        case "several":
            answers = _added_choices(question, sheet)
        case "one":
            answers = _other_choices(question, sheet)
        case "number":
            answers = _passed_bounds(question, sheet)
        case _:
            return None  # nobody can change their age
    return max(answers, key=lambda answer: answer.weight, default=None)


def _added_choices(question: Question, sheet: _Sheet) -> Iterator[SingleAnswer]:
    """Adding a choice touches only the rules that look at this very choice."""
    present = sheet.answers[question.id]
    kept = tuple(name for name in present if name != NONE) if isinstance(present, tuple) else ()
    by_choice = rule_index(sheet.decision).by_choice
    for choice in question.choices:
        rules = by_choice.get((question.id, choice.id), ())
        if choice.id in kept or not _may_matter(rules, sheet):
            continue
        answer = (*kept, choice.id)
        chosen = {**sheet.facts.chosen, question.id: frozenset(answer)}
        facts = Facts(chosen, sheet.facts.numbers, sheet.facts.not_asked)
        yield from _weighed(question, answer, choice.said, rules, facts, sheet)


def _other_choices(question: Question, sheet: _Sheet) -> Iterator[SingleAnswer]:
    rules = rule_index(sheet.decision).by_question.get(question.id, ())
    for choice in question.choices if _may_matter(rules, sheet) else ():
        if choice.id != sheet.answers[question.id]:
            yield from _refired(question, choice.id, choice.said, rules, sheet)


def _passed_bounds(question: Question, sheet: _Sheet) -> Iterator[SingleAnswer]:
    """The smallest number beyond a bound of the rules that weighs more."""
    rules = rule_index(sheet.decision).by_question.get(question.id, ())
    for value in sorted(_bounds(question, rules, sheet)) if _may_matter(rules, sheet) else ():
        answers = tuple(_refired(question, value, said(question, value), rules, sheet))
        if answers:
            yield answers[0]
            return


def _bounds(question: Question, rules: Iterable[Rule], sheet: _Sheet) -> Iterator[int]:
    conditions = (part for rule in rules for part in conditions_of(rule))
    for atom in (atom for part in conditions for atom in atoms(part)):
        if isinstance(atom, Bounded) and atom.subject == question.id:
            limit = sheet.facts.numbers[atom.limit] if isinstance(atom.limit, str) else atom.limit
            if isinstance(limit, int | float) and atom.bound in ("above", "from"):
                yield math.floor(limit) + 1 if atom.bound == "above" else math.ceil(limit)


def _refired(
    question: Question, answer: Answer, words: str, rules: tuple[Rule, ...], sheet: _Sheet
) -> Iterator[SingleAnswer]:
    changed = {**sheet.answers, question.id: answer}
    facts = facts_from(sheet.decision, changed, sheet.region)
    yield from _weighed(question, answer, words, rules, facts, sheet)


def _weighed(
    question: Question,
    answer: Answer,
    words: str,
    rules: tuple[Rule, ...],
    facts: Facts,
    sheet: _Sheet,
) -> Iterator[SingleAnswer]:
    """The answer with its verdict, where that raises; rules it does not touch stay as they are."""
    hits = [hit for rule in rules if (hit := fire(rule, facts)) is not None]
    expected = joint(_verdict_without(rules, sheet), verdict(hits))
    if raises(sheet.verdict, expected):
        yield SingleAnswer(question.id, answer, words, expected)


def _verdict_without(rules: tuple[Rule, ...], sheet: _Sheet) -> Verdict:
    """What the other rules give on the sheet as it is answered."""
    without = {rule.id for rule in rules}
    if without.isdisjoint(sheet.hits):
        return sheet.verdict
    return verdict(hit for name, hit in sheet.hits.items() if name not in without)


def _may_matter(rules: Iterable[Rule], sheet: _Sheet) -> bool:
    """Whether any of the rules could raise the level or add a stop at all."""
    heaviest, rank = rule_index(sheet.decision).heaviest, RANK[sheet.verdict.level]
    for rule in rules:
        highest, can_stop = heaviest[rule.id]
        if highest > rank or (can_stop and not sheet.verdict.stop):
            return True
    return False
