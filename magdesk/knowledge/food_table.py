"""The table of foods (``resources/foods/foods.csv``, made by ``build_spec/foods.py``)."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from magdesk.knowledge.faults import Fault

FOODS_FILE = "foods.csv"
HEADINGS = ["id", "name", "mg_per_100_g", "measure", "grams"]
MOST_PER_100_G = 60_310
"""Magnesium oxide, the richest salt, holds that many mg."""
NUMBER_LENGTH = 5


class Food(msgspec.Struct, frozen=True):
    """A food of the USDA table; its id is the NDB number."""

    id: str
    name: str
    mg_per_100_g: float
    measure: str
    """A household measure, empty where the table has none."""
    grams: float | None
    """What one such measure weighs."""


def read_food_table(path: Path, faults: list[Fault]) -> Mapping[str, Food]:
    """The foods by their number; what is wrong with the file lands in ``faults``."""
    foods: dict[str, Food] = {}
    rows = _rows(path, faults)
    known = len(faults)
    if next(rows, None) != HEADINGS:
        if len(faults) == known:  # a file that cannot be read has no first line
            faults.append(Fault(FOODS_FILE, "line 1", "", f"expected {','.join(HEADINGS)}"))
        return foods
    for number, cells in enumerate(rows, start=2):
        food = _food(cells, f"line {number}", faults)
        if food is not None and foods.setdefault(food.id, food) is not food:
            faults.append(Fault(FOODS_FILE, food.id, "id", "duplicate"))
    return MappingProxyType(foods)


def _rows(path: Path, faults: list[Fault]) -> Iterator[list[str]]:
    message = ""
    try:
        yield from csv.reader(path.read_text("utf-8").splitlines(), strict=True)
    except FileNotFoundError:
        message = "the file is missing"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start})"
    except csv.Error as error:
        message = f"is not valid CSV: {error}"
    if message:
        faults.append(Fault(FOODS_FILE, "", "", message))


def _food(cells: Sequence[str], line: str, faults: list[Fault]) -> Food | None:
    if len(cells) != len(HEADINGS):
        faults.append(Fault(FOODS_FILE, line, "", f"expected {len(HEADINGS)} cells"))
        return None
    number, name, amount, measure, weight = cells
    mg, grams = _number(amount), _number(weight) if weight else None
    wrong = []
    if not (len(number) == NUMBER_LENGTH and number.isascii() and number.isdigit()):
        wrong.append(("id", "expected five digits"))
    if not name.strip():
        wrong.append(("name", "is empty"))
    if mg is None or mg > MOST_PER_100_G:
        wrong.append(("mg_per_100_g", "expected an amount that is possible"))
    if (bool(weight) and not grams) or bool(measure) != bool(weight):
        wrong.append(("grams", "a measure needs a weight, and a weight a measure"))
    faults.extend(Fault(FOODS_FILE, line, key, message) for key, message in wrong)
    return None if wrong or mg is None else Food(number, name, mg, measure, grams)


def _number(text: str) -> float | None:
    """The number, or None for what is none, is not finite or lies below nothing."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
