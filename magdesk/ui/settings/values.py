"""Every setting with its kind and its default."""

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.records import Region

FORMAT = 4
"""Counts up whenever a setting is added or means something else."""

LARGEST = FARTHEST = 100_000
"""Pixels that a window may have, and be away from the first screen's corner."""

Pixels = Annotated[int, msgspec.Meta(ge=0, le=LARGEST)]
Units = Annotated[float, msgspec.Meta(ge=0, le=10_000)]
Place = Annotated[int, msgspec.Meta(ge=-FARTHEST, le=FARTHEST)]
PageName = Annotated[str, msgspec.Meta(pattern="^[a-z_]{1,40}$")]

MOST_LETTERS = 120
"""Of a text that is printed on pages."""

ShortText = Annotated[str, msgspec.Meta(max_length=MOST_LETTERS)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the settings; it refuses names it does not know."""


class WindowPlace(_Part, frozen=True, kw_only=True):
    """Where the window was, in device-independent pixels."""

    x: Place
    y: Place
    width: Pixels
    height: Pixels
    maximized: bool = False


class ColumnState(_Part, frozen=True, kw_only=True):
    """One column of the comparison; null where the user chose nothing."""

    key: str
    width_u: Units | None = None
    visible: bool | None = None


class PaneState(_Part, frozen=True, kw_only=True):
    """The detail pane beside the comparison; its width in u, so that it fits any font size."""

    width_u: Units
    open: bool = True


class SortOrder(_Part, frozen=True, kw_only=True):
    """What the comparison is sorted by."""

    key: str
    descending: bool = False


class Values(_Part, frozen=True, kw_only=True):
    """The settings of one moment."""

    format: int = FORMAT
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    region: Region | None = None
    """Null: the region that the limits name as default."""
    detail_level: Literal["plain", "detail"] = "plain"
    zoom: Annotated[int, msgspec.Meta(ge=80, le=200)] = 100
    """Size of text in percent of the system's."""
    page: PageName = "compare"
    """Which page was in front; a name that no page has any more opens the first."""
    opens_counter: bool = False
    """Whether the program opens on the counter, whatever page was in front."""
    private_counter: bool = False
    """Whether the counter clears by itself when nobody has touched it for a while."""
    pharmacy: ShortText = ""
    """Who hands a page over, printed at its foot."""
    pharmacy_note: ShortText = ""
    """What the pharmacy says on each page, for instance its telephone number."""
    window: WindowPlace | None = None
    pane: PaneState | None = None
    columns: tuple[ColumnState, ...] = ()
    sort: SortOrder | None = None
    sort_then: tuple[SortOrder, ...] = ()
    """What puts rows in order that are equal by ``sort``."""
