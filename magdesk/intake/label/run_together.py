"""What is run together on labels, parted: "1-0-1", "3x100 mg", "citrate500mg"."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

_HOURS_A_DAY = 24
_EACH = r"(?:/\s?|\b(?:per|pro|je|par)\s+)"
_A_TIME = r"(\d/\d|\d(?: \d/\d)?)"
_TIDIED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(
            r"(?<![\w.,/-])(?=[\d/ -]{0,20}0|(\d)(?:- ?\1)+(?![\d/-])|\d/\d-) ?"
            rf"{_A_TIME}- ?{_A_TIME}- ?{_A_TIME}(?:- ?{_A_TIME})?(?![\w.,/-])"
        ),  # "1-0-1", "1-1-1", "1/2-0-1/2"
        lambda times: f"; {_mixed(sum(map(_fraction, times.groups('0')[1:])))} od;",
    ),
    (re.compile(r"(?<![\d.,/])(\d) (?=\d/\d(?![\d/]))"), r"\1 and "),  # "1 1/2"
    (re.compile(r"\b\d+[ -]?in[ -]?1\b", re.IGNORECASE), " "),  # "3-in-1"
    (re.compile(rf"{_EACH}(?:l|liter|litre)\b", re.IGNORECASE), " per 1000 ml "),
    (
        re.compile(rf"{_EACH}(?=(?:ml|milliliter|millilitre)\b)", re.IGNORECASE),
        " per 1 ",
    ),
    (
        re.compile(r"\b(?:every|alle)\s+(\d+)\s*(?:hours|h|stunden|std)\b\.?", re.IGNORECASE),
        lambda hours: f" {max(1, _HOURS_A_DAY // max(1, int(hours[1])))} x od",
    ),
    (re.compile(r"\b([bt])\.\s?i\.\s?d\b\.?", re.IGNORECASE), r"\1id"),
    (re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])"), " "),  # "Magnesium-Citrat"
    (re.compile(r"(?<=\d)-(?=[^\W\d_])"), " "),  # "2-capsule serving"
    (re.compile(r"/\s?d\b"), " a day"),
    (re.compile(r"\bMg\s?2\+"), "Mg"),  # the ion
    (re.compile(r"(?<=[^\W\d_]{5})(?=\d)"), " "),  # "citrate500mg"
    (re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)|(?<=\d)(?=x\b)|(?<=\b[x×])(?=\d)", re.IGNORECASE), " x "),
)
"""What is run together on labels, and how it is read."""


def parted(text: str) -> str:
    """The text with everything parted that is read by itself."""
    for pattern, instead in _TIDIED:
        text = pattern.sub(instead, text)
    return text


def _fraction(text: str) -> Fraction:
    """The number that "2", "1/2" or "1 1/2" is; a part of nothing is nothing."""
    return sum((Fraction(one) for one in text.split() if not one.endswith("/0")), Fraction(0))


def _mixed(number: Fraction | int) -> str:
    whole, part = divmod(Fraction(number), 1)
    return " and ".join(str(one) for one in (whole, part) if one) or "0"
