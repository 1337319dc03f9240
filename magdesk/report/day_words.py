"""A day's plan in words: what the drawn day shows, for the ear, for paper and for a pharmacist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from magdesk.knowledge.records.decision_records import Medicine
from magdesk.knowledge.sentences import Sentences
from magdesk.planner.day import MINUTES_A_DAY, Day, Dose, clock, passed
from magdesk.planner.gaps import Gap, gaps_of
from magdesk.planner.plan import Plan, plan_day


@dataclass(frozen=True, slots=True)
class DayLine:
    """What happens at one time."""

    minute: int
    lead: str
    """Magnesium, or the name of a medicine."""
    text: str
    medicine: str | None
    """The medicine's id; None for magnesium."""
    blocks: bool = False
    """Whether it is one of the fewest doses that leave no time."""

    @property
    def words(self) -> str:
        """The line as it is read aloud."""
        return f"{clock(self.minute)} {self.lead}. {self.text}"


@dataclass(frozen=True, slots=True)
class DayNote:
    """Something to know of the whole day; ``lead`` stands in bold before it."""

    text: str
    lead: str = ""

    @property
    def words(self) -> str:
        """The note as it is read aloud."""
        return f"{self.lead}: {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True)
class DayWords:
    """A whole plan in words, the verdict first."""

    kind: Literal["times", "blocked", "stopped"]
    title: str
    text: str
    lines: tuple[DayLine, ...]
    """From the middle of the night on."""
    notes: tuple[DayNote, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All of it, a line each."""
        lines = (line.words for line in self.lines)
        return (self.title, self.text, *lines, *(note.words for note in self.notes))


@dataclass(frozen=True)
class _Told:
    """What the words are made from."""

    day: Day
    plan: Plan
    medicines: Mapping[str, Medicine]
    say: Sentences
    names: Mapping[str, str]

    def name(self, medicine: str) -> str:
        return self.names.get(medicine, self.medicines[medicine].label)


def day_words(
    day: Day,
    plan: Plan,
    medicines: Mapping[str, Medicine],
    say: Sentences,
    names: Mapping[str, str] | None = None,
) -> DayWords:
    """Return the plan in words; ``names`` are a person's own names of medicines, by id."""
    told = _Told(day, plan, medicines, say, names or {})
    notes = tuple(_notes(told))
    if plan.ask:
        text = say("stopped.ask", count=len(plan.ask))
        return DayWords("stopped", say("stopped"), text, (), notes)
    lines = tuple(sorted(_lines(told), key=lambda line: passed(_night(day), line.minute)))
    if plan.possible:
        return DayWords("times", _times(told), _verdict(told), lines, notes)
    notes = (*_one_portion(told), *notes)
    if not plan.blocked_by:
        text = say("short_day.one" if day.portions == 1 else "short_day.two")
        return DayWords("blocked", say("short_day"), text, lines, notes)
    blocking = ", ".join(f"{line.lead} {clock(line.minute)}" for line in lines if line.blocks)
    by = say("blocked.by", count=len(plan.blocked_by), times=blocking)
    notes = (DayNote(say("blocked.ask")), *notes)
    return DayWords("blocked", say("blocked"), by, lines, notes)


def how_long(minutes: int, say: Sentences) -> str:
    """A length of time in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("minutes", count=rest)
    if not rest:
        return say("hours", count=hours)
    both = {"hours": say("hours", count=hours), "minutes": say("minutes", count=rest)}
    return say("hours_and_minutes", **both)


def _night(day: Day) -> int:
    """The middle between bed and waking, so that what is taken in bed stands with its own day."""
    return (day.bed + passed(day.bed, day.wake) // 2) % MINUTES_A_DAY


def _times(told: _Told) -> str:
    times = [clock(time) for time in told.plan.times]
    if len(times) == 1:
        return told.say("times.one", time=times[0])
    return told.say("times.two", first=times[0], second=times[1])


def _verdict(told: _Told) -> str:
    meals = told.plan.with_meal
    name = "with_meal" if all(meals) else "one_with_meal" if any(meals) else "no_meal"
    margins = [margin for margin in told.plan.margins if margin is not None]
    if not margins:
        spare = told.say("times.no_hours")
    elif min(margins):
        spare = told.say("times.spare", spare=how_long(min(margins), told.say))
    else:
        spare = told.say("times.no_spare")
    return f"{spare} {told.say(f'times.{name}', count=len(meals))}"


def _one_portion(told: _Told) -> Iterator[DayNote]:
    if told.day.portions > 1:
        single = plan_day(replace(told.day, portions=1), told.medicines)
        if single.possible:
            yield DayNote(told.say("one_portion", time=clock(single.times[0])))


def _lines(told: _Told) -> Iterator[DayLine]:
    gaps = {gap.dose: gap for gap in gaps_of(told.day, told.medicines)}
    for dose in told.day.doses:
        yield DayLine(
            minute=dose.minute,
            lead=told.name(dose.medicine),
            text=_dose(told, dose, gaps.get(dose)),
            medicine=dose.medicine,
            blocks=dose in told.plan.blocked_by,
        )
    plan = told.plan
    for time, meal, margin in zip(plan.times, plan.with_meal, plan.margins, strict=True):
        name = "magnesium.with_meal" if meal else "magnesium.no_meal"
        if margin is None:
            text = told.say(name)
        elif not margin:
            text = told.say(f"{name}_no_spare")
        else:
            text = told.say(f"{name}_spare", spare=how_long(margin, told.say))
        yield DayLine(time, told.say("magnesium"), text, None)


def _dose(told: _Told, dose: Dose, gap: Gap | None) -> str:
    if gap is None:
        medicine = told.medicines[dose.medicine]
        return medicine.note or told.say("dose.no_hours", action=medicine.action)
    start, end = gap.band
    if end - start >= MINUTES_A_DAY:
        return told.say("dose.whole_day")
    if gap.first_of_day:
        return told.say("dose.first_of_day", end=clock(end))
    return told.say("dose.band", start=clock(start), end=clock(end))


def _notes(told: _Told) -> Iterator[DayNote]:
    for taken in told.day.medicines:
        medicine = told.medicines[taken.id]
        if medicine.level != "self_care":
            yield DayNote(medicine.because, told.name(taken.id))
    if told.plan.ask:
        return
    for taken in told.day.medicines:
        medicine = told.medicines[taken.id]
        if medicine.short_course:
            yield DayNote(told.say("note.course", medicine=told.name(taken.id)))
    yield DayNote(told.say("note.never_moved"))
