"""The one reader of numbers: what a person types or a label prints.

Digits of every script are read, thousands parted by spaces, apostrophes, points or commas, groups
of two as in India, exponents and units. A text that can be read as two numbers is told as both:
"1.500" is never quietly 1.5.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from magdesk.knowledge.names.letters import is_noncharacter
from magdesk.knowledge.number_signs import NumberLocale

MG_PER_MMOL = 24.305
"""The atomic mass of magnesium, g/mol."""

_UNITS = {
    "mg": r"mg|milligrams?|milligrammes?|milligramm|millig",
    "kg": r"kg|kilograms?|kilogramm",
    "g": r"g|gr|grams?|grammes?|gramm",
    "µg": r"µg|μg|ug|mcg|micrograms?|mikrogramm",
    "mmol": r"mmol|millimol(?:es?)?",
    "mEq": r"meq|mval|milliequivalents?",
}
_IN_MG = {
    "mg": 1.0,
    "kg": 1e6,
    "g": 1000.0,
    "µg": 0.001,
    "mmol": MG_PER_MMOL,
    "mEq": MG_PER_MMOL / 2,
}
UNIT = f"(?:{'|'.join(_UNITS.values())})(?![^\\W\\d_])"
"""A pattern for every unit of amount, to be matched without regard to case."""

_APOSTROPHES = "'’\u2018\u02bc\u2032`\u00b4"
_POINT, _COMMA = ".", ","
_FOREIGN = str.maketrans(
    {
        "\u066b": ".",  # the Arabic decimal sign
        "\u066c": "'",  # the Arabic thousands sign
        "،": ",",
        "⹁": "'",
        "−": "-",
        "\u2010": "-",
        "\u2011": "-",
        "﹣": "-",
        "\u2044": "/",
        **dict.fromkeys(_APOSTROPHES, "'"),
    }
)
_DIGITS = r"\d+(?:[ '.,]\d+)*"
NUMBER = re.compile(
    rf"(?<![\w.,'])[-+]?(?:{_DIGITS}|[.,]\d+)(?:e[-+]?\d{{1,2}}(?![\d\w]))?", re.IGNORECASE
)
"""A number in a text that ``plain`` gave, with its sign and whatever parts its digits."""

_FIELD = re.compile(
    rf"(?P<number>{NUMBER.pattern})[.,]?\s*(?P<unit>{UNIT})?\.?\s*(?P<rest>\D*)", re.IGNORECASE
)
_A_DAY = re.compile(
    r"(?:of\s+)?(?:elemental\s+)?(?:magnesium)?[\s,(]*"
    r"(?:(?:a|per|each|every|pro|am|je|/)\s*(?:day|d|tag)|daily|a\s+day|täglich|tgl|/d)?[.)\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number and its unit; the unit is empty where none was given."""

    value: float
    unit: str = ""

    @property
    def mg(self) -> float:
        """Milligrams of magnesium; a number without a unit is in mg."""
        return self.value * _IN_MG[self.unit or "mg"]


@dataclass(frozen=True)
class Ambiguous:
    """A number that can be read in more than one way, the larger reading first."""

    readings: tuple[Number, ...]


def read_number(
    text: str, locale: NumberLocale, *, foreign: bool = False
) -> Number | Ambiguous | None:
    """The number that the whole text is; None where it is none, or holds more than one.

    A unit and "a day" may stand behind it. ``foreign`` says that the words around it are of
    another language than the locale's, so that its signs prove nothing.
    """
    match = _FIELD.fullmatch(plain(text, locale).strip())
    if match is None or not _A_DAY.fullmatch(match["rest"]):
        return None
    unit = unit_of(match["unit"] or "")
    values = readings(match["number"], locale, foreign=foreign)
    numbers = tuple(Number(value, unit) for value in values)
    if not numbers:
        return None
    return numbers[0] if len(numbers) == 1 else Ambiguous(numbers)


def plain(text: str, locale: NumberLocale | None = None) -> str:
    """The text with every digit as 0 to 9, every space as a space, and without signs unseen.

    Raised figures are footnotes and go; letters stay as they are. Signs that only the locale knows
    become common ones.
    """
    usual = text if locale is None else _usual_signs(text, locale)
    return "".join(_plain_signs(usual)).translate(_FOREIGN)


def readings(raw: str, locale: NumberLocale, *, foreign: bool = False) -> tuple[float, ...]:
    """All numbers that the text of one number may mean, the largest first; none where it is none.

    ``raw`` is what ``NUMBER`` found.
    """
    sign = -1.0 if raw.startswith("-") else 1.0
    mantissa, _, exponent = raw.lstrip("+-").lower().partition("e")
    values = {
        sign * value * 10.0 ** int(exponent or 0)
        for value in _values(mantissa, locale, foreign=foreign)
    }
    return tuple(sorted(filter(math.isfinite, values), key=abs, reverse=True))


def unit_of(word: str) -> str:
    """The unit that a word names; empty for none."""
    for unit, words in _UNITS.items():
        if re.fullmatch(words, word, re.IGNORECASE):
            return unit
    return ""


def _usual_signs(text: str, locale: NumberLocale) -> str:
    """The text with signs that only this locale knows replaced by common ones."""
    for sign, usual in ((locale.signs.group, "'"), (locale.signs.decimal, _POINT)):
        if sign not in (_POINT, _COMMA) and not sign.isspace():
            text = text.replace(sign, usual)
    return text


def _plain_signs(text: str) -> Iterator[str]:
    for sign in text:
        category = unicodedata.category(sign)
        if category == "Cf" or unicodedata.decomposition(sign).startswith("<super>"):
            continue
        if is_noncharacter(sign) or (category == "Cc" and not sign.isspace()):
            continue  # it is not seen, so it parts no figure
        if category == "Nd":
            yield str(unicodedata.decimal(sign))
        elif category == "Zs":
            yield " "
        elif sign in _FOREIGN_SIGNS:
            yield sign
        elif unicodedata.decomposition(sign).startswith("<fraction>"):
            yield f" {unicodedata.normalize('NFKC', sign)}"  # "1½" is 1 and 1/2
        else:
            yield unicodedata.normalize("NFKC", sign)


_FOREIGN_SIGNS = frozenset(map(chr, _FOREIGN))


def _values(digits: str, locale: NumberLocale, *, foreign: bool) -> Iterator[float]:
    """The numbers that digits with their parting signs may be, without sign and exponent."""
    ungrouped = _without_groups(digits, locale.signs.group_digits)
    if ungrouped is None:
        return
    points, commas = ungrouped.count(_POINT), ungrouped.count(_COMMA)
    if points and commas:
        yield from _with_both(ungrouped)
    elif points + commas > 1:
        yield from _grouped(ungrouped, _POINT if points else _COMMA)
    elif points + commas == 1 and _may_be_thousands(ungrouped) and ungrouped == digits:
        yield from _thousands_or_decimals(ungrouped, locale, foreign=foreign)
    else:
        yield float(ungrouped.replace(_COMMA, _POINT))


def _without_groups(digits: str, size: int) -> str | None:
    """Spaces and apostrophes between thousands taken out; None where they part anything else."""
    whole = re.split(r"[.,]", digits)[0] if not re.search(r"[.,].*[ ']", digits) else digits
    if " " not in digits and "'" not in digits:
        return digits
    of_locale = rf"\d{{1,{size}}}(?:[ ']\d{{{size}}})+"
    if re.fullmatch(
        rf"\d{{1,3}}(?:[ ']\d{{3}})+|\d{{1,2}}(?:[ ']\d{{2}})+[ ']\d{{3}}|{of_locale}", whole
    ):
        return re.sub(r"[ ']", "", whole) + digits[len(whole) :]
    return None


def _with_both(digits: str) -> Iterator[float]:
    """Points and commas: the last one is the decimal sign, the others part thousands."""
    last = max(digits.rfind(_POINT), digits.rfind(_COMMA))
    decimal, group = digits[last], _COMMA if digits[last] == _POINT else _POINT
    whole = digits[:last]
    if decimal not in whole and _is_grouped(whole, group):
        yield float(f"{whole.replace(group, '')}.{digits[last + 1 :]}")


def _grouped(digits: str, group: str) -> Iterator[float]:
    if _is_grouped(digits, group):
        yield float(digits.replace(group, ""))


def _is_grouped(digits: str, group: str) -> bool:
    one = re.escape(group)
    western, indian = rf"\d{{1,3}}(?:{one}\d{{3}})+", rf"\d{{1,2}}(?:{one}\d{{2}})+{one}\d{{3}}"
    return bool(re.fullmatch(f"{western}|{indian}" if group == _COMMA else western, digits))


def _may_be_thousands(digits: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits))


def _thousands_or_decimals(digits: str, locale: NumberLocale, *, foreign: bool) -> Iterator[float]:
    """A point or comma before three digits: thousands where the locale rules the other way out.

    Where its sign is the locale's decimal sign, both are told: people write thousands so too.
    """
    sign = _POINT if _POINT in digits else _COMMA
    yield float(digits.replace(sign, ""))
    if foreign or not locale.language or locale.signs.decimal == sign:
        yield float(digits.replace(sign, _POINT))
