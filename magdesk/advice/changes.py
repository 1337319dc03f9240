"""Which single answers would raise the level or add a stop.

It never shows how to get round one. Whatever answer is proposed, all rules are fired on the sheet
with that one answer changed, and it is told only where their verdict raises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from magdesk.advice.advice import Change
from magdesk.advice.single_answers import SingleAnswer, weightiest_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import Fired
from magdesk.rules.verdict import raises, verdict, verdict_on

MOST_CHANGES = 5


def would_change(
    decision: Decision, answers: Answers, region: Region, facts: Facts, hits: tuple[Fired, ...]
) -> tuple[Change, ...]:
    """The weightiest change of each question, most important first, at most five.

    ``facts`` and ``hits`` are those of the sheet as it is answered.
    """
    proposed = weightiest_answers(decision, answers, region, facts, hits)
    return tuple(islice(_true_changes(proposed, decision, answers, region, hits), MOST_CHANGES))


def _true_changes(
    proposed: Iterable[SingleAnswer],
    decision: Decision,
    answers: Answers,
    region: Region,
    hits: tuple[Fired, ...],
) -> Iterator[Change]:
    """Those proposed answers that raise, each with what the core answers for the changed sheet."""
    now = verdict(hits)
    for one in proposed:
        then = verdict_on(decision, {**answers, one.question: one.answer}, region)
        if raises(now, then):
            yield Change(one.question, one.answer, one.said, then.level, then.stop)
