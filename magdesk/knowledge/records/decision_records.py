"""What the wizard's answers lead to (``rules.toml``, ``medicines.toml``, ``options.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.conditions import Condition
from magdesk.knowledge.records import (
    ChoiceName,
    Hours,
    Identifier,
    Keys,
    Level,
    Milligrams,
    Record,
    Text,
    Texts,
)
from magdesk.knowledge.records.interview_records import Term

SummaryPart = Literal["danger", "do", "form", "amount", "doctor"]
SUMMARY_PARTS: tuple[SummaryPart, ...] = ("danger", "do", "form", "amount", "doctor")
RuleId = Identifier
Taken = Literal["none", "some", "unknown"]
ClearsKind = Literal["test", "value", "person", "question"]


class Clears(Record, frozen=True, kw_only=True):
    """What clears or confirms a rule: the test, value, person or question to ask for."""

    text: str = ""
    """Short, for a list: *ECG*; beside ``measures`` what to mind, or nothing."""
    measures: tuple[Identifier, ...] = ()
    """What is measured in the blood: one line asks for all that the rules call for."""
    topic: str = ""
    """What it is about, where several rules put it differently: it is asked for once."""
    professional: str = ""
    """The same for a pharmacist, where the text sends to one or speaks to the person."""
    kind: ClearsKind
    why: str = ""
    """One sentence for professionals."""
    sources: Keys = ("expert",)


class Measured(Record, frozen=True, kw_only=True):
    """Something that a blood test tells (``rules.toml``), in the order it is asked for."""

    id: Identifier
    name: Text


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
    unsure: str = ""
    """The same where the rule fires as unknown; empty where ``because`` does for both."""
    detail: str = ""
    harm_of: Keys = ()
    """The medicines of which this is a sign of harm: their lines then ask before the next dose."""
    at_once: str = ""
    """What to do before all else, for instance: take sugar."""
    sources: Keys
    clears: tuple[Clears, ...] = ()
    """At least one for a rule that stops or is above self-care; none for what cannot change."""


class LevelText(Record, frozen=True, kw_only=True):
    """How a result of this level is told."""

    id: Level
    headline: Text
    short: Text
    lead: Text
    stop_lead: str = ""
    """The lead where a rule stops magnesium at this level."""
    before_dose: str = ""
    """What to do first where a medicine that is taken may be the cause; empty where all is due."""
    so_far: Text
    """What is told instead of headline and lead while the sheet is not finished."""
    do: Texts


class ForComplaint(Record, frozen=True, kw_only=True):
    """A sentence for some complaints; for every one where none is named."""

    complaint: tuple[ChoiceName, ...] = ()
    text: Text


class Reason(Record, frozen=True, kw_only=True):
    """What speaks for or against a form, told to the person (``options.toml``)."""

    text: Text
    professional: str = ""
    """The same fact to a pharmacist who asks for somebody else; ``text`` where it is empty."""

    @property
    def to_professional(self) -> str:
        """The reason as it stands on the counter."""
        return self.professional or self.text


class ReasonFor(Reason, frozen=True, kw_only=True):
    """A reason for some complaints; for every one where none is named."""

    complaint: tuple[ChoiceName, ...] = ()


class FirstStep(Record, frozen=True, kw_only=True):
    """Something that comes before any product (``options.toml``)."""

    id: Identifier
    when: Condition | None = None
    """By complaint or trigger."""
    otherwise: bool = False
    """True for the step that is shown where no other fits; it has no ``when``."""
    title: Text
    text: Text
    more: tuple[ForComplaint, ...] = ()
    """A further sentence: the first that is for the complaint, if any."""
    sources: Keys


class Watch(Record, frozen=True, kw_only=True):
    """A sign that changes the matter for some complaints (``options.toml``)."""

    id: Identifier
    complaint: tuple[ChoiceName, ...]
    """Choices of the question after the complaint, or ``not_sure``."""
    text: Text
    sources: Keys


class SummaryLine(Record, frozen=True, kw_only=True):
    """One sentence of the summary (``options.toml``); the first row that fits a part is told.

    An empty list, or null, fits everything. A complaint not answered counts as ``not_sure``.
    """

    part: SummaryPart
    complete: bool | None = None
    level: tuple[Level, ...] = ()
    stop: bool | None = None
    complaint: tuple[ChoiceName, ...] = ()
    rules: tuple[RuleId, ...] = ()
    """One of these has fired, and not as unknown."""
    option: tuple[Identifier, ...] = ()
    """One of these stands first among the options."""
    amount: bool | None = None
    """Whether an amount is named."""
    taken: Taken | None = None
    """Whether magnesium from products is taken already."""
    before_dose: bool | None = None
    """Whether a medicine that is taken may be the cause, so that its next dose comes first."""
    text: Text
    sources: Keys = ()


class CausesText(Record, frozen=True, kw_only=True):
    """How the medicines that may be the cause are called together (``options.toml``)."""

    unnamed: Text
    """For none that is taken."""
    both: Text
    """For two, in its places ``first`` and ``second``."""
    several: Text
    """For more than a sentence has room for."""


class EvidenceRow(Record, frozen=True, kw_only=True):
    """Whose findings break a tie and stand beside the forms, for one kind of complaint."""

    when: Condition
    outcome: Identifier


class Candidate(Record, frozen=True, kw_only=True):
    """A form the wizard may list (``options.toml``)."""

    form: Identifier
    gentle: Annotated[int, msgspec.Meta(ge=0, le=4)]
    oral: bool
    caveats: tuple[ReasonFor, ...]
    """The honest sentence that always stands against it: the first that is for the complaint."""


class PointsRow(Record, frozen=True, kw_only=True):
    """Points for the forms that one answer speaks for or against."""

    when: Condition | None = None
    points: dict[str, int] = msgspec.field(default_factory=dict)
    out: Keys = ()
    in_favour: Reason | None = None
    """The reason shown for a form that gains, beginning with the person's own answer."""
    against: Reason | None = None
    unsure: Reason | None = None
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

    in_favour: tuple[Reason, ...]
    by_complaint: tuple[ReasonFor, ...]
    """The first that is for the complaint stands beside ``in_favour``."""
    against: tuple[Reason, ...]
    food_enough: Reason
    older_cramps: Reason


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
    term: Term = ""
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
    because_harm: str = ""
    """Told instead beside a sign of harm by this medicine: *Ask before the next dose …*."""
    called: str = ""
    """Its everyday name in a sentence, *the statin*, where its next dose is asked about."""
    detail: str = ""
    sources: Keys
    clears: tuple[Clears, ...] = ()
    condition: TickCondition | None = None
    """What is asked before a name ticks this row; null: the name alone ticks it."""
