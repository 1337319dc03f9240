"""The hours that a dose of a medicine keeps free of magnesium."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, Dose, passed


@dataclass(frozen=True, slots=True)
class Gap:
    """What one dose needs, in minutes; the dose comes again on the next day."""

    dose: Dose
    since: int | None
    """Magnesium comes at least this long after the dose."""
    until: int | None
    """Magnesium comes at least this long before the next dose."""
    first_of_day: bool
    """Magnesium never comes before the dose on a day from 00:00 to 24:00."""

    def spare(self, slot: int) -> int | None:
        """The minutes by which magnesium at this time keeps the gap, or None if it does not."""
        if self.first_of_day and slot < self.dose.minute:
            return None
        spares = []
        if self.since is not None:
            spares.append(passed(self.dose.minute, slot) - self.since)
        if self.until is not None:
            spares.append(passed(slot, self.dose.minute) - self.until)
        spare = min(spares)
        return spare if spare >= 0 else None

    @property
    def band(self) -> tuple[int, int]:
        """From when to when there is no magnesium; may begin before midnight or end after it."""
        minute = self.dose.minute
        start = 0 if self.first_of_day else minute - (self.until or 0)
        return start, minute + (self.since or 0)


def gaps_of(day: Day, medicines: Mapping[str, Medicine]) -> tuple[Gap, ...]:
    """The gap of each dose whose medicine has hours, in the order of the day."""
    return tuple(
        _gap(dose, medicines[dose.medicine]) for dose in day.doses if _timed(dose, medicines)
    )


def _timed(dose: Dose, medicines: Mapping[str, Medicine]) -> bool:
    medicine = medicines[dose.medicine]
    return medicine.before_h is not None or medicine.after_h is not None


def _gap(dose: Dose, medicine: Medicine) -> Gap:
    return Gap(
        dose=dose,
        since=_minutes(medicine.before_h),
        until=_minutes(medicine.after_h),
        first_of_day=medicine.after_h is None,
    )


def _minutes(hours: int | None) -> int | None:
    return None if hours is None else 60 * hours
