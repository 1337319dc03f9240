"""A file that a person saved: answers, products, a day; or a bare sheet of answers.

``{"format": 1, "content": "…", "answers": {…}, "products": [{"text": "…", "per_day": 1}],
"day": {…}}``. What a newer program wrote is refused in words and never half read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from magdesk.interview.answers import AnswerError, quoted

FORMAT = 1
MOST_PRODUCTS = 100
MOST_SIGNS = 20_000
"""No label is longer."""

_KEYS = ("format", "content", "answers", "products", "day")
_PRODUCT_KEYS = ("text", "per_day")


@dataclass(frozen=True)
class SavedProduct:
    """A product by the words of its label, and how many servings of it a day."""

    text: str
    per_day: float


@dataclass(frozen=True)
class SheetFile:
    """What a file holds; answers and day are checked by those who use them."""

    answers: Mapping[str, object] = field(default_factory=dict)
    products: tuple[SavedProduct, ...] = ()
    day: Mapping[str, object] | None = None
    content: str = ""
    """The edition of the knowledge with which it was saved; empty where it is not said."""


def parse_sheet_file(sheet: Mapping[str, object]) -> SheetFile:
    """What the JSON object of a file holds; one without ``format`` is a bare sheet of answers.

    Raises ``AnswerError`` for the first key that is refused.
    """
    if "format" not in sheet:
        return SheetFile(answers=sheet)
    _check_format(sheet["format"])
    for key in sheet:
        if key not in _KEYS:
            raise AnswerError(key, "there is no such key")
    answers = sheet.get("answers")
    if not isinstance(answers, dict):
        raise AnswerError("answers", "takes an object of answers")
    content = sheet.get("content", "")
    if not isinstance(content, str):
        raise AnswerError("content", "takes the edition of the knowledge as text")
    day = sheet.get("day")
    if day is not None and not isinstance(day, dict):
        raise AnswerError("day", "takes an object")
    return SheetFile(answers, _products(sheet.get("products", [])), day or None, content)


def sheet_file_text(saved: SheetFile) -> str:
    """The file's text; ``parse_sheet_file`` gives the same again."""
    whole = {
        "format": FORMAT,
        "content": saved.content,
        "answers": dict(saved.answers),
        "products": [
            {"text": product.text, "per_day": product.per_day} for product in saved.products
        ],
        "day": {} if saved.day is None else dict(saved.day),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _check_format(value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise AnswerError("format", f"takes {FORMAT}")
    if value > FORMAT:
        raise AnswerError(
            "format", f"{value} was written by a newer magdesk; this one reads {FORMAT}"
        )


def _products(value: object) -> tuple[SavedProduct, ...]:
    if not isinstance(value, list):
        raise AnswerError("products", "takes a list of products")
    if len(value) > MOST_PRODUCTS:
        raise AnswerError("products", f"takes at most {MOST_PRODUCTS}")
    return tuple(_product(entry, number) for number, entry in enumerate(value, start=1))


def _product(entry: object, number: int) -> SavedProduct:
    if not isinstance(entry, dict):
        raise AnswerError("products", f"entry {number} is no object")
    for key in entry:
        if key not in _PRODUCT_KEYS:
            raise AnswerError("products", f"entry {number}: there is no key {quoted(key)}")
    text, per_day = entry.get("text"), entry.get("per_day")
    if not isinstance(text, str) or not text.strip() or len(text) > MOST_SIGNS:
        raise AnswerError("products", f'entry {number}: "text" takes the words of a label')
    if any("\ud800" <= sign <= "\udfff" for sign in text):  # which no file can hold
        raise AnswerError("products", f'entry {number}: "text" holds half a sign')
    if isinstance(per_day, bool) or not isinstance(per_day, int | float):
        raise AnswerError("products", f'entry {number}: "per_day" takes a number')
    if not math.isfinite(per_day) or not 0 <= per_day <= MOST_PRODUCTS:
        raise AnswerError("products", f'entry {number}: "per_day" is from 0 to {MOST_PRODUCTS}')
    return SavedProduct(text, per_day)
