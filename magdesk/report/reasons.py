"""The lines that say why, in the order of their weight."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.advice.advice import Advice, FiredRule, Said
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Level
from magdesk.knowledge.sentences import Sentences
from magdesk.rules.firing import RANK

FOLD_FROM = 2
"""So many rules left open by one *not sure* become one line."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the result, and the rules that made it."""

    text: str
    level: Level
    rules: tuple[FiredRule, ...]
    answers: tuple[Said, ...]


def reasons(advice: Advice, decision: Decision, words: Sentences) -> tuple[Reason, ...]:
    """A line for each rule that fired, weightiest first.

    Rules that the same *not sure* left open are told in one line: nobody has to read forty.
    """
    lines: dict[object, list[FiredRule]] = {}
    for rule in advice.rules:
        lines.setdefault(rule.left_open or rule.id, []).append(rule)
    told: list[Reason] = []
    for rules in lines.values():
        if len(rules) >= FOLD_FROM:
            told.append(_folded(rules, decision, words))
        else:
            told.extend(_single(rule) for rule in rules)
    return tuple(sorted(told, key=lambda reason: -RANK[reason.level]))


def _single(rule: FiredRule) -> Reason:
    return Reason(rule.because, rule.level, (rule,), rule.answers)


def _folded(rules: list[FiredRule], decision: Decision, words: Sentences) -> Reason:
    left_open = rules[0].left_open
    level = max((rule.level for rule in rules), key=RANK.__getitem__)
    questions = ", ".join(decision.questions[name].short for name in left_open)
    answers = (answer for rule in rules for answer in rule.answers if answer.question in left_open)
    text = words("reasons.not_sure", question=questions)
    return Reason(text, level, tuple(rules), tuple(dict.fromkeys(answers)))
