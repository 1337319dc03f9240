"""What trials found (``evidence.toml``)."""

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.records import Direction, Grade, Identifier, Keys, Mark, Record, Text


class Outcome(Record, frozen=True, kw_only=True):
    """Something a form may be tested for (``evidence.toml``)."""

    id: Identifier
    name: Text
    short: Text
    better: Text
    """What counts as better, and than what."""
    never: Text
    """The sentence for a form that was never studied for it."""


class Trial(Record, frozen=True, kw_only=True):
    """One study of one or more forms (``evidence.toml``)."""

    id: Identifier
    reference: Identifier
    kind: Literal["trial", "review"] = "trial"
    """A review pools trials; it is shown, but never counted as a trial."""
    subjects: Literal["people", "animals", "laboratory"]
    in_pregnancy: bool = False
    """Whether it says something of pregnant women only."""
    result: Literal["benefit", "no_benefit", "worse", "unclear"]
    n: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How many took part; null where the source does not say."""
    paid_by: str = ""
    """Who paid for it or has a share in its result; empty where the source does not say."""
    plain: Text
    detail: Text
    mark: Mark


class Finding(Record, frozen=True, kw_only=True):
    """What trials found for one form and outcome; a pair without a finding was never studied."""

    form: Identifier
    outcome: Identifier
    grade: Grade
    outside_pregnancy: Grade | None = None
    """The grade without the trials in pregnancy; null where no such trial is among them."""
    direction: Direction
    """Where the trials point: what colour says. The grade says how sure one can be."""
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


class DirectionMeaning(Record, frozen=True, kw_only=True):
    """What a direction is called wherever it is shown; ``no_trial`` names an empty cell too."""

    direction: Direction
    word: Text
    meaning: Text
