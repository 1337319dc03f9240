"""What an advice holds; plain values, ready for the screen, for paper and for JSON."""

from __future__ import annotations

import datetime

import msgspec

from magdesk.knowledge.records import Grade, Level, Region
from magdesk.knowledge.records.decision_records import Clears, Reason, SummaryPart
from magdesk.rules.facts import Answer


class _Value(msgspec.Struct, frozen=True):
    """An immutable value."""


class Said(_Value, frozen=True):
    """One of the person's own answers, in words."""

    question: str
    text: str


class FiredRule(_Value, frozen=True):
    """A line of the result: which rule made it, from which answers and sources."""

    id: str
    level: Level
    stop: bool
    because: str
    detail: str
    sources: tuple[str, ...]
    unknown: bool
    answers: tuple[Said, ...]
    clears: tuple[Clears, ...]
    """What clears or confirms it; empty where it fired as unknown: the answer clears that."""
    left_open: tuple[str, ...]
    """The questions whose *not sure* made it fire as unknown, in the order they are asked."""
    at_once: str
    """What to do before all else; mostly empty."""


class Option(_Value, frozen=True):
    """A form that may be tried, or ``none``; points are null for *no supplement*."""

    form: str
    points: int | None
    in_favour: tuple[Reason, ...]
    against: tuple[Reason, ...]
    evidence: Grade | None


class Amount(_Value, frozen=True):
    """Room under the limit, mg elemental magnesium a day; nothing here is a dose."""

    start_mg: int
    max_mg: int
    limit_mg: float
    already_mg: float
    region: Region
    review_weeks: int
    portions: int


class Spacing(_Value, frozen=True):
    """Hours between a medicine and magnesium; null where only the note tells."""

    medicine: str
    label: str
    before_h: int | None
    after_h: int | None
    note: str
    short_course: bool


class StepAdvice(_Value, frozen=True):
    """Something that comes before any product."""

    id: str
    title: str
    text: str
    sources: tuple[str, ...]


class Sign(_Value, frozen=True):
    """Something that would change the matter, for this complaint."""

    id: str
    text: str
    sources: tuple[str, ...]


class SummaryText(_Value, frozen=True):
    """One sentence of the summary."""

    part: SummaryPart
    text: str
    sources: tuple[str, ...]


class Change(_Value, frozen=True):
    """One other answer that would raise the level or add a stop."""

    question: str
    answer: Answer
    said: str
    level: Level
    stop: bool


class Edition(_Value, frozen=True):
    """Which content the advice rests on."""

    version: str
    reviewed: datetime.date


class Advice(_Value, frozen=True):
    """What follows from a sheet of answers."""

    complete: bool
    missing: tuple[str, ...]
    level: Level
    stop: bool
    rules: tuple[FiredRule, ...]
    options: tuple[Option, ...]
    amount: Amount | None
    spacing: tuple[Spacing, ...]
    first_steps: tuple[StepAdvice, ...]
    watch: tuple[Sign, ...]
    ask: tuple[str, ...]
    summary: tuple[SummaryText, ...]
    """At most one sentence a part, in the order of the parts."""
    would_change: tuple[Change, ...]
    before_dose: bool
    """Whether a medicine that is taken may be the cause: then its next dose comes first."""
    region: Region
    elsewhere: bool
    """Whether the person lives outside every region, and ``region`` only lends its limits."""
    content: Edition
