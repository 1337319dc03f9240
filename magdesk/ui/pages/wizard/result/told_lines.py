"""Sections of the report as lines in the window; nothing is worded here a second time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import reason_origin
from magdesk.report.blocks import Block, Facts, Items, Line, Origin, Paragraph, Section
from magdesk.report.reasons import Reason, reasons
from magdesk.ui.pages.wizard.result.why_line import WhyLine, bold
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
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


def by_weight(advice: Advice, library: Library) -> tuple[list[Reason], list[Reason]]:
    """Return those reasons that made the level or stop, and the others."""
    weighty: list[Reason] = []
    others: list[Reason] = []
    for reason in reasons(advice, library.decision, library.report_words):
        counts = reason.level == advice.level or any(rule.stop for rule in reason.rules)
        (weighty if counts else others).append(reason)
    return weighty, others


def reason_lines(
    told: Iterable[Reason], library: Library, change: Callable[[str], object]
) -> Iterator[WhyLine]:
    """Return the line of each reason; ``change`` is called with the question to change."""
    for reason in told:
        line = _line(reason, library)
        line.change_asked.connect(change)
        yield line


def _line(reason: Reason, library: Library) -> WhyLine:
    """A reason; its *Change* leads to the last answer behind it, which made the rule fire."""
    questions = [answer.question for answer in reason.answers]
    order = list(library.decision.questions)
    question = max(questions, key=order.index, default="")
    return WhyLine(
        escape(in_local_figures(reason.text)),
        reason_origin(reason, library.decision, library.report_words),
        library.bibliography,
        change=question,
        change_name=library.decision.questions[question].short if question else "",
    )
