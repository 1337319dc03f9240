"""What a search for names found, and where; needs nothing of the index that finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from magdesk.knowledge.names.name_records import OtherName

Span = tuple[int, int]
"""Where a part of a text begins and ends."""


class Near(msgspec.Struct, frozen=True):
    """What may have been meant: a text with one letter changed, and the forms that it finds."""

    text: str
    forms: tuple[str, ...]


class Hits(msgspec.Struct, frozen=True):
    """What a text names."""

    forms: tuple[str, ...] = ()
    """Ids, in the order of the forms."""
    others: tuple[OtherName, ...] = ()
    """Names in it that are no form of ours; ``forms`` holds theirs too."""
    near: tuple[Near, ...] = ()
    """Only where nothing was found: to be offered, not applied."""
    words: tuple[str, ...] = ()
    """The folded words that were looked for, without amounts."""


class Marks(msgspec.Struct, frozen=True):
    """Where a form holds what was typed."""

    in_name: tuple[Span, ...] = ()
    """Parts of the form's name."""
    found_in: str = ""
    """Another name or a use that holds what the name does not; empty where the name holds all."""
    in_found: tuple[Span, ...] = ()
