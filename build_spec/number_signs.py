#!/usr/bin/env python3
"""Writes ``resources/knowledge/numbers.toml`` from what Qt knows of every locale.

    python build_spec/number_signs.py

Run it when Qt's data has changed; a test compares the file with the Qt that is installed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLocale

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from magdesk.knowledge.number_signs import Signs, fallbacks  # noqa: E402 - found only now

FILE = ROOT / "resources" / "knowledge" / "numbers.toml"
HEAD = """\
# How numbers are written in each language and region: the sign before decimals, the sign between
# thousands, and the digit zero. Made by build_spec/number_signs.py from Qt's table (Unicode CLDR);
# do not edit by hand. A locale that is not named here is written as its language is.
"""


def signs_of(locale: QLocale) -> Signs:
    """How a locale of Qt writes numbers."""
    groups = locale.toString(1_234_567).split(locale.groupSeparator())
    return Signs(
        decimal=locale.decimalPoint(),
        group=locale.groupSeparator(),
        zero=locale.zeroDigit(),
        group_digits=len(groups[-1]) if len(groups) > 1 else 3,
    )


def codes(locale: QLocale) -> tuple[str, str, str]:
    """Language, script and territory of a locale of Qt."""
    return (
        QLocale.languageToCode(locale.language()),
        QLocale.scriptToCode(locale.script()),
        QLocale.territoryToCode(locale.territory()),
    )


def all_locales() -> Iterator[QLocale]:
    """Every locale that Qt knows but C."""
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        if locale.language() != QLocale.Language.C:
            yield locale


def table() -> dict[str, Signs]:
    """The signs by the shortest names that tell all locales apart."""
    rows: dict[str, Signs] = {}
    for locale in all_locales():
        rows[codes(locale)[0]] = signs_of(QLocale(locale.language()))
    for territory_only in (True, False):
        for locale in all_locales():
            whole, short = list(fallbacks(*codes(locale)))[:2]
            name = short if territory_only else whole
            signs = signs_of(QLocale(short)) if territory_only else signs_of(locale)
            found = (rows[key] for key in fallbacks(*_parts(name)) if key in rows)
            if next(found) != signs:
                rows[name] = signs
    return rows


def _parts(name: str) -> tuple[str, str | None, str | None]:
    language, *rest = name.split("_")
    script = rest[0] if len(rest) > 1 else None
    return language, script, rest[-1]


def as_toml(rows: dict[str, Signs]) -> str:
    """The table, locales that write alike together."""
    alike: defaultdict[Signs, list[str]] = defaultdict(list)
    for name, signs in rows.items():
        alike[signs].append(name)
    parts = [HEAD]
    for signs, names in sorted(alike.items(), key=lambda item: (-len(item[1]), repr(item[0]))):
        parts.append(
            f"\n[[signs]]\ndecimal = {_quoted(signs.decimal)}\ngroup = {_quoted(signs.group)}\n"
            f"zero = {_quoted(signs.zero)}\n{_size(signs)}locales = [\n{_lines(sorted(names))}]\n"
        )
    return "".join(parts)


def _size(signs: Signs) -> str:
    return "" if signs.group_digits == 3 else f"group_digits = {signs.group_digits}\n"


def _quoted(sign: str) -> str:
    if sign.isascii():
        return f'"{sign}"'
    return f'"\\U{ord(sign):08X}"' if ord(sign) > 0xFFFF else f'"\\u{ord(sign):04X}"'


def _lines(names: list[str]) -> str:
    lines, line = [], " "
    for name in names:
        if len(line) + len(name) > 110:
            lines.append(line)
            line = " "
        line += f' "{name}",'
    return "\n".join([*lines, line]) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_toml(table()), "utf-8")
