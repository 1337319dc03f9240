"""The shape of everything under ``resources/knowledge``.

Each record is frozen and strict: an unknown key, a missing key or a wrong type is a fault that the
loader reports with file, entry and key. Amounts are milligrams of *elemental magnesium* unless a
name says otherwise; times are hours; ages are completed years.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.conditions import Condition

Text = Annotated[str, msgspec.Meta(min_length=1)]
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
ChoiceName = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Texts = tuple[Text, ...]
Keys = tuple[Identifier, ...]
Milligrams = Annotated[float, msgspec.Meta(gt=0, le=10_000)]
Percent = Annotated[float, msgspec.Meta(gt=0, le=100)]
Ratio = Annotated[float, msgspec.Meta(gt=0, le=10)]
Hours = Annotated[int, msgspec.Meta(ge=1, le=24)]

Region = Literal["us", "eu", "uk"]
Sex = Literal["female", "male"]
Level = Literal["self_care", "ask_first", "soon", "today", "emergency"]
LEVELS: tuple[Level, ...] = ("self_care", "ask_first", "soon", "today", "emergency")

Grade = Literal["G0", "G1", "G2", "G3", "G4"]
Mark = Literal["V", "V2", "K", "U", "C"]
Verdict = Literal["supported", "partly", "animals_only", "not_backed"]

Route = Literal["mouth", "skin", "bath"]
Absorption = Literal["good", "fair", "low", "unproven", "unclear"]
Stomach = Literal["no_effect", "gentle", "moderate", "loosens", "laxative", "unclear"]
Solubility = Literal["very_high", "high", "moderate", "low", "insoluble", "unclear"]
Rating = Literal["high", "moderate_high", "moderate", "low"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An immutable row of knowledge that refuses unknown keys."""


# --- content --------------------------------------------------------------------------------


class Content(Record, frozen=True, kw_only=True):
    """Which edition of the knowledge this is (``content.toml``)."""

    version: Text
    reviewed: datetime.date
    review_months: Annotated[int, msgspec.Meta(ge=1)]
    purpose: Text


class Reference(Record, frozen=True, kw_only=True):
    """One source (``references.toml``); identifiers only where they are certain."""

    key: Identifier
    citation: Text
    title: str = ""
    year: Annotated[int, msgspec.Meta(ge=1900, le=2100)] | None = None
    doi: Annotated[str, msgspec.Meta(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, msgspec.Meta(pattern=r"^\d{5,8}$")] | None = None
    pmcid: Annotated[str, msgspec.Meta(pattern=r"^PMC\d+$")] | None = None
    mark: Mark
    note: str = ""


# --- forms ----------------------------------------------------------------------------------


class Statement(Record, frozen=True, kw_only=True):
    """One thing said in two voices, with the sources it rests on."""

    plain: Text
    detail: str = ""
    sources: Keys = ()
    mark: Mark = "K"


class Variant(Record, frozen=True, kw_only=True):
    """The same form with another hydration or composition."""

    name: Text
    formula: Text


class GuideView(Record, frozen=True, kw_only=True):
    """What the guide says of a form: an opinion, never mixed with what trials found."""

    rating: Rating
    """How well the guide expects the form to work for twitches."""
    absorption: Literal["high", "good_on_skin", "low"]
    benefit: Text
    consideration: Text
    words: Text
    claims: tuple[int, ...] = ()
    """Numbers of the claims in ``claims.toml`` that check these opinions."""


class Form(Record, frozen=True, kw_only=True):
    """One form of magnesium (``forms.toml``)."""

    id: Identifier
    name: Text
    full_name: Text
    aliases: Texts
    """Names that stand on labels; the text filter searches them."""
    search: Texts = ()
    """Further words a person may type: uses, complaints, trade words."""
    route: Route
    formula: Text | None = None
    """Formula in its usual hydration; null where the label alone tells (no defined compound)."""
    hydration: Text
    variants: tuple[Variant, ...] = ()
    label_percent: tuple[Percent, Percent] | None = None
    """Elemental magnesium as labels give it, lowest and highest, where there is no formula."""
    assay_note: str = ""
    """How real products differ from the formula."""
    serving_mg: tuple[Milligrams, Milligrams] | None = None
    """Usual serving, lowest and highest, mg elemental magnesium; null where none is usual."""
    serving: Statement
    solubility: Solubility
    solubility_note: Statement
    absorption: Absorption
    absorption_note: Statement
    stomach: Stomach
    stomach_note: Statement
    main_use: Text
    """Two or three words for the table: what it is sold for."""
    used_for: Statement
    timing: Statement
    key_point: Text
    """At most about 45 characters for the table."""
    cautions: tuple[Statement, ...]
    candidate: bool
    """Whether the wizard may list it."""
    why: Text
    """Why it is a candidate, or why it is never suggested."""
    avoid: str = ""
    """A short reason for the tag *Avoid*; empty for most."""
    guide: GuideView | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """Something a form may be tested for (``evidence.toml``)."""

    id: Identifier
    name: Text
    short: Text
    never: Text
    """The sentence for a form that was never studied for it."""


class Trial(Record, frozen=True, kw_only=True):
    """One study of one or more forms (``evidence.toml``)."""

    id: Identifier
    reference: Identifier
    kind: Literal["trial", "review"] = "trial"
    """A review pools trials; it is shown, but never counted as a trial."""
    subjects: Literal["people", "animals", "laboratory"]
    result: Literal["benefit", "no_benefit", "unclear"]
    n: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How many took part; null where the source does not say."""
    plain: Text
    detail: Text
    mark: Mark


class Finding(Record, frozen=True, kw_only=True):
    """What trials found for one form and outcome; a pair without a finding was never studied."""

    form: Identifier
    outcome: Identifier
    grade: Grade
    label: Text
    """A few words for a table cell, for instance ``One trial, pregnancy``."""
    plain: Text
    detail: str = ""
    trials: Keys = ()
    sources: Keys = ()


class GradeMeaning(Record, frozen=True, kw_only=True):
    """What a grade stands for: the published rule."""

    grade: Grade
    name: Text
    meaning: Text


class Expectation(Record, frozen=True, kw_only=True):
    """Of 100 people, how many get better without and with magnesium (``expectations.toml``)."""

    id: Identifier
    outcome: Identifier
    question: Text
    better: Text
    """What counts as better, for instance ``At least a quarter fewer cramps``."""
    placebo_percent: Percent
    """Share that got better on placebo."""
    ratio: Ratio
    """Share on magnesium divided by the share on placebo, as a review pooled it."""
    ratio_interval: tuple[Ratio, Ratio]
    """Its 95 % confidence interval."""
    answer: Text
    placebo: Statement
    magnesium: Statement
    more: tuple[Statement, ...] = ()

    @property
    def on_placebo(self) -> int:
        """How many of 100 got better on placebo."""
        return round(self.placebo_percent)

    @property
    def on_magnesium(self) -> int:
        """How many of 100 the ratio makes of it."""
        return round(self.placebo_percent * self.ratio)

    @property
    def on_magnesium_between(self) -> tuple[int, int]:
        """The same for both ends of the interval: fewest and most of 100."""
        fewest, most = self.ratio_interval
        return round(self.placebo_percent * fewest), round(self.placebo_percent * most)


class Claim(Record, frozen=True, kw_only=True):
    """A claim of the guide, checked (``claims.toml``)."""

    number: Annotated[int, msgspec.Meta(ge=1)]
    claim: Text
    verdict: Verdict
    why: Text
    wording: Text
    """How it may fairly be said."""
    forms: Keys = ()
    sources: Keys = ()


# --- limits ---------------------------------------------------------------------------------


class IntakeRow(Record, frozen=True, kw_only=True):
    """A reference intake for one age band (whole years, both ends included)."""

    from_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    to_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    male_mg: Milligrams | None = None
    female_mg: Milligrams | None = None
    pregnant_mg: Milligrams | None = None
    breastfeeding_mg: Milligrams | None = None


class UpperRow(Record, frozen=True, kw_only=True):
    """A tolerable upper intake level for one age band: supplements and medicines, not food."""

    from_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    to_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    mg: Milligrams | None


class Authority(Record, frozen=True, kw_only=True):
    """What one official body says about needs and limits (``limits.toml``)."""

    id: Identifier
    name: Text
    kind: Text
    """The body's own name for its figure, for instance ``tolerable upper intake level``."""
    upper: tuple[UpperRow, ...] = ()
    intake: tuple[IntakeRow, ...] = ()
    note: str = ""
    sources: Keys
    mark: Mark


class AdultIntake(Record, frozen=True, kw_only=True):
    """The reference intake of adults from an age on, as the wizard uses it."""

    from_age: Annotated[int, msgspec.Meta(ge=19, le=120)]
    male_mg: Milligrams
    female_mg: Milligrams


class RegionLimits(Record, frozen=True, kw_only=True):
    """The limit and reference intake that the wizard uses for a region."""

    id: Region
    name: Text
    upper_mg: Milligrams
    upper_authority: Identifier
    intake_authority: Identifier
    intake: tuple[AdultIntake, ...]
    emergency_number: Text
    urgent_line: Text


# --- interview ------------------------------------------------------------------------------

QuestionKind = Literal["one", "several", "whole_number", "number"]


class Section(Record, frozen=True, kw_only=True):
    """A group of questions, as the wizard's side list shows it."""

    id: Identifier
    title: Text


class Choice(Record, frozen=True, kw_only=True):
    """One answer that can be chosen; ``said`` repeats it in a sentence: *You said …*."""

    id: ChoiceName
    label: Text
    detail: str = ""
    said: Text
    informational: bool = False
    """True where the choice is only told to the doctor and changes nothing else."""


class Question(Record, frozen=True, kw_only=True):
    """One page of the wizard (``interview.toml``), in the order it is asked."""

    id: Identifier
    section: Identifier
    kind: QuestionKind
    title: Text
    short: Text
    """Two to five words for the check-your-answers page."""
    help: str = ""
    why: Text
    """Why we ask."""
    choices: tuple[Choice, ...] = ()
    choices_from: Literal["medicines"] | None = None
    none_label: str = ""
    none_detail: str = ""
    takes_not_sure: bool = True
    not_sure_detail: str = ""
    minimum: Annotated[float, msgspec.Meta(ge=0)] | None = None
    maximum: Annotated[float, msgspec.Meta(ge=0)] | None = None
    unit: str = ""
    asked_if: Condition | None = None
    """Always asked where there is no condition."""
    take_along: str = ""
    """The question to take to a pharmacist after *Not sure*."""


# --- decision -------------------------------------------------------------------------------


class Raised(Record, frozen=True, kw_only=True):
    """A second condition under which a rule weighs more."""

    when: Condition
    level: Level
    stop: bool
    if_unsure: Level
    because: Text


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
    points: dict[str, int] = {}
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


class Medicine(Record, frozen=True, kw_only=True):
    """A medicine that matters beside magnesium (``medicines.toml``)."""

    id: Identifier
    group: Identifier
    label: Text
    names: Texts
    """Generic and brand names, found as they are typed."""
    said: Text
    action: Text
    level: Level
    stop: bool
    also: Keys = ()
    """Other medicines whose yes is also a yes to this rule."""
    raised: Raised | None = None
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
