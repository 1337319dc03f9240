"""A pasted list of medicines, part by part."""

from __future__ import annotations

import re

from magdesk.knowledge.medicine_spelling import spelled
from magdesk.medicines.find import find
from magdesk.medicines.found import Found
from magdesk.medicines.index import NameIndex

_LINES = re.compile(r"[\n\r;]+|\t+")
_PARTS = re.compile(r",(?!\d)|(?<!\d),|\s+(?:and|und)\s+|\s+/\s+", re.IGNORECASE)
_BULLET = re.compile(r"^[\s•·*–—-]+")


def find_list(index: NameIndex, pasted: str) -> tuple[Found, ...]:
    """What each part of a text is, in order; a text of one name gives one.

    Parts are the lines, and what commas, *and* or a slash with spaces part; a comma inside a number
    parts nothing, nor does anything inside a name. A part with a dose alone belongs to no other.
    """
    found = [find(index, part) for line in _LINES.split(pasted) for part in _parts(index, line)]
    return tuple(found)


def _parts(index: NameIndex, line: str) -> list[str]:
    line = _BULLET.sub("", line).strip()
    if not spelled(line):
        return []
    if index.lookup(spelled(line)) is not None:
        return [line]
    parts = [part.strip() for part in _PARTS.split(line)]
    named = [part for part in parts if _names_something(index, part)]
    return named or [line]


def _names_something(index: NameIndex, part: str) -> bool:
    """Whether a part is more than a strength, a dose or a form: ``once daily`` names nothing."""
    words = index.noise.parted(spelled(part))
    return bool(words) and (
        index.lookup(words) is not None
        or bool(index.noise.without_noise(words))
        or find(index, part).kind != "unknown"
    )
