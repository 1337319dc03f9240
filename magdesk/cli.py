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
