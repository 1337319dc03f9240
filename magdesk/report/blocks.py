"""What a report consists of; text, HTML, paper and the window render the same blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from magdesk.advice.advice import FiredRule, Said


@dataclass(frozen=True, slots=True)
class Origin:
    """What stands behind a line: rules, the person's own answers, keys of sources."""

    rules: tuple[FiredRule, ...] = ()
    answers: tuple[Said, ...] = ()
    detail: str = ""
    sources: tuple[str, ...] = ()
    weight: str = ""
    """What this line alone would lead to, in words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two; ``lead`` stands in bold before the text."""

    text: str
    lead: str = ""
    origin: Origin | None = None
    link: str = ""
    """Where the text leads to, for whoever opens the page on a screen."""

    @property
    def words(self) -> str:
        """The line as it is read aloud."""
        return f"{self.lead} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of running text; a small one is for sources and method."""

    line: Line
    small: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """Small lines that run on in one paragraph, such as numbered sources."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; with ``boxes`` each line has a box to tick on paper."""

    lines: tuple[Line, ...]
    heading: str = ""
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what was told of them, a row each."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose headings repeat on each page."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    """Percent of the width that each column takes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The one sentence that must not be overlooked, in a frame."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on."""

    count: int


Block: TypeAlias = Paragraph | Running | Items | Facts | Grid | Verdict | Ruled


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading; ``id`` names the part, to be left out or shown by itself."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in reading order."""

    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    edge: tuple[str, ...] = ()
    """Short lines beside the title: the dates."""
    footer: str = ""

    def section(self, name: str) -> Section | None:
        """The section with this id, if the report has it."""
        return next((section for section in self.sections if section.id == name), None)

    def without(self, names: frozenset[str]) -> Document:
        """The report with these sections left out."""
        kept = tuple(section for section in self.sections if section.id not in names)
        return replace(self, sections=kept)


def lines_of(section: Section) -> tuple[Line, ...]:
    """Every line of running text and of lists, in order."""
    lines: list[Line] = []
    for block in section.blocks:
        match block:
            case Paragraph(line=line):
                lines.append(line)
            case Items(lines=several) | Running(lines=several):
                lines.extend(several)
            case Facts(rows=rows):
                lines.extend(line for _, line in rows)
            case _:
                pass
    return tuple(lines)
