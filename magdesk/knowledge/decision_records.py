"""What the wizard's answers lead to (``rules.toml``, ``medicines.toml``, ``options.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.conditions import Condition
from magdesk.knowledge.records import (
    Grade,
    Hours,
    Identifier,
    Keys,
    Level,
    Milligrams,
    Record,
    Text,
    Texts,
)


class Raised(Record, frozen=True, kw_only=True):
    """A second condition under which a rule weighs more."""

    when: Condition
    level: Level
    stop: bool
    if_unsure: Level
    because: Text


class Clears(Record, frozen=True, kw_only=True):
    """What clears or confirms a rule: the test, value, person or question to ask for."""

    text: Text
    """Short, for a list: *Blood test: magnesium and potassium*."""
    kind: Literal["test", "value", "person", "question"]
    why: str = ""
    """One sentence for professionals."""
    sources: Keys = ("expert",)


class Rule(Record, frozen=True, kw_only=True):
    """If the condition holds, the advice is at least at this level (``rules.toml``)."""

    id: Identifier
    when: Condition
    level: Level
    stop: bool
    if_unsure: Level | None = None
    """The level at which an unknown condition fires; null: it fires only when true."""
    because: Text
    """What this line tells the person, in plain words."""
    detail: str = ""
    sources: Keys
    raised: Raised | None = None


class LevelText(Record, frozen=True, kw_only=True):
    """How a result of this level is told."""

    id: Level
    headline: Text
    short: Text
    lead: Text
    stop_lead: str = ""
    """The lead where a rule stops magnesium at this level."""
    do: Texts


class FirstStep(Record, frozen=True, kw_only=True):
    """Something that comes before any product; ``when`` is null for a step that is always shown."""

    id: Identifier
    when: Condition | None = None
    title: Text
    text: Text
    sources: Keys = ()


class Candidate(Record, frozen=True, kw_only=True):
    """A form the wizard may list (``options.toml``)."""

    form: Identifier
    gentle: Annotated[int, msgspec.Meta(ge=0, le=4)]
    oral: bool
    cramp_evidence: Grade
    """Grade for cramps outside pregnancy; every other complaint is G0."""
    caveat: Text
    """The honest sentence that always stands against it."""


class PointsRow(Record, frozen=True, kw_only=True):
    """Points for the forms that one answer speaks for or against."""

    when: Condition | None = None
    points: dict[str, int] = msgspec.field(default_factory=dict)
    out: Keys = ()
    in_favour: str = ""
    """The reason shown for a form that gains, beginning with the person's own answer."""
    against: str = ""
    unsure: str = ""
    """The reason against, where the person was not sure of the answer."""
    listed: Keys = ()
    """Forms that are listed after *no supplement* where no form has a point."""


class AmountRule(Record, frozen=True, kw_only=True):
    """How much room under the limit is used, mg elemental magnesium a day (``options.toml``)."""

    start_mg: Milligrams
    max_mg: Milligrams
    older_rule: Identifier
    """The rule that marks older people."""
    older_from_age: Annotated[int, msgspec.Meta(ge=18, le=120)]
    older_max_mg: Milligrams
    older_upper_mg: Milligrams
    """The limit that older people keep even where the region's is higher."""
    portion_mg: Milligrams
    """Above this, two portions."""
    review_weeks: Annotated[int, msgspec.Meta(ge=1)]


class NoSupplement(Record, frozen=True, kw_only=True):
    """What is said about taking nothing."""

    in_favour: Texts
    against: Texts
    food_enough: Text
    older_cramps: Text


class MedicineGroup(Record, frozen=True, kw_only=True):
    """A heading in the list of medicines."""

    id: Identifier
    title: Text


class TickCondition(Record, frozen=True, kw_only=True):
    """A question about how a medicine is taken; yes ticks its row, no counts as ``no_rule``."""

    question: Text
    yes: Text
    no: Text


class Medicine(Record, frozen=True, kw_only=True):
    """A medicine that matters beside magnesium (``medicines.toml``)."""

    id: Identifier
    group: Identifier
    label: Text
    term: Annotated[str, msgspec.Meta(max_length=24)] = ""
    """One to three professional words for the counter page."""
    names: Texts = ()
    """Generic and brand names, found as they are typed."""
    said: Text
    action: Text
    level: Level
    stop: bool
    also: Keys = ()
    """Other medicines whose yes is also a yes to this rule."""
    before_h: Hours | None = None
    """The medicine at least this long before magnesium."""
    after_h: Hours | None = None
    """The medicine at least this long after magnesium."""
    spaced: bool = False
    """Whether the day has to keep hours to it."""
    note: str = ""
    short_course: bool = False
    because: Text
    detail: str = ""
    sources: Keys
    clears: tuple[Clears, ...] = ()
    condition: TickCondition | None = None
    """What is asked before a name ticks this row; null: the name alone ticks it."""
