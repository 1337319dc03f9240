"""The command line: ``advise``, ``check``, ``medicines``, ``plan``, ``--version``; needs no Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from magdesk import __version__

if TYPE_CHECKING:
    from magdesk.advice.advice import Advice
    from magdesk.knowledge.loader import Library

COMMANDS = ("advise", "check", "medicines", "plan")
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
    medicines = commands.add_parser("medicines", help="what names of medicines are")
    medicines.add_argument("names", metavar="NAME", nargs="+", help="as it stands on the box")
    plan = commands.add_parser("plan", help="times for magnesium on a day with medicines")
    plan.add_argument("day", metavar="DAY.json", help="a JSON object; - reads standard input")
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 0, 1 for faults found, or 2 for refused input."""
    options = parser().parse_args(arguments)
    if options.command == "advise":
        return _advise(options.answers, options.region, options.format)
    if options.command == "medicines":
        return _medicines(options.names)
    if options.command == "plan":
        return _plan(options.day)
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


def _plan(source: str) -> int:
    from magdesk.interview.answer_file import AnswerFileError, read_source
    from magdesk.knowledge.loader import Library
    from magdesk.planner.day_file import DayError, parse_day
    from magdesk.planner.plan import plan_day
    from magdesk.report.day_plan import plan_json

    medicines = Library().decision.medicines
    try:
        day = parse_day(read_source(source), medicines)
    except (AnswerFileError, DayError) as error:
        return _refuse(str(error))
    sys.stdout.buffer.write(plan_json(plan_day(day, medicines)).encode("utf-8"))
    return 0


def _medicines(names: Sequence[str]) -> int:
    import json

    from magdesk.knowledge.loader import Library
    from magdesk.medicines.find import find
    from magdesk.medicines.index import NameIndex
    from magdesk.medicines.lists import find_list

    library = Library()
    index = NameIndex(library.medicine_names, library.decision.medicines)
    keys = ("typed", "kind", "ids", "did_you_mean")
    found = [line for name in names for line in find_list(index, name) or (find(index, name),)]
    rows = [{key: getattr(line, key) for key in keys} for line in found]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
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
