"""Three-valued evaluation of conditions after Kleene: True, False, or None for *unknown*.

*Not sure* makes a condition unknown. A missing answer is another thing: a condition on it is false,
so that rules fire on what is known so far.
"""

from __future__ import annotations

from collections.abc import Iterator

from magdesk.knowledge.conditions import AllOf, AnyOf, Bounded, Chosen, Condition, NotAsked
from magdesk.knowledge.question_ids import ROOM, SUPPLEMENT_MG
from magdesk.rules.facts import NOT_SURE, Facts

Truth = bool | None


def truth(condition: Condition, facts: Facts) -> Truth:
    """Evaluate a condition; None is *unknown*."""
    match condition:
        case Chosen():
            return _chosen(condition, facts)
        case AllOf():
            return all_of(truth(part, facts) for part in condition.parts)
        case AnyOf():
            return any_of(truth(part, facts) for part in condition.parts)
        case Bounded():
            return _bounded(condition, facts)
        case NotAsked():
            return condition.question in facts.not_asked
        case _:
            raise TypeError(f"cannot evaluate {condition!r}")


def all_of(parts: Iterator[Truth]) -> Truth:
    """False beats unknown, unknown beats true."""
    result: Truth = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            result = None
    return result


def any_of(parts: Iterator[Truth]) -> Truth:
    """True beats unknown, unknown beats false."""
    result: Truth = False
    for part in parts:
        if part is True:
            return True
        if part is None:
            result = None
    return result


def unsure_questions(condition: Condition, facts: Facts) -> Iterator[str]:
    """The questions whose *not sure* leaves the condition unknown; none where it is known."""
    if truth(condition, facts) is not None:
        return
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from unsure_questions(part, facts)
    elif isinstance(condition, Chosen):
        yield condition.question
    elif isinstance(condition, Bounded):
        yield SUPPLEMENT_MG if condition.subject == ROOM else condition.subject


def _chosen(condition: Chosen, facts: Facts) -> Truth:
    given = facts.chosen.get(condition.question)
    if given is None:
        return False
    if not condition.choices.isdisjoint(given):
        return True
    return None if NOT_SURE in given else False


def _bounded(condition: Bounded, facts: Facts) -> Truth:
    limit = condition.limit
    number = facts.numbers.get(condition.subject)
    bound = facts.numbers.get(limit) if isinstance(limit, str) else limit
    if number is None or bound is None:
        return False
    if isinstance(number, str) or isinstance(bound, str):
        return None
    match condition.bound:
        case "from":
            return number >= bound
        case "to":
            return number <= bound
        case "above":
            return number > bound
        case "below":
            return number < bound
