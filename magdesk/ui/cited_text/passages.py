"""The parts a text is made of before it is shown: entries with pictures and numbered sources."""

from __future__ import annotations

import msgspec

from magdesk.knowledge.bibliography import Reference


class Entry(msgspec.Struct, frozen=True):
    """One paragraph: a bold lead, the text, and the numbers of its sources."""

    text: str
    lead: str = ""
    sources: tuple[int, ...] = ()
    picture: str = ""
    """``meter/<rating>`` or ``mark/<shape>``, drawn before it; the words say the same."""
    formula: str = ""
    """A chemical formula between lead and text."""
    quiet: bool = False


class Passage(msgspec.Struct, frozen=True):
    """A heading with its entries."""

    heading: str
    entries: tuple[Entry, ...]


class Fact(msgspec.Struct, frozen=True):
    """A line of the box of facts."""

    label: str
    value: str


class Monograph(msgspec.Struct, frozen=True):
    """Everything known of one form, in reading order."""

    form_id: str
    title: str
    names: str
    facts: tuple[Fact, ...]
    uses: tuple[Passage, ...]
    opinion: tuple[Passage, ...]
    """What the article says."""
    trials: tuple[Passage, ...]
    """What trials found; always shown together with the opinion."""
    checked: tuple[Passage, ...]
    """What became of the article's claims when they were checked."""
    practice: tuple[Passage, ...]
    composition: tuple[Passage, ...]
    professional: tuple[Passage, ...]
    references: tuple[Reference, ...]
    """By number, from 1 on."""
