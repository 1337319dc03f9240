"""``magdesk page``: the page to take along as text, HTML or PDF."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Mapping

from magdesk.advice.advise import advise
from magdesk.interview.answer_file import AnswerFileError, read_source
from magdesk.interview.answers import AnswerError, parse_answers
from magdesk.knowledge.loader import Library
from magdesk.planner.day_file import DayError, parse_day
from magdesk.planner.plan import plan_day
from magdesk.report.blocks import Document
from magdesk.report.day_words import day_words
from magdesk.report.html import as_html
from magdesk.report.take_along import PARTS, Enclosed, take_along
from magdesk.report.text import as_text

FORMATS = ("html", "pdf", "text")


class PageRefusedError(ValueError):
    """Input from which no page can be made; the message names the file and the key."""


def add_arguments(page: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    page.add_argument(
        "answers", metavar="ANSWERS.json", help="a JSON object; - reads standard input"
    )
    page.add_argument("--format", choices=FORMATS, default="html")
    page.add_argument("-o", dest="target", metavar="FILE", help="default: standard output")
    page.add_argument("--region", choices=("us", "eu", "uk"), help="whose limits count")
    page.add_argument("--day", metavar="DAY.json", help="a day whose plan stands on the page")
    page.add_argument("--name", default="", metavar="TEXT", help="a name on the page")
    page.add_argument("--note", default="", metavar="TEXT", help="a note on the page")
    page.add_argument(
        "--without",
        action="append",
        default=[],
        choices=PARTS,
        metavar="PART",
        help=f"a part to leave out, may be repeated: {', '.join(PARTS)}",
    )


def page_content(options: argparse.Namespace) -> bytes:
    """The page as it is to be written; raise ``PageRefusedError`` for input that is refused."""
    if options.format == "pdf" and options.target is None:
        raise PageRefusedError("a PDF needs a file: -o FILE")
    library = Library()
    document = _document(options, library)
    if options.format == "pdf":
        from magdesk.app import page_as_pdf  # the one command that needs Qt

        return page_as_pdf(document, library.report_words.rows["page.of"].text)
    told = as_html(document) if options.format == "html" else as_text(document)
    return told.encode("utf-8")


def _document(options: argparse.Namespace, library: Library) -> Document:
    decision = library.decision
    try:
        answers = parse_answers(read_source(options.answers), decision)
        lines = _day_lines(read_source(options.day), library) if options.day else ()
    except (AnswerFileError, AnswerError, DayError) as error:
        raise PageRefusedError(str(error)) from error
    enclosed = Enclosed(
        day=datetime.datetime.now().astimezone().date(),
        name=options.name,
        note=options.note,
        day_plan=lines,
    )
    advice = advise(decision, answers, options.region or decision.limits.default_region)
    return take_along(advice, answers, library, enclosed, frozenset(options.without))


def _day_lines(sheet: Mapping[str, object], library: Library) -> tuple[str, ...]:
    medicines = library.decision.medicines
    day = parse_day(sheet, medicines)
    plan = plan_day(day, medicines)
    return day_words(day, plan, medicines, library.planner_sentences).words
