"""``magdesk label``: a text, which may begin with any sign, and the locale of its numbers."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from magdesk.intake.label.label_items import MOST_SIGNS
from magdesk.intake.label.label_reader import LabelReader
from magdesk.intake.numbers import plain
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale, NumberTable
from magdesk.report.label_json import label_json
from magdesk.terminal import write


class LabelRefusedError(ValueError):
    """Arguments that cannot be used; the message is one line."""


@dataclass(frozen=True)
class LabelArguments:
    """A label to be read."""

    text: str
    locale: NumberLocale


REFUSED = (LabelRefusedError,)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.usage = "magdesk label [-h] [--locale LOCALE] [--] TEXT"
    parser.add_argument("text", metavar="TEXT", help="what the label says")
    parser.add_argument("--locale", help="how its numbers are written, such as de_DE")


def read_arguments(arguments: Sequence[str]) -> LabelArguments | None:
    """What was asked; None for help. Raises ``LabelRefusedError``."""
    return label_arguments(arguments, os.environ, Library().number_table)


def run(asked: LabelArguments) -> int:
    """Write the reading as JSON."""
    library = Library()
    reader = LabelReader(library.catalogue.forms, library.names, library.labels)
    write(label_json(reader.read(asked.text, asked.locale)).encode("utf-8"))
    return 0


def label_arguments(
    arguments: Sequence[str], environ: Mapping[str, str], table: NumberTable
) -> LabelArguments | None:
    """What was asked; None for help. Raises ``LabelRefusedError`` for anything else.

    Any one argument but ``--locale``, ``--help`` and ``-h`` is the text; ``--`` ends the options.
    """
    texts: list[str] = []
    locale: str | None = None
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            texts += left
            break
        if argument in ("-h", "--help"):
            return None
        if argument == "--locale" and not left:
            raise LabelRefusedError("--locale names a language and region, such as de_DE")
        if argument == "--locale":
            locale = left.pop(0)
        elif argument.startswith("--locale="):
            locale = argument.removeprefix("--locale=")
        else:
            texts.append(argument)
    return LabelArguments(_text(texts), _locale(locale, environ, table))


def environment_locale(environ: Mapping[str, str]) -> str:
    """The name of the locale in which this environment writes numbers; empty for none."""
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        if environ.get(name):
            return environ[name]
    return _windows_locale() if sys.platform == "win32" else ""


def _windows_locale() -> str:
    import ctypes

    name = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))  # type: ignore[attr-defined,unused-ignore]
    return name.value


def _text(texts: Sequence[str]) -> str:
    if not texts:
        raise LabelRefusedError("label needs the text of a label")
    if len(texts) > 1:
        raise LabelRefusedError("label takes one text; put it into quotation marks")
    if not plain(texts[0]).strip():
        raise LabelRefusedError("the text of the label is empty")
    if len(texts[0]) > MOST_SIGNS:
        raise LabelRefusedError(f"the text of the label is longer than {MOST_SIGNS} signs")
    return texts[0]


def _locale(name: str | None, environ: Mapping[str, str], table: NumberTable) -> NumberLocale:
    if name is not None:
        found = table.locale(name) if name else None
        if found is None:
            raise LabelRefusedError(f"there is no locale {name!r}")
        return found
    found = table.locale(environment_locale(environ)) or table.locale("C")
    assert found is not None
    return found
