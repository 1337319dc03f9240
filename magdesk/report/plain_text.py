"""A report as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from magdesk.report.blocks import (
    Block,
    Document,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Ruled,
    Running,
    Section,
    Verdict,
)

WIDTH = 78


def as_text(document: Document) -> str:
    """The report, wrapped to 78 characters a line."""
    lines = [document.title, "=" * min(len(document.title), WIDTH), ""]
    for text in (document.subtitle, *document.edge):
        lines += _wrapped(text)
    for section in document.sections:
        lines += _section(section)
    if document.footer:
        lines += ["", *_wrapped(document.footer)]
    return "\n".join(lines).strip() + "\n"


def _section(section: Section) -> Iterator[str]:
    yield ""
    if section.heading:
        yield section.heading
        yield "-" * min(len(section.heading), WIDTH)
    for number, block in enumerate(section.blocks):
        if number and not isinstance(block, Facts):
            yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line=line):
            yield from _wrapped(_words(line))
        case Running(lines=lines):
            yield from _list(lines, "")
        case Items(lines=lines, heading=heading, boxes=boxes):
            yield from [f"{heading}:"] if heading else []
            yield from _list(lines, "[ ] " if boxes else "- ")
        case Facts(rows=rows):
            yield from _list([Line(_words(line), f"{name}:") for name, line in rows], "")
        case Grid(headings=headings, rows=rows):
            yield from _grid(headings, rows)
        case Verdict(title=title, text=text):
            yield from _wrapped(title, "* ")
            yield from _wrapped(text, "  ")
        case Ruled(count=count):
            yield from ["_" * WIDTH] * count


def _list(lines: Iterable[Line], mark: str) -> Iterator[str]:
    for line in lines:
        yield from _wrapped(_words(line), mark)


def _words(line: Line) -> str:
    return f"{line.words} <{line.link}>" if line.link else line.words


def _wrapped(text: str, mark: str = "") -> list[str]:
    indent = " " * len(mark)
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=indent,
        break_long_words=False,  # an address stays whole
        break_on_hyphens=False,
    )


def _grid(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Each row as a list of named cells: a table wider than the page would break in the middle."""
    for row in rows:
        name, *rest = row
        yield from _wrapped(name, "- ")
        for heading, cell in zip(headings[1:], rest, strict=True):
            if cell:
                yield from _wrapped(f"{heading}: {cell}", "  ")
