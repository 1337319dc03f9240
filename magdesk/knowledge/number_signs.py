"""How numbers are written in each language and region (``numbers.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec

from magdesk.knowledge.records import Record
from magdesk.knowledge.tables import Reader

FILE = "numbers.toml"

GroupDigits = Annotated[int, msgspec.Meta(ge=2, le=4)]
Sign = Annotated[str, msgspec.Meta(min_length=1, max_length=1)]
Locale = Annotated[
    str, msgspec.Meta(pattern=r"^(C|[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|\d{3}))?)$")
]

_NAME = re.compile(r"([A-Za-z]+)(?:[_-]([A-Za-z]{4}))?(?:[_-]([A-Za-z]{2}|\d{3}))?(?:[.@].*)?")


class Signs(Record, frozen=True, kw_only=True):
    """The signs of a number."""

    decimal: Sign
    group: Sign
    """Between thousands."""
    zero: Sign
    """The first of ten digits in a row."""
    group_digits: GroupDigits = 3
    """Digits in the last group of a whole number."""


C_SIGNS = Signs(decimal=".", group=",", zero="0")
"""What programs write; it tells nothing of what a person means."""


class SignsRow(Record, frozen=True, kw_only=True):
    """Locales that write numbers alike."""

    decimal: Sign
    group: Sign
    zero: Sign
    group_digits: GroupDigits = 3
    locales: tuple[Locale, ...]


class NumberLocale(msgspec.Struct, frozen=True):
    """How one person's computer writes numbers."""

    name: str
    """``language_TERRITORY``, ``C`` where nothing is known."""
    signs: Signs

    @property
    def language(self) -> str:
        """The language's code; empty for ``C``."""
        return "" if self.name == "C" else self.name.split("_")[0]

    @property
    def territory(self) -> str:
        """The territory's code; empty where none is named."""
        last = self.name.split("_")[-1]
        return last if last.isupper() and self.name != "C" else ""


class NumberTable(msgspec.Struct, frozen=True):
    """The signs by locale; what is missing is written as its language is."""

    rows: Mapping[str, Signs]

    def locale(self, name: str) -> NumberLocale | None:
        """What is known of ``de_DE``, ``de-DE.UTF-8`` or ``sr_Latn_RS``; None for no language."""
        if name.split(".", maxsplit=1)[0] in ("", "C", "POSIX"):
            return NumberLocale("C", C_SIGNS)
        match = _NAME.fullmatch(name)
        if match is None or match[1].lower() not in self.rows:
            return None
        language, script, territory = match[1].lower(), match[2], match[3]
        script = script and script.title()
        territory = territory and territory.upper()
        shown = "_".join(filter(None, (language, script, territory)))
        found = (self.rows.get(key) for key in fallbacks(language, script, territory))
        return NumberLocale(shown, next(signs for signs in found if signs is not None))


def fallbacks(language: str, script: str | None, territory: str | None) -> Iterator[str]:
    """The names under which a locale's signs may stand, the closest first."""
    for parts in ((script, territory), (territory,), (script,), ()):
        if all(parts):
            yield "_".join((language, *filter(None, parts)))


def read_number_table(reader: Reader) -> NumberTable:
    """Read ``numbers.toml``; a locale that stands twice is a fault."""
    table = reader.table(FILE)
    rows: dict[str, Signs] = {}
    for row in table.rows("signs", SignsRow, named_by=""):
        signs = Signs(
            decimal=row.decimal, group=row.group, zero=row.zero, group_digits=row.group_digits
        )
        for locale in row.locales:
            if rows.setdefault(locale, signs) is not signs:
                table.fault(locale, "locales", "duplicate: stands twice")
        if row.decimal == row.group:
            table.fault(row.locales[0], "group", "is also the decimal sign")
    table.finish()
    return NumberTable(rows)
