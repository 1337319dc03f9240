"""Whether each change that an advice tells comes true when the answer is changed."""

from __future__ import annotations

from collections.abc import Iterator

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers
from tests.proofs.rule_formulas import rank

MOST_CHANGES = 5


def untrue_changes(decision: Decision, answers: Answers, region: Region) -> Iterator[str]:
    """What is told of a change and is not so; nothing where all is well."""
    told = advise(decision, answers, region)
    if len(told.would_change) > MOST_CHANGES:
        yield f"{len(told.would_change)} changes are told"
    for change in told.would_change:
        changed = parse_answers({**answers, change.question: change.answer}, decision)
        then = advise(decision, changed, region)
        if (then.level, then.stop) != (change.level, change.stop):
            yield f"{change.question}: {change.answer} gives {then.level}, {then.stop}"
        if not _raises(told, then):
            yield f"{change.question}: {change.answer} raises nothing, or lowers"


def _raises(before: Advice, after: Advice) -> bool:
    """Whether the level rises or a stop is added, and neither goes the other way."""
    old, new = (rank(before.level), before.stop), (rank(after.level), after.stop)
    return new[0] >= old[0] and new[1] >= old[1] and new != old
