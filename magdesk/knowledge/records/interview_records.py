"""What the wizard asks (``interview.toml``)."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.conditions import Condition
from magdesk.knowledge.records import ChoiceName, Identifier, Record, Text

QuestionKind = Literal["one", "several", "whole_number", "number"]
Label = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
"""A title that fits one line of a two-column page."""
Term = Annotated[str, msgspec.Meta(max_length=24)]
"""One to three professional words for the counter page."""


class Page(Record, frozen=True, kw_only=True):
    """One page of the wizard: the questions that stand on one screen."""

    id: Identifier
    title: Text
    step: str = ""
    """Two or three words for the list of steps; the title where there are none."""
    lead: str = ""
    """One sentence below the title."""


class ChoiceGroup(Record, frozen=True, kw_only=True):
    """A heading over some choices of a question."""

    id: Identifier
    title: Text
    folded: bool = False
    """Whether its choices are out of sight until it is opened; its line then names them all."""


class Choice(Record, frozen=True, kw_only=True):
    """One answer that can be chosen; ``said`` repeats it in a sentence: *You said …*."""

    id: ChoiceName
    group: Identifier | None = None
    label: Label
    detail: str = ""
    """The condition and what is meant, below the label."""
    said: Text
    first_person: str = ""
    """The same as a sentence to say on the phone: *I have cramps.*"""
    term: Term = ""
    fits: tuple[ChoiceName, ...] = ()
    """The complaints it belongs to; empty for one that belongs to all."""
    informational: bool = False
    """True where the choice is only told to the doctor and changes nothing else."""


class Former(Record, frozen=True, kw_only=True):
    """A choice of older answer sheets, and those that have taken its place."""

    id: ChoiceName
    now: tuple[ChoiceName, ...]


class Question(Record, frozen=True, kw_only=True):
    """One question (``interview.toml``), in the order it is asked."""

    id: Identifier
    page: Identifier
    kind: QuestionKind
    title: Text
    short: Text
    """Two to five words for the check-your-answers page."""
    term: Term
    help: str = ""
    why: Text
    """Why we ask."""
    groups: tuple[ChoiceGroup, ...] = ()
    """In the order they are shown; empty where the choices need no headings."""
    choices: tuple[Choice, ...] = ()
    choices_from: Literal["medicines"] | None = None
    former: tuple[Former, ...] = ()
    none_label: str = ""
    none_detail: str = ""
    takes_not_sure: bool = True
    not_sure_detail: str = ""
    minimum: Annotated[float, msgspec.Meta(ge=0)] | None = None
    maximum: Annotated[float, msgspec.Meta(ge=0)] | None = None
    unit: str = ""
    said: str = ""
    """For a number: completes *You said …*, with the place {number}."""
    unsure_said: str = ""
    """The same for *Not sure*."""
    asked_if: Condition | None = None
    """Always asked where there is no condition."""
    take_along: str = ""
    """The question to take to a pharmacist after *Not sure*."""
