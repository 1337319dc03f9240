"""Hours that each medicine keeps from magnesium."""

from __future__ import annotations

from collections.abc import Sequence

from magdesk.advice.advice import Spacing
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import MEDICINES
from magdesk.rules.facts import Facts


def spacing(decision: Decision, facts: Facts) -> tuple[Spacing, ...]:
    """Every medicine answered yes that has hours; never one that is unknown."""
    taken = facts.chosen.get(MEDICINES, frozenset())
    return tuple(
        Spacing(
            medicine=medicine.id,
            label=medicine.label,
            before_h=medicine.before_h,
            after_h=medicine.after_h,
            note=medicine.note,
            short_course=medicine.short_course,
        )
        for medicine in decision.medicines.values()
        if medicine.spaced and medicine.id in taken
    )


def longest_gap(gaps: Sequence[Spacing]) -> tuple[int, int]:
    """The longest hours before and after over all medicines; 0 where none has any."""
    before = max((gap.before_h or 0 for gap in gaps), default=0)
    return before, max((gap.after_h or 0 for gap in gaps), default=0)
