"""Days as people write them, in the language of the program, whatever the machine speaks."""

from __future__ import annotations

import datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def long_date(day: datetime.date) -> str:
    """The day with its month in letters: *22 November 2026*."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
