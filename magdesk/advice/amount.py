"""How much room there is under the official limit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from magdesk.advice.advice import Amount, Option
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import ROOM, SUPPLEMENT_MG
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers, Facts


def amount(
    decision: Decision,
    answers: Answers,
    facts: Facts,
    region: Region,
    options: Iterable[Option],
    fired_rules: Iterable[str],
) -> Amount | None:
    """Where to start and where to stay below, mg elemental magnesium a day.

    None where no form by mouth is listed, or where it is not known what is taken already.
    """
    rule = decision.amount
    room, already = facts.numbers[ROOM], answers.get(SUPPLEMENT_MG)
    if not isinstance(room, Fraction) or not isinstance(already, int | float):
        return None
    if not any(
        option.form in decision.candidates and decision.candidates[option.form].oral
        for option in options
    ):
        return None
    cap = rule.older_max_mg if rule.older_rule in fired_rules else rule.max_mg
    most = math.floor(min(Fraction(cap), room))
    start = math.floor(min(rule.start_mg, most))
    return Amount(
        start_mg=start,
        max_mg=most,
        limit_mg=decision.limits.regions[region].upper_mg,
        already_mg=already,
        region=region,
        review_weeks=rule.review_weeks,
        portions=2 if most > rule.portion_mg else 1,
    )
