"""A pasted list of medicines, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdesk.knowledge.names.medicine_spelling import spelled
from magdesk.medicines.find import find
from magdesk.medicines.found import Found
from magdesk.medicines.medicine_index import MedicineIndex

_LINES = re.compile(r"[\n\r;\t]+")
_BETWEEN = re.compile(r",(?!\d)|(?<!\d),|\s+(?:and|und)\s+|\s+/\s+", re.IGNORECASE)
_BULLET = re.compile(r"^[\s•·*–—-]+")


def find_list(index: MedicineIndex, pasted: str) -> tuple[Found, ...]:
    """What each part of a text is, in order; none for a text without a word.

    Parts are the lines, and what commas, *and* or a slash with spaces part; a comma inside a number
    parts nothing, nor does anything inside a name. A dose that stands alone belongs to what stands
    before it.
    """
    lines = (_BULLET.sub("", line).strip() for line in _LINES.split(pasted))
    return tuple(find(index, part) for line in lines for part in _parts(index, line))


def _parts(index: MedicineIndex, line: str) -> Iterator[str]:
    if not spelled(line):
        return
    start, named = 0, False
    if index.lookup(spelled(line)) is None:
        for between in _BETWEEN.finditer(line):
            part = line[start : between.start()]
            rest = line[between.end() :]
            end = _BETWEEN.search(rest)
            following = rest[: end.start()] if end else rest
            named = named or _names_something(index, part)
            if named and _names_something(index, following):
                yield part.strip()
                start, named = between.end(), False
    yield line[start:].strip()


def _names_something(index: MedicineIndex, part: str) -> bool:
    """Whether a part is more than a strength, a dose or a form: ``once daily`` names nothing."""
    words = index.noise.parted(spelled(part))
    return bool(index.noise.without_noise(words)) or find(index, part).kind != "unknown"
