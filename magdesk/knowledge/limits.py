"""Needs and limits by authority and region (``limits.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated

import msgspec

from magdesk.knowledge.records import Identifier, Keys, Mark, Milligrams, Record, Region, Text
from magdesk.knowledge.tables import Reader, by_id


class IntakeRow(Record, frozen=True, kw_only=True):
    """A reference intake for one age band (whole years, both ends included)."""

    from_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    to_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    male_mg: Milligrams | None = None
    female_mg: Milligrams | None = None
    pregnant_mg: Milligrams | None = None
    breastfeeding_mg: Milligrams | None = None


class UpperRow(Record, frozen=True, kw_only=True):
    """A tolerable upper intake level for one age band: supplements and medicines, not food."""

    from_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    to_age: Annotated[float, msgspec.Meta(ge=0, le=120)]
    mg: Milligrams | None


class Authority(Record, frozen=True, kw_only=True):
    """What one official body says about needs and limits (``limits.toml``)."""

    id: Identifier
    name: Text
    kind: Text
    """The body's own name for its figure, for instance ``tolerable upper intake level``."""
    upper: tuple[UpperRow, ...] = ()
    intake: tuple[IntakeRow, ...] = ()
    note: str = ""
    sources: Keys
    mark: Mark


class AdultIntake(Record, frozen=True, kw_only=True):
    """The reference intake of adults from an age on, as the wizard uses it."""

    from_age: Annotated[int, msgspec.Meta(ge=19, le=120)]
    male_mg: Milligrams
    female_mg: Milligrams


class Lines(Record, frozen=True, kw_only=True):
    """Whom to call; each line is a whole instruction without its full stop: *Call NHS 111*."""

    emergency_number: Text
    urgent_line: Text
    poison_line: Text
    """Whom to call after too much of anything."""


class RegionLimits(Lines, frozen=True, kw_only=True):
    """The limit and reference intake that the wizard uses for a region."""

    id: Region
    name: Text
    territories: tuple[str, ...] = ()
    """Codes of the countries that a computer may be set to; all others are the default region."""
    upper_mg: Milligrams
    upper_authority: Identifier
    intake_authority: Identifier
    intake: tuple[AdultIntake, ...]


class Elsewhere(Lines, frozen=True, kw_only=True):
    """Whom to call outside every region, where the limits of the default region are used."""

    name: Text
    note: Text
    """That these are the limits of another region."""


@dataclass(frozen=True)
class Limits:
    """Needs and limits by authority, and what the wizard uses for each region."""

    authorities: Mapping[str, Authority]
    regions: Mapping[Region, RegionLimits]
    default_region: Region
    elsewhere: Elsewhere | None = None
    """Null only where the folder has a fault there."""

    def lines(self, region: Region, *, elsewhere: bool = False) -> Lines:
        """Whom to call in a region, or outside every region."""
        return self.elsewhere if elsewhere and self.elsewhere else self.regions[region]


def read_limits(reader: Reader) -> Limits:
    """Read ``limits.toml``."""
    table = reader.table("limits.toml")
    default: Region = table.value("default_region", Region) or "eu"  # type: ignore[arg-type]
    regions: dict[Region, RegionLimits] = {
        row.id: row for row in table.rows("region", RegionLimits)
    }
    limits = Limits(
        authorities=by_id(table.rows("authority", Authority)),
        regions=MappingProxyType(regions),
        default_region=default,
        elsewhere=table.row("elsewhere", Elsewhere),
    )
    table.finish()
    return limits
