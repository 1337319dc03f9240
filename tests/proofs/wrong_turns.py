"""A condition with one small fault, each fault in turn."""

from __future__ import annotations

from collections.abc import Iterator

from magdesk.knowledge.conditions import AllOf, AnyOf, Bounded, Chosen, Condition

WrongTurn = tuple[str, Condition]
"""What is wrong, in words, and the condition that has it."""


def wrong_turns(condition: Condition) -> Iterator[WrongTurn]:
    """``any`` for ``all`` at one node, a number moved by one, a choice forgotten."""
    match condition:
        case AllOf(parts):
            yield "with any for all", AnyOf(parts)
            yield from ((name, AllOf(each)) for name, each in _in_one_part(parts))
        case AnyOf(parts):
            yield "with all for any", AllOf(parts)
            yield from ((name, AnyOf(each)) for name, each in _in_one_part(parts))
        case Bounded(subject, bound, int() | float() as limit):
            for number in (limit - 1, limit + 1):
                yield f"with {subject} {bound} {number:g}", Bounded(subject, bound, number)
        case Chosen(question, choices) if len(choices) > 1:
            for name in sorted(choices):
                yield f"without {name}", Chosen(question, choices - {name})


def _in_one_part(parts: tuple[Condition, ...]) -> Iterator[tuple[str, tuple[Condition, ...]]]:
    for place, part in enumerate(parts):
        for name, wrong in wrong_turns(part):
            yield f"{name} in part {place + 1}", (*parts[:place], wrong, *parts[place + 1 :])
