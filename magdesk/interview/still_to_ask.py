"""Which open questions can still change the level, the most urgent first.

A rule is tried as if every open question that it mentions had the answer it needs: so a question
is left out only where nothing that is still open could raise the level or add a stop through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from magdesk.interview.navigation import path_to
from magdesk.interview.walk import walk
from magdesk.knowledge.conditions import AllOf, AnyOf, Bounded, Chosen, Condition, atoms
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import QUANTITY_NEEDS
from magdesk.knowledge.records import Level, Region
from magdesk.knowledge.records.decision_records import Rule
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import RANK
from magdesk.rules.index import rule_index
from magdesk.rules.sheet import facts_from
from magdesk.rules.truth import Truth, all_of, any_of, truth
from magdesk.rules.verdict import Verdict, verdict


@dataclass(frozen=True, slots=True)
class StillToAsk:
    """An open question, and the most that can come of it."""

    question: str
    level: Level
    stop: bool
    terms: tuple[str, ...]
    """The choices that lead there, in a professional's words; empty for a number."""
    bound: Bounded | None
    """What a number has to pass for that; null for a choice, or where another number decides."""


@dataclass(frozen=True, slots=True)
class _Reached:
    """A rule that can still fire, with what it comes to."""

    rule: Rule
    verdict: Verdict


def still_to_ask(decision: Decision, answers: Answers, region: Region) -> tuple[StillToAsk, ...]:
    """The open questions that can still raise the level or add a stop; urgent ones first.

    Among equals the order of the questions holds.
    """
    walked = walk(decision, answers, region)
    now = verdict(walked.hits)
    missing = path_to(decision, answers, walked.end).missing
    facts = facts_from(decision, answers, region)
    found = [
        told
        for question in missing
        if (told := _most(decision, answers, facts, question, now)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (-RANK[each.level], not each.stop)))


def _most(
    decision: Decision, answers: Answers, facts: Facts, question: str, now: Verdict
) -> StillToAsk | None:
    """The most that can come of one question; None where that is no more than there is."""
    reached = tuple(_reachable(decision, answers, facts, question, now))
    if not reached:
        return None
    most = max(each.verdict.weight for each in reached)
    rules = tuple(each.rule for each in reached if each.verdict.weight == most)
    then = next(each.verdict for each in reached if each.verdict.weight == most)
    return StillToAsk(
        question,
        then.level,
        then.stop,
        _terms(decision, rules, question),
        next(_bounds(rules, question), None),
    )


def _reachable(
    decision: Decision, answers: Answers, facts: Facts, question: str, now: Verdict
) -> Iterator[_Reached]:
    """The rules with this question that can still fire and would change what there is now."""
    for place in rule_index(decision).by_question[question]:
        rule = decision.rules[place]
        level = _level_at_most(rule, answers, facts)
        if level is None:
            continue
        highest = level if RANK[level] > RANK[now.level] else now.level
        then = Verdict(highest, now.stop or rule.stop)
        if then.weight > now.weight:
            yield _Reached(rule, then)


def _level_at_most(rule: Rule, answers: Answers, facts: Facts) -> Level | None:
    """At which level the rule fires if what is open is answered as it needs; None for never."""
    held = _at_best(rule.when, answers, facts)
    if held:
        return rule.level
    return rule.if_unsure if held is None else None


def _at_best(condition: Condition, answers: Answers, facts: Facts) -> Truth:
    """The truth of a condition in which every open answer is the one that it needs."""
    match condition:
        case AllOf():
            return all_of(_at_best(part, answers, facts) for part in condition.parts)
        case AnyOf():
            return any_of(_at_best(part, answers, facts) for part in condition.parts)
        case _ if any(name not in answers for name in _needs(condition)):
            return True
        case _:
            return truth(condition, facts)


def _needs(condition: Condition) -> tuple[str, ...]:
    """The questions that a leaf of a condition looks at; none for *not asked*."""
    if isinstance(condition, Chosen):
        return (condition.question,)
    if isinstance(condition, Bounded):
        return QUANTITY_NEEDS.get(condition.subject, (condition.subject,))
    return ()


def _terms(decision: Decision, rules: tuple[Rule, ...], question: str) -> tuple[str, ...]:
    named = {
        choice
        for rule in rules
        for atom in atoms(rule.when)
        if isinstance(atom, Chosen) and atom.question == question
        for choice in atom.choices
    }
    choices = decision.questions[question].choices
    return tuple(each.term or each.label for each in choices if each.id in named)


def _bounds(rules: tuple[Rule, ...], question: str) -> Iterator[Bounded]:
    for rule in rules:
        for atom in atoms(rule.when):
            if isinstance(atom, Bounded) and atom.subject == question:
                yield atom
