"""Text that a person typed or pasted, as it can stand in any file."""

from __future__ import annotations

import unicodedata

from magdesk.knowledge.names.letters import is_noncharacter


def writable(text: str) -> str:
    """Return the text without controls, halves of signs and noncharacters, in one line.

    Qt takes two noncharacters (U+FDD0 and U+FDD1) for the edges of a table.
    """
    return "".join(sign for sign in " ".join(text.split()) if _is_sign(sign))


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and not is_noncharacter(sign)
