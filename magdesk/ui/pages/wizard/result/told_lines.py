"""Sections of the report as lines in the window; nothing is worded here a second time."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Block, Facts, Items, Line, Origin, Paragraph, Section
from magdesk.ui.pages.wizard.result.why_line import WhyLine, bold
from magdesk.ui.widgets.bullet_line import BulletLine
from magdesk.ui.widgets.text import Paragraph as Prose
from magdesk.ui.widgets.text import escape


def told_lines(section: Section, library: Library) -> Iterator[QWidget]:
    """Return a widget for each line of a section, in order."""
    for block in section.blocks:
        yield from block_lines(block, library)


def block_lines(block: Block, library: Library) -> Iterator[QWidget]:
    """Return a widget for each line of a block; a list's heading is the first."""
    match block:
        case Paragraph(line=line, small=small):
            yield Prose(line_html(line), "small" if small else "body", "text2")
        case Items(lines=lines, heading=heading):
            if heading:
                yield Prose(escape(heading), "small", "text2", 650)
            for line in lines:
                yield told_line(line, library)
        case Facts(rows=rows):
            for lead, line in rows:
                yield Prose(bold(lead, line.text))
        case _:
            pass


def told_line(line: Line, library: Library) -> QWidget:
    """Return a line with *Why?* where something stands behind it, else a plain one."""
    if line.origin is None or line.origin == Origin():
        return BulletLine(line_html(line))
    return WhyLine(line_html(line), line.origin, library.bibliography, "check")


def line_html(line: Line) -> str:
    """Return the line as simple HTML, its lead in bold."""
    return bold(line.lead, line.text) if line.lead else escape(line.text)
