"""The shape of everything under ``resources/knowledge``.

Each record is frozen and strict: an unknown key, a missing key or a wrong type is a fault that the
loader reports with file, entry and key. Amounts are milligrams of *elemental magnesium* unless a
name says otherwise; times are hours; ages are completed years.
"""

import datetime
from typing import Annotated, Literal

import msgspec

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
Direction = Literal["better", "mixed", "no_difference", "worse", "no_trial"]
DIRECTIONS: tuple[Direction, ...] = ("better", "mixed", "no_difference", "worse", "no_trial")
Mark = Literal["V", "V2", "K", "U", "C"]
Verdict = Literal["supported", "partly", "animals_only", "not_backed"]

Route = Literal["mouth", "skin", "bath"]
Absorption = Literal["good", "fair", "low", "unproven", "unclear"]
Stomach = Literal["no_effect", "gentle", "moderate", "loosens", "laxative", "unclear"]
Solubility = Literal["very_high", "high", "moderate", "low", "insoluble", "unclear"]
Rating = Literal["high", "moderate_high", "moderate", "low"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An immutable row of knowledge that refuses unknown keys."""


class Content(Record, frozen=True, kw_only=True):
    """Which edition of the knowledge this is (``content.toml``)."""

    version: Text
    reviewed: datetime.date
    review_months: Annotated[int, msgspec.Meta(ge=1)]
    purpose: Text
