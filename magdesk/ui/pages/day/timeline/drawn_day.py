"""What is drawn of a day: lanes with times and bands, in minutes since midnight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from magdesk.answer_sheet.day import has_hours
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import MINUTES_A_DAY, SLOT_MINUTES
from magdesk.planner.gaps import gaps_of
from magdesk.planner.plan import free_slots
from magdesk.report.planned_day import PlannedDay

Span = tuple[int, int]


class DrawnDose(NamedTuple):
    """One time of a medicine, and the hours around it that are kept free of magnesium."""

    minute: int
    band: Span
    """May begin before midnight or end after it."""
    blocks: bool


class MedicineLane(NamedTuple):
    """A medicine with hours, and its times as far as they are known."""

    name: str
    doses: tuple[DrawnDose, ...]


class DrawnDay(NamedTuple):
    """All that a timeline shows."""

    asleep: Span
    """May end after midnight."""
    meals: tuple[int, ...]
    medicines: tuple[MedicineLane, ...]
    magnesium: tuple[tuple[int, bool], ...] = ()
    """Each portion with whether it is with a meal."""
    free: tuple[Span, ...] = ()
    blocked: bool = False
    """Whether no time was found; the blocking doses are marked."""
    planned: bool = False
    """Whether all times were known."""


def drawn_day(planned: PlannedDay, medicines: Mapping[str, Medicine]) -> DrawnDay:
    """Return what can be drawn by now; times for magnesium only once the day is planned."""
    day, plan = planned.read.day, planned.plan
    bed = day.bed if day.bed >= day.wake else day.bed + MINUTES_A_DAY
    drawn = DrawnDay(
        asleep=(bed, day.wake + MINUTES_A_DAY),
        meals=tuple(sorted(day.meals)),
        medicines=tuple(_lanes(planned, medicines)),
    )
    if plan is None:
        return drawn
    return drawn._replace(
        magnesium=tuple(zip(plan.times, plan.with_meal, strict=True)),
        free=tuple(_runs(free_slots(day, medicines))),
        blocked=not plan.possible,
        planned=True,
    )


def pieces(span: Span) -> Iterator[Span]:
    """The parts of a span that lie within one day from 00:00 to 24:00; it comes every day."""
    start, end = span
    if end - start >= MINUTES_A_DAY:
        yield 0, MINUTES_A_DAY
        return
    for shift in (-MINUTES_A_DAY, 0, MINUTES_A_DAY):
        low, high = max(0, start + shift), min(MINUTES_A_DAY, end + shift)
        if low < high:
            yield low, high


def _lanes(planned: PlannedDay, medicines: Mapping[str, Medicine]) -> Iterator[MedicineLane]:
    day, plan = planned.read.day, planned.plan
    blocking = plan.blocked_by if plan is not None else ()
    gaps = gaps_of(day, medicines)
    for taken in day.medicines:
        if has_hours(medicines[taken.id]):
            doses = (
                DrawnDose(gap.dose.minute, gap.band, gap.dose in blocking)
                for gap in gaps
                if gap.dose.medicine == taken.id
            )
            yield MedicineLane(planned.names[taken.id], tuple(sorted(doses)))


def _runs(slots: Sequence[int]) -> Iterator[Span]:
    """Slots that follow each other, as spans from the first to the last one."""
    start = before = None
    for slot in slots:
        if start is None or before is None:
            start = slot
        elif (slot - before) % MINUTES_A_DAY != SLOT_MINUTES:
            yield start, _after(start, before)
            start = slot
        before = slot
    if start is not None and before is not None:
        yield start, _after(start, before)


def _after(start: int, end: int) -> int:
    return end if end >= start else end + MINUTES_A_DAY
