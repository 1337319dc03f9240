"""The region that counts: the one that was chosen, else the one the computer is set to."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from magdesk.knowledge.limits import Limits
from magdesk.knowledge.records import Region
from magdesk.ui.settings.settings import Settings


def region_in_force(settings: Settings, limits: Limits) -> Region:
    """Return the chosen region; where none was chosen, that of the system's country."""
    return settings.values.region or guessed_region(limits)


def guessed_region(limits: Limits) -> Region:
    """Return the region of the system's country; the default one where no region names it."""
    country = QLocale.territoryToCode(QLocale().territory())
    regions = limits.regions.values()
    return next((each.id for each in regions if country in each.territories), limits.default_region)
