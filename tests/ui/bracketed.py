"""A window in which every text stands in brackets: what does not was never handed to translators.

The window's own texts go through a translator of Qt, those of the knowledge and of *Learn* through
a copy of their files. All become 40 % longer, as German or Finnish would.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
import tomli
from msgspec import inspect
from PySide6.QtCore import QTranslator

from magdesk.knowledge import tables
from magdesk.knowledge.checks.whole_check import faults_of
from magdesk.knowledge.data_folder import DATA_FOLDER

FIRST, LAST = "\u27e6", "\u27e7"
"""Square brackets with a stroke, which no text of the program has."""

_SHORTEST = 1  # letters
_PLACE = re.compile(r"(\{[^}]*\}|%n)")
_READ_ONLY_FILES = frozenset({"numbers.toml", "names.toml", "medicine_names.toml"})
"""Names, signs and words that are read, not shown."""

_NAMES = {
    "Form": {"name", "full_name", "formula"},
    "Variant": {"name", "formula"},
    "Question": {"unit"},
    "Content": {"version"},
    "RegionLimits": {"name", "emergency_number"},
    "Elsewhere": {"emergency_number"},
    "Authority": {"name"},
    "Assurance": {"version"},
    "Reference": {"citation", "title"},
}
"""Fields of records that hold names, numbers or units."""

_SHOWN_LISTS = {"LevelText": {"do"}, "NoSupplement": {"against"}}
"""Lists of sentences; all other lists of texts are names and words to be read."""


def bracketed(text: str, most: int | None = None) -> str:
    """Return the text in brackets and 40 % longer, no longer than ``most``; places stay whole."""
    if not text or text.startswith(FIRST):
        return text
    more = " elongated" * (1 + len(_PLACE.sub("", text)) // 25)
    whole = f"{FIRST}{text}{more[: max(2, round(0.4 * len(text)))]}{LAST}"
    return whole if most is None or len(whole) <= most else f"{FIRST}{text[: most - 2]}{LAST}"


class BracketTranslator(QTranslator):
    """Answers every text of the window with itself in brackets; Qt's own texts stay."""

    def translate(self, context: str, source: str, *_others: object) -> str | None:
        """Return the text in brackets, none for texts of Qt's own classes."""
        own = not re.match(r"Q[A-Z]", context)
        return bracketed(source) if own else None


# --- the knowledge ------------------------------------------------------------------------------


class _Noted(tables.Table):
    """Notes which type each entry of a file is read as."""

    types: ClassVar[dict[tuple[str, str], Any]] = {}

    def rows(self, name: str, row_type: Any, named_by: str = "id") -> Any:
        self.types[self.file, name] = list[row_type]
        return super().rows(name, row_type, named_by)

    def row(self, name: str, row_type: Any) -> Any:
        self.types[self.file, name] = row_type
        return super().row(name, row_type)


def bracketed_knowledge(folder: Path) -> None:
    """Write a copy of the shipped knowledge with its texts in brackets."""
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        noted = lambda reader, file: _Noted(reader.folder, file, reader.faults)  # noqa: E731
        patch.setattr(tables.Reader, "table", noted)
        assert faults_of() == ()
    for path in sorted((DATA_FOLDER / "knowledge").glob("*.toml")):
        content = tomli.loads(path.read_text("utf-8"))
        if path.name not in _READ_ONLY_FILES:
            for (file, name), wanted in _Noted.types.items():
                if file == path.name and not name:
                    content = _texts(content, inspect.type_info(wanted))
                elif file == path.name and name in content:
                    content[name] = _texts(content[name], inspect.type_info(wanted))
        lines = (f"{json.dumps(key)} = {_toml(value)}\n" for key, value in content.items())
        (folder / path.name).write_text("".join(lines), "utf-8")


def _texts(raw: Any, wanted: inspect.Type, lists: bool = False) -> Any:
    match wanted:
        case inspect.StructType(fields=fields, cls=cls) if isinstance(raw, Mapping):
            names = _NAMES.get(cls.__name__, set())
            shown = _SHOWN_LISTS.get(cls.__name__, set())
            types = {field.encode_name: field.type for field in fields}
            return {
                key: value
                if key in names or key not in types
                else _texts(value, types[key], key in shown)
                for key, value in raw.items()
            }
        case inspect.UnionType(types=types):
            for one in types:
                raw = _texts(raw, one, lists)
            return raw
        case inspect.StrType(pattern=None, max_length=most) if isinstance(raw, str):
            return bracketed(raw, most)
        case inspect.DictType(value_type=one) if isinstance(raw, Mapping):
            return {key: _texts(value, one) for key, value in raw.items()}
        case inspect.VarTupleType(item_type=one) | inspect.ListType(item_type=one):
            if isinstance(raw, list) and (lists or not isinstance(one, inspect.StrType)):
                return [_texts(each, one) for each in raw]
    return raw


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


# --- Learn --------------------------------------------------------------------------------------

_MARK = re.compile(r"^(#+ |[-*] |\d+\. |> )?(.*)$")
_CITATIONS = re.compile(r"((?:\s*\[@\w+\])+)$")


def bracketed_learn(folder: Path) -> None:
    """Write a copy of the chapters with each line and cell in brackets; citations stay."""
    folder.mkdir()
    for path in sorted((DATA_FOLDER / "learn").glob("*.md")):
        lines = path.read_text("utf-8").split("\n")
        (folder / path.name).write_text("\n".join(map(_line, lines)), "utf-8")


def _line(line: str) -> str:
    if line.startswith("|"):
        cells = line.strip("|").split("|")
        return "|" + "|".join(f" {_words(cell.strip())} " for cell in cells) + "|"
    found = _MARK.match(line)
    assert found is not None
    return (found[1] or "") + _words(found[2])


def _words(text: str) -> str:
    if not re.search(r"[A-Za-z]", text):
        return text
    cited = _CITATIONS.search(text)
    end = cited[0] if cited else ""
    return bracketed(text.removesuffix(end)) + end
