"""Why this result: each reason with its source and its own *Change*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import reason_origin
from magdesk.report.reasons import Reason, reasons
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.text import escape


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
