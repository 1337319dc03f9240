"""The command line: ``magdesk advise``, ``check``, ``label``, ``--version``; needs no Qt."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from magdesk import __version__

if TYPE_CHECKING:
    from magdesk.advice.advice import Advice
    from magdesk.knowledge.loader import Library

COMMANDS = ("advise", "check", "label")
REFUSED = 2


def parser() -> argparse.ArgumentParser:
    """The arguments that magdesk takes."""
    top = argparse.ArgumentParser(
        prog="magdesk",
        description="Compare forms of magnesium. Without a command the window opens.",
    )
    top.add_argument("--version", action="version", version=f"magdesk {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    advise = commands.add_parser("advise", help="what follows from a sheet of answers")
    advise.add_argument(
        "answers", metavar="ANSWERS.json", help="a JSON object; - reads standard input"
    )
    advise.add_argument("--region", choices=("us", "eu", "uk"), help="whose limits count")
    advise.add_argument("--format", choices=("json", "text", "html"), default="json")
    check = commands.add_parser("check", help="faults in a knowledge folder")
    check.add_argument(
        "folder", nargs="?", type=Path, help="default: the folder shipped with magdesk"
    )
    label = commands.add_parser(
        "label",
        help="how much magnesium a label says",
        usage="magdesk label [-h] [--locale LOCALE] [--] TEXT",
    )
    label.add_argument("text", metavar="TEXT", help="what the label says")
    label.add_argument("--locale", help="how its numbers are written, such as de_DE")
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 0, 1 for faults found, or 2 for refused input."""
    if arguments[:1] == ["label"]:
        return _label(arguments[1:])
    options = parser().parse_args(arguments)
    if options.command == "advise":
        return _advise(options.answers, options.region, options.format)
    return _check(options.folder)


def _advise(source: str, region: str | None, output: str) -> int:
    from magdesk.advice.advise import advise
    from magdesk.interview.answer_file import AnswerFileError, read_sheet
    from magdesk.interview.answers import AnswerError, parse_answers
    from magdesk.knowledge.loader import Library

    library = Library()
    decision = library.decision
    name = "standard input" if source == "-" else source
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        answers = parse_answers(read_sheet(raw, name), decision)
    except OSError as error:
        return _refuse(f"{name}: {error.strerror}")
    except (AnswerFileError, AnswerError) as error:
        return _refuse(str(error))
    advice = advise(decision, answers, region or decision.limits.default_region)  # type: ignore[arg-type]
    sys.stdout.buffer.write(_rendered(advice, library, output).encode("utf-8"))
    return 0


def _rendered(advice: Advice, library: Library, output: str) -> str:
    if output == "json":
        from magdesk.report.json import advice_json

        return advice_json(advice)
    if output == "html":
        from magdesk.report.html import advice_html

        return advice_html(advice, library)
    from magdesk.report.document import advice_document
    from magdesk.report.text import as_text

    return as_text(advice_document(advice, library))


def _label(arguments: Sequence[str]) -> int:
    from magdesk.intake.label import LabelReader
    from magdesk.intake.label_arguments import LabelArgumentError, label_arguments
    from magdesk.knowledge.loader import Library
    from magdesk.report.label_json import label_json

    library = Library()
    try:
        asked = label_arguments(arguments, os.environ, library.number_table)
    except LabelArgumentError as error:
        return _refuse(str(error))
    if asked is None:
        parser().parse_args(["label", "--help"])
    else:
        reader = LabelReader(library.catalogue.forms, library.names, library.labels)
        text = label_json(reader.read(asked.text, asked.locale))
        sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


def _check(folder: Path | None) -> int:
    from magdesk.knowledge.check import faults_of

    faults = faults_of(folder)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "no faults", file=sys.stderr)
    return 1 if faults else 0


def _refuse(message: str) -> int:
    print(f"magdesk: {message}".encode("ascii", "backslashreplace").decode(), file=sys.stderr)
    return REFUSED
