"""Times of day as people type them; what is not plainly one time is none."""

from __future__ import annotations

import re
import unicodedata

_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?(?:\s*([ap])\.?\s?m\.?)?")
_WORDS = {"midnight": 0, "noon": 12 * 60}
_HALF_DAY = 12


def read_time(text: str) -> int | None:
    """Return the minutes since midnight of 7, 7:30, 7.30, 7h30, 0730 or 7.30 pm, or None."""
    typed = unicodedata.normalize("NFKC", text).strip().casefold()
    if typed in _WORDS:
        return _WORDS[typed]
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found[4] == "p" else 0)
    return 60 * hour + minute if hour < 24 and minute < 60 else None
