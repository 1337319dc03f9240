"""The parts a text is made of before it is shown: entries with pictures and numbered sources."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.knowledge.bibliography import Reference


@dataclass(frozen=True)
class Entry:
    """One paragraph: a bold lead, the text, and the numbers of its sources."""

    text: str
    lead: str = ""
    sources: tuple[int, ...] = ()
    picture: str = ""
    """``meter/<rating>`` or ``mark/<shape>``, drawn before it; the words say the same."""
    formula: str = ""
    """A chemical formula between lead and text."""
    quiet: bool = False


@dataclass(frozen=True)
class Passage:
    """A heading with its entries."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Fact:
    """A line of the box of facts."""

    label: str
    value: str


@dataclass(frozen=True)
class Monograph:
    """Everything known of one form, in reading order."""

    form_id: str
    title: str
    names: str
    facts: tuple[Fact, ...]
    uses: tuple[Passage, ...]
    opinion: tuple[Passage, ...]
    """What the guide says."""
    trials: tuple[Passage, ...]
    """What trials found; always shown together with the opinion."""
    checked: tuple[Passage, ...]
    """What became of the guide's claims when they were checked."""
    practice: tuple[Passage, ...]
    composition: tuple[Passage, ...]
    professional: tuple[Passage, ...]
    references: tuple[Reference, ...]
    """By number, from 1 on."""
