"""How a level is told: headline, lead and instructions, with the numbers of the region."""

from __future__ import annotations

from magdesk.advice.advice import Advice
from magdesk.advice.places import called, fill
from magdesk.knowledge.decision import Decision


def headline_of(advice: Advice, decision: Decision) -> str:
    """The level in one sentence; on a sheet that is not finished it says *so far*."""
    told = decision.levels[advice.level]
    return filled(told.headline if advice.complete else told.so_far, advice, decision)


def lead_of(advice: Advice, decision: Decision) -> str:
    """The sentence below the headline; empty on a sheet that is not finished."""
    if not advice.complete:
        return ""
    told = decision.levels[advice.level]
    return filled(told.stop_lead if advice.stop and told.stop_lead else told.lead, advice, decision)


def instructions(advice: Advice, decision: Decision) -> tuple[str, ...]:
    """What to do now, one instruction each; what a rule wants at once comes first.

    Then comes a medicine that may be the cause: its next dose is due before any visit.

    What is done at home is not told before all is answered.
    """
    at_once = dict.fromkeys(rule.at_once for rule in advice.rules if rule.at_once)
    if not advice.complete and advice.level == "self_care":
        return tuple(at_once)
    told = decision.levels[advice.level]
    first = (told.before_dose,) if told.before_dose and advice.before_dose else ()
    return (*at_once, *first, *(filled(text, advice, decision) for text in told.do))


def filled(text: str, advice: Advice, decision: Decision) -> str:
    """The text with the phone numbers of the region."""
    return fill(text, called(decision.limits.lines(advice.region, elsewhere=advice.elsewhere)))
