"""A day's plan as a calendar file (iCalendar, RFC 5545), for the calendar of a phone.

Times float: they have no zone, so that half past twelve stays half past twelve on a journey.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from magdesk.knowledge.sentences import Sentences
from magdesk.planner.day import Day, clock
from magdesk.planner.plan import Plan

LINE_OCTETS = 75
"""The longest line that RFC 5545 allows, without its end."""
EVENT_MINUTES = 15


def as_calendar(
    day: Day,
    plan: Plan,
    say: Sentences,
    *,
    first_day: datetime.date,
    made: datetime.datetime,
    named: Sequence[str] = (),
) -> str:
    """Return a daily event for each portion, from ``first_day`` on; ``made`` is now, with a zone.

    Only the names in ``named`` stand in the titles: anybody who sees the calendar can read them.
    """
    stamp = f"{made.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//magdesk//day plan//EN"]
    for number, (time, meal) in enumerate(zip(plan.times, plan.with_meal, strict=True), start=1):
        after_midnight = datetime.timedelta(days=1 if time < day.wake else 0)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{stamp}-{number}@magdesk",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{first_day + after_midnight:%Y%m%d}T{clock(time).replace(':', '')}00",
            f"DURATION:PT{EVENT_MINUTES}M",
            "RRULE:FREQ=DAILY",
            f"SUMMARY:{escaped(_title(say, meal, named))}",
            f"DESCRIPTION:{escaped(say('calendar.description'))}",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def escaped(text: str) -> str:
    """The text as a value that ends where the text ends; signs that cannot stand there go."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in lines if sign in "\n\t" or not _is_control(sign))
    for sign in ("\\", ";", ","):
        kept = kept.replace(sign, f"\\{sign}")
    return kept.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, cut between signs; each but the first has a space."""
    part, size = "", 0
    for sign in line:
        octets = len(sign.encode("utf-8"))
        if size + octets > LINE_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + sign, size + octets
    yield part


def _title(say: Sentences, meal: bool, named: Sequence[str]) -> str:
    name = "calendar.title_meal" if meal else "calendar.title"
    return say(f"{name}_named", medicines=", ".join(named)) if named else say(name)


def _is_control(sign: str) -> bool:
    return ord(sign) < ord(" ") or sign == "\x7f" or "\ud800" <= sign <= "\udfff"
