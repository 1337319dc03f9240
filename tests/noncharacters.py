"""Signs that stand for none, and which a text may hold all the same."""

from __future__ import annotations

NONCHARACTERS = ("\ufdd0", "\ufdd1", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff")
"""Each kind of noncharacter of Unicode: Qt gives the first two a meaning of its own."""
