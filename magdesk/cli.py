"""The command line: each command is a module of ``magdesk.commands``, loaded when it is called."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module

from magdesk import __version__
from magdesk.terminal import complain, guarded, write

COMMANDS: Mapping[str, str] = {
    "advise": "what follows from a sheet of answers",
    "check": "faults in a knowledge folder",
    "label": "how much magnesium a label says",
    "medicines": "what names of medicines are",
    "page": "the page to take along to a doctor or pharmacist",
    "plan": "times for magnesium on a day with medicines",
}
"""Each command, and what it is for."""


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 0, 1 for faults or an unwritten file, 2 for trouble."""
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    name = next((word for word in arguments[:1] if word in COMMANDS), None)
    if name is None:
        return _without_command(arguments)
    command = import_module(f"magdesk.commands.{name}")
    parser = argparse.ArgumentParser(prog=f"magdesk {name}", description=COMMANDS[name])
    command.add_arguments(parser)
    try:
        read = getattr(command, "read_arguments", parser.parse_args)
        options = read(arguments[1:])
        if options is None:  # only help is asked for where a command reads its own arguments
            parser.print_help()
            return 0
        return int(command.run(options))
    except ValueError as error:
        if not isinstance(error, command.REFUSED):
            raise
        return complain(str(error))


def _without_command(arguments: Sequence[str]) -> int:
    top = argparse.ArgumentParser(
        prog="magdesk",
        description="Compare forms of magnesium. Without a command the window opens.",
    )
    top.add_argument("--version", action="store_true", help="say which version this is")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        commands.add_parser(name, help=purpose)
    top.parse_args(arguments)
    write(f"magdesk {__version__}\n".encode())
    return 0
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
    plan = commands.add_parser("plan", help="times for magnesium on a day with medicines")
    plan.add_argument("day", metavar="DAY.json", help="a JSON object; - reads standard input")
    from magdesk.commands.page import add_arguments

    page = commands.add_parser("page", help="the page to take along to a doctor or pharmacist")
    add_arguments(page)
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 0, 1 for faults found, or 2 for refused input."""
    if list(arguments[:1]) == ["label"]:
        return _label(arguments[1:])
    options = parser().parse_args(arguments)
    if options.command == "advise":
        return _advise(options.answers, options.region, options.format)
    if options.command == "plan":
        return _plan(options.day)
    if options.command == "page":
        return _page(options)
    return _check(options.folder)


def _advise(source: str, region: str | None, output: str) -> int:
    from magdesk.advice.advise import advise
    from magdesk.interview.answer_file import AnswerFileError, read_source
    from magdesk.interview.answers import AnswerError, parse_answers
    from magdesk.knowledge.loader import Library

    library = Library()
    decision = library.decision
    try:
        answers = parse_answers(read_source(source), decision)
    except (AnswerFileError, AnswerError) as error:
        return _refuse(str(error))
    advice = advise(decision, answers, region or decision.limits.default_region)  # type: ignore[arg-type]
    return write_out(_rendered(advice, library, output).encode("utf-8"))


def _rendered(advice: Advice, library: Library, output: str) -> str:
    if output == "json":
        from magdesk.report.json import advice_json

        return advice_json(advice)
    from magdesk.report.advice_document import advice_document

    document = advice_document(advice, library)
    if output == "html":
        from magdesk.report.html import as_html

        return as_html(document)
    from magdesk.report.text import as_text

    return as_text(document)


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
    return write_out(plan_json(plan_day(day, medicines)).encode("utf-8"))


def _page(options: argparse.Namespace) -> int:
    from magdesk.commands.page import PageRefusedError, page_content
    from magdesk.commands.whole_file import write_whole

    try:
        content = page_content(options)
    except PageRefusedError as error:
        return _refuse(str(error))
    if options.target is None:
        return write_out(content)
    try:
        write_whole(Path(options.target), content)
    except OSError as error:
        return _refuse(f"{options.target}: {error.strerror or error}", NOT_WRITTEN)
    return 0


def _label(arguments: Sequence[str]) -> int:
    from magdesk.commands.label import LabelRefusedError, label_answer

    try:
        answer = label_answer(arguments)
    except LabelRefusedError as error:
        return _refuse(str(error))
    if answer is None:
        parser().parse_args(["label", "--help"])
        return 0
    return write_out(answer)


def _check(folder: Path | None) -> int:
    from magdesk.knowledge.check import faults_of

    faults = faults_of(folder)
    status = write_out("".join(f"{fault}\n" for fault in faults).encode("utf-8"))
    write_error(f"{len(faults)} faults" if faults else "no faults")
    return 1 if faults else status


def _refuse(message: str, status: int = REFUSED) -> int:
    shown = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in message)
    write_error(f"magdesk: {shown}")
    return status
