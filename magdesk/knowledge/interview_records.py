"""What the wizard asks (``interview.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.conditions import Condition
from magdesk.knowledge.records import ChoiceName, Identifier, Record, Text

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
