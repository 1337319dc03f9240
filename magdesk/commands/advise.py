"""``magdesk advise``: the advice for a sheet of answers as JSON, text or HTML."""

from __future__ import annotations

import argparse

from magdesk.advice.advise import advise
from magdesk.interview.answer_file import AnswerFileError, read_source
from magdesk.interview.answers import AnswerError, parse_answers
from magdesk.interview.asked_again import held_answers
from magdesk.interview.sheet_file import parse_sheet_file
from magdesk.knowledge.loader import Library
from magdesk.terminal import write

REFUSED = (AnswerFileError, AnswerError)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.add_argument(
        "answers", metavar="ANSWERS.json", help="a JSON object; - reads standard input"
    )
    parser.add_argument("--region", choices=("us", "eu", "uk"), help="whose limits count")
    parser.add_argument("--format", choices=("json", "text", "html"), default="json")


def run(options: argparse.Namespace) -> int:
    """Write the advice; raises what is in ``REFUSED``."""
    library = Library()
    decision = library.decision
    saved = parse_sheet_file(read_source(options.answers))
    answers = parse_answers(held_answers(saved, decision).answers, decision)
    advice = advise(decision, answers, options.region or decision.limits.default_region)
    if options.format == "json":
        from magdesk.report.json import advice_json

        told = advice_json(advice)
    else:
        from magdesk.report.advice_document import advice_document
        from magdesk.report.html import as_html
        from magdesk.report.plain_text import as_text

        document = advice_document(advice, library)
        told = as_html(document) if options.format == "html" else as_text(document)
    write(told.encode("utf-8"))
    return 0
