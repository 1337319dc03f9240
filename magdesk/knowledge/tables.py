"""Strict reading of one TOML file into records, with every fault in it.

The quick way converts a whole list at once. Only where that fails is each entry and each key
looked at by itself, so that all faults are found and not just the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
import tomli

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.records import Record

if TYPE_CHECKING:
    from pathlib import Path

    from magdesk.knowledge.conditions import Condition

Row = TypeVar("Row", bound=Record)
T = TypeVar("T")


class Table:
    """One file of a knowledge folder; collects its faults in ``faults``."""

    def __init__(self, folder: Path, file: str, faults: list[Fault]) -> None:
        self.file = file
        self.faults = faults
        self._content = self._read(folder)
        self._asked: set[str] = set()

    def fault(self, entry: str, key: str, message: str) -> None:
        """Note something that is wrong here."""
        self.faults.append(Fault(self.file, entry, key, message))

    def rows(self, name: str, row_type: type[Row], named_by: str = "id") -> list[Row]:
        """All ``[[name]]`` entries; entries with faults are left out, duplicates are faults."""
        raw = self._take(name)
        if not isinstance(raw, list):
            self._complain_of_shape(raw, name, f"a list of [[{name}]] entries")
            return []
        try:
            rows = convert(raw, list[row_type])  # type: ignore[valid-type]
        except msgspec.ValidationError:
            rows = self._rows_one_by_one(raw, name, row_type, named_by)
        self._refuse_duplicates(rows, named_by)
        return rows

    def row(self, name: str, row_type: type[Row]) -> Row | None:
        """The single table ``[name]``, or all of the file where ``name`` is empty."""
        raw = self._take_all() if not name else self._take(name)
        if not isinstance(raw, Mapping):
            self._complain_of_shape(raw, name, f"a table [{name}]")
            return None
        return self._convert_entry(raw, row_type, name)

    def value(self, name: str, value_type: type[T]) -> T | None:
        """A single top-level value."""
        raw = self._take(name)
        try:
            return convert(raw, value_type)
        except msgspec.ValidationError as error:
            self._complain_of_shape(raw, name, str(error))
            return None

    def finish(self) -> None:
        """Refuse every top-level key that nobody asked for."""
        for key in (self._content or {}).keys() - self._asked:
            self.fault("", key, "unknown key")

    def _read(self, folder: Path) -> dict[str, Any] | None:
        try:
            return tomli.loads((folder / self.file).read_text("utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            self.fault("", "", "the file is missing")
        except OSError as error:
            self.fault("", "", f"cannot be read: {error.strerror}")
        except UnicodeDecodeError as error:
            self.fault("", "", f"is not UTF-8 text (byte {error.start})")
        except tomli.TOMLDecodeError as error:
            self.fault("", "", f"is not valid TOML: {error}")
        return None

    def _take(self, name: str) -> object:
        self._asked.add(name)
        return None if self._content is None else self._content.get(name)

    def _take_all(self) -> dict[str, Any] | None:
        self._asked.update(self._content or ())
        return self._content

    def _complain_of_shape(self, raw: object, name: str, expected: str) -> None:
        if self._content is None:
            return  # the file itself is already a fault
        problem = "missing key" if raw is None else "wrong type"
        self.fault("", name, f"{problem}: expected {expected}")

    def _rows_one_by_one(
        self, raw: Sequence[object], name: str, row_type: type[Row], named_by: str
    ) -> list[Row]:
        rows = (
            self._convert_entry(entry, row_type, entry_name(entry, f"{name} {number}", named_by))
            for number, entry in enumerate(raw, start=1)
        )
        return [row for row in rows if row is not None]

    def _convert_entry(self, raw: object, row_type: type[Row], entry: str) -> Row | None:
        try:
            return convert(raw, row_type)
        except msgspec.ValidationError:
            for key, message in faults_in(raw, row_type):
                self.fault(entry, key, message)
            return None

    def _refuse_duplicates(self, rows: Sequence[Record], named_by: str) -> None:
        counts = Counter(str(getattr(row, named_by)) for row in rows if named_by)
        for name, count in counts.items():
            if count > 1:
                self.fault(name, named_by, f"duplicate: stands {count} times")


class Reader:
    """Opens the tables of one folder and gathers their faults."""

    def __init__(self, folder: Path, faults: list[Fault]) -> None:
        self.folder = folder
        self.faults = faults

    def table(self, file: str) -> Table:
        """Open one file; what is wrong with it lands in ``faults``."""
        return Table(self.folder, file, self.faults)


def by_id(rows: Iterable[Row]) -> Mapping[str, Row]:
    """The rows by their id, in their order."""
    return MappingProxyType({str(row.id): row for row in rows})  # type: ignore[attr-defined]


def convert(raw: object, wanted: type[T]) -> T:
    """Convert strictly; raise ``msgspec.ValidationError`` with the path of the first fault."""
    return msgspec.convert(raw, wanted, dec_hook=_read_condition)


def entry_name(entry: object, fallback: str, named_by: str) -> str:
    """How to point at an entry: its id where it has one, else its number."""
    name = entry.get(named_by) if isinstance(entry, Mapping) and named_by else None
    return fallback if name is None else str(name)


def faults_in(raw: object, row_type: type[Record], path: str = "") -> Iterator[tuple[str, str]]:
    """Key and message of every fault of one entry."""
    if not isinstance(raw, Mapping):
        yield path.rstrip("."), "wrong type: expected a table"
        return
    types = get_type_hints(row_type, include_extras=True)
    fields = {field.encode_name: field for field in msgspec.structs.fields(row_type)}
    for key in raw.keys() - fields.keys():
        yield f"{path}{key}", "unknown key"
    for key, field in fields.items():
        if key in raw:
            yield from _faults_of_value(raw[key], types[field.name], f"{path}{key}")
        elif field.required:
            yield f"{path}{key}", "missing key"


def _faults_of_value(raw: object, wanted: Any, path: str) -> Iterator[tuple[str, str]]:
    nested = _nested_record(wanted)
    if nested is None or raw is None:
        yield from _faults_of_leaf(raw, wanted, path)
    elif get_origin(wanted) is not tuple:
        yield from faults_in(raw, nested, f"{path}.")
    elif isinstance(raw, list):
        for number, part in enumerate(raw, start=1):
            yield from faults_in(part, nested, f"{path}[{number}].")
    else:
        yield path, "wrong type: expected a list"


def _faults_of_leaf(raw: object, wanted: Any, path: str) -> Iterator[tuple[str, str]]:
    try:
        convert(raw, wanted)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$")
        yield path + place.rstrip("`"), message


def _nested_record(wanted: Any) -> type[Record] | None:
    """The record type inside ``Row``, ``Row | None`` or ``tuple[Row, ...]``."""
    for candidate in (wanted, *get_args(wanted)):
        if isinstance(candidate, type) and issubclass(candidate, Record):
            return candidate
    return None


def _read_condition(wanted: type, raw: object) -> Condition:
    from magdesk.knowledge.conditions import Condition, parse_condition  # not for the first window

    if wanted is not Condition:
        raise NotImplementedError(wanted)
    return parse_condition(raw)
