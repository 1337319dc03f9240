"""Walks through a sheet of answers in the order of the questions, to the end that its rules set."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answer, Answers
from magdesk.rules.firing import RANK, Fired, fire
from magdesk.rules.index import rule_index
from magdesk.rules.sheet import facts_from

ENDS_FROM = RANK["soon"]
"""A stop at this rank or above can end the interview."""


@dataclass(frozen=True, slots=True)
class Walk:
    """What fires on all answers, and where the interview ends early."""

    hits: tuple[Fired, ...]
    """In the order of the rules, also those of answers beyond the end."""
    end: str | None
    """The question after which the interview ends, if it ends early."""


def walk(decision: Decision, answers: Answers, region: Region) -> Walk:
    """Take the answers in order; at each question, fire again the rules that mention it.

    The interview ends after the first question at which a rule that fired on the answers so far
    stops at ``soon`` or above, and no rule that mentions a later question can come to more than the
    level reached, whatever is answered.
    """
    index = rule_index(decision)
    hits = dict(index.on_nothing)
    so_far: dict[str, Answer] = {}
    end: str | None = None
    for question in decision.questions:
        if question in answers:
            so_far[question] = answers[question]
            places = index.by_question[question]
            if places:
                facts = facts_from(decision, so_far, region)
                for place in places:
                    hit = fire(decision.rules[place], facts)
                    if hit is None:
                        hits.pop(place, None)
                    else:
                        hits[place] = hit
        if end is None and _ends(hits.values(), index.later[question]):
            end = question
    early = end is not None and end != tuple(decision.questions)[-1]
    return Walk(tuple(hits[place] for place in sorted(hits)), end if early else None)


def _ends(hits: Collection[Fired], later: int) -> bool:
    ranks = [RANK[hit.level] for hit in hits]
    stopped = any(hit.stop and rank >= ENDS_FROM for hit, rank in zip(hits, ranks, strict=True))
    return stopped and later <= max(ranks)
