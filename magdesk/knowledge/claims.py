"""The article's claims and what became of them (``claims.toml``)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

import msgspec

from magdesk.knowledge.records import Keys, Record, Text, Verdict
from magdesk.knowledge.tables import Reader


class Claim(Record, frozen=True, kw_only=True):
    """A claim of the article, checked (``claims.toml``)."""

    number: Annotated[int, msgspec.Meta(ge=1)]
    claim: Text
    verdict: Verdict
    why: Text
    wording: Text
    """How it may fairly be said."""
    forms: Keys = ()
    sources: Keys = ()


class ClaimsAudit(msgspec.Struct, frozen=True):
    """The article's claims and what became of them, by number."""

    claims: Mapping[int, Claim]


def read_claims(reader: Reader) -> ClaimsAudit:
    """Read ``claims.toml``."""
    table = reader.table("claims.toml")
    claims = table.rows("claim", Claim, named_by="number")
    table.finish()
    return ClaimsAudit(MappingProxyType({claim.number: claim for claim in claims}))
