"""The sources (``references.toml``)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated

import msgspec

from magdesk.knowledge.records import Identifier, Mark, Record, Text
from magdesk.knowledge.tables import Reader


class Reference(Record, frozen=True, kw_only=True):
    """One source (``references.toml``); identifiers only where they are certain."""

    key: Identifier
    citation: Text
    title: str = ""
    year: Annotated[int, msgspec.Meta(ge=1900, le=2100)] | None = None
    doi: Annotated[str, msgspec.Meta(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, msgspec.Meta(pattern=r"^\d{5,8}$")] | None = None
    pmcid: Annotated[str, msgspec.Meta(pattern=r"^PMC\d+$")] | None = None
    mark: Mark
    note: str = ""


class Bibliography(msgspec.Struct, frozen=True):
    """Every source by its key, in alphabetical order of keys."""

    references: Mapping[str, Reference]

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: object) -> bool:
        return key in self.references

    def __len__(self) -> int:
        return len(self.references)


def read_bibliography(reader: Reader) -> Bibliography:
    """Read ``references.toml``."""
    table = reader.table("references.toml")
    rows = table.rows("reference", Reference, named_by="key")
    table.finish()
    return Bibliography(MappingProxyType({row.key: row for row in sorted(rows, key=_key)}))


def _key(reference: Reference) -> str:
    return reference.key
