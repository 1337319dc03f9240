"""Chemical formulas: composition, molar mass and the fraction that is elemental magnesium.

Understands what labels and pharmacopoeias print: nested groups ``Mg3(C6H5O7)2``, hydrates and
double salts joined by a middle dot, with a leading count (``4MgCO3·Mg(OH)2·5H2O``).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from types import MappingProxyType

ATOMIC_MASS = MappingProxyType(
    {
        "H": 1.008,
        "C": 12.011,
        "N": 14.007,
        "O": 15.999,
        "Mg": 24.305,
        "P": 30.973762,
        "S": 32.06,
        "Cl": 35.45,
    }
)
"""Standard atomic masses in g/mol (abridged IUPAC values) of the elements that occur."""

_TOKEN = re.compile(r"([A-Z][a-z]?)(\d*)|(\()|(\))(\d*)")
_PART = re.compile(r"(\d*)(.+)")


class FormulaError(ValueError):
    """A formula that cannot be read; the message says where."""


@cache
def composition(formula: str) -> MappingProxyType[str, int]:
    """Number of atoms of each element in one formula unit."""
    atoms: Counter[str] = Counter()
    for part in formula.split("·"):
        match = _PART.fullmatch(part)
        if match is None:
            raise FormulaError(f"{formula!r} has an empty part")
        times = int(match[1] or 1)
        for element, count in _count(match[2], formula).items():
            atoms[element] += times * count
    return MappingProxyType(dict(atoms))


def molar_mass(formula: str) -> float:
    """Molar mass in g/mol."""
    return sum(ATOMIC_MASS[element] * count for element, count in composition(formula).items())


def elemental_fraction(formula: str) -> float:
    """The part of the compound's mass that is magnesium, 0 to 1."""
    return composition(formula).get("Mg", 0) * ATOMIC_MASS["Mg"] / molar_mass(formula)


def _count(part: str, formula: str) -> Counter[str]:
    levels: list[Counter[str]] = [Counter()]
    position = 0
    while position < len(part):
        match = _TOKEN.match(part, position)
        if match is None:
            raise FormulaError(f"{formula!r} is unclear at {part[position:]!r}")
        element, count, opens, closes, times = match.groups()
        if element:
            _add(levels[-1], element, _positive(count, formula), formula)
        elif opens:
            levels.append(Counter())
        elif closes:
            _close(levels, _positive(times, formula), formula)
        position = match.end()
    if len(levels) > 1:
        raise FormulaError(f"{formula!r} has a bracket that is not closed")
    return levels[0]


def _positive(digits: str, formula: str) -> int:
    count = int(digits or 1)
    if count == 0:
        raise FormulaError(f"{formula!r} counts zero atoms")
    return count


def _add(atoms: Counter[str], element: str, count: int, formula: str) -> None:
    if element not in ATOMIC_MASS:
        raise FormulaError(f"{formula!r} has the unknown element {element!r}")
    atoms[element] += count


def _close(levels: list[Counter[str]], times: int, formula: str) -> None:
    if len(levels) == 1 or not levels[-1]:
        raise FormulaError(f"{formula!r} has a bracket that closes nothing")
    for element, count in levels.pop().items():
        levels[-1][element] += times * count
