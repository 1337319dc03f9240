"""``magdesk page``: the page to take along as text, HTML or PDF."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Mapping
from pathlib import Path

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.interview.answer_file import AnswerFileError, read_source
from magdesk.interview.answers import AnswerError, parse_answers
from magdesk.interview.asked_again import held_answers
from magdesk.interview.sheet_file import parse_sheet_file
from magdesk.knowledge.loader import Library
from magdesk.planner.day_file import DayError, parse_day
from magdesk.planner.plan import plan_day
from magdesk.report.blocks import Document
from magdesk.report.day_words import day_words
from magdesk.report.html import as_html
from magdesk.report.plain_text import as_text
from magdesk.report.planned_day import stopped_by_answers
from magdesk.report.take_along import PARTS, Enclosed, take_along
from magdesk.terminal import complain, write
from magdesk.whole_file import write_whole

FORMATS = ("html", "pdf", "text")
REFUSED = (AnswerFileError, AnswerError, DayError)
NOT_WRITTEN = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.add_argument(
        "answers", metavar="ANSWERS.json", help="a JSON object; - reads standard input"
    )
    parser.add_argument("--format", choices=FORMATS, default="html")
    parser.add_argument("-o", dest="target", metavar="FILE", help="default: standard output")
    parser.add_argument("--region", choices=("us", "eu", "uk"), help="whose limits count")
    parser.add_argument("--day", metavar="DAY.json", help="a day whose plan stands on the page")
    parser.add_argument("--name", default="", metavar="TEXT", help="a name on the page")
    parser.add_argument("--note", default="", metavar="TEXT", help="a note on the page")
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=PARTS,
        metavar="PART",
        help=f"a part to leave out, may be repeated: {', '.join(PARTS)}",
    )


def run(options: argparse.Namespace) -> int:
    """Write the page; return 1 where its file cannot be written; raises what is in ``REFUSED``."""
    if options.format == "pdf" and options.target is None:
        return complain("a PDF needs a file: -o FILE")
    content = _content(options, Library())
    if options.target is None:
        write(content)
        return 0
    try:
        write_whole(Path(options.target), content)
    except OSError as error:
        return complain(f"{options.target}: {error.strerror or error}", NOT_WRITTEN)
    return 0


def _content(options: argparse.Namespace, library: Library) -> bytes:
    document = _document(options, library)
    if options.format == "pdf":
        from magdesk.app import page_as_pdf  # the one command that needs Qt

        return page_as_pdf(document, library.report_words.rows["page.of"].text)
    told = as_html(document) if options.format == "html" else as_text(document)
    return told.encode("utf-8")


def _document(options: argparse.Namespace, library: Library) -> Document:
    decision = library.decision
    saved = parse_sheet_file(read_source(options.answers))
    answers = parse_answers(held_answers(saved, decision).answers, decision)
    day = read_source(options.day) if options.day else saved.day
    advice = advise(decision, answers, options.region or decision.limits.default_region)
    lines = _day_lines(day, advice, library) if day else ()
    enclosed = Enclosed(
        day=datetime.datetime.now().astimezone().date(),
        name=options.name,
        note=options.note,
        day_plan=lines,
    )
    return take_along(advice, answers, library, enclosed, frozenset(options.without))


def _day_lines(sheet: Mapping[str, object], advice: Advice, library: Library) -> tuple[str, ...]:
    """The plan in words, or why there is none; never times for magnesium beside a stop."""
    medicines = library.decision.medicines
    day = parse_day(sheet, medicines)
    plan = plan_day(day, medicines)
    words = stopped_by_answers(advice, plan, library)
    return (words or day_words(day, plan, medicines, library.planner_sentences)).words
