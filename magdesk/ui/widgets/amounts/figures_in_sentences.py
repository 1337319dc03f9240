"""Sentences of the knowledge and parts of reports, in the figures of the person's locale."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar, cast

from magdesk.ui.widgets.amounts.shown_number import decimal_sign

_KEPT = re.compile(r"“[^”]*”|https?://\S+|\b10\.\d{4,}/\S+|\b20\d\d\.\d\d\b")
"""What is quoted, addresses, and the edition of the knowledge."""
_DECIMAL = re.compile(r"(?<![\w.])(\d+)\.(\d+)(?![\w.]*\.\d|\d|\s?[ap]m\b)")
_NO_WORDS = frozenset({"id", "kind", "link", "origin", "shares"})
"""Parts of a report that are no texts, or are put into words by who shows them."""

T = TypeVar("T")


def in_local_figures(text: str) -> str:
    """Return a sentence of the knowledge with the decimal sign of the person's locale.

    What is quoted stays, and so do editions, times, addresses and numbers of versions.
    """
    return _local_text(text, _KEPT, decimal_sign())


def with_local_figures(part: T, typed: Iterable[str] = ()) -> T:
    """Return a part of a report, or all of it, with ``in_local_figures`` in each of its texts.

    What a person typed stays as it was typed.
    """
    sign = decimal_sign()
    if sign == ".":
        return part
    words = sorted(filter(None, map(re.escape, typed)), key=len, reverse=True)
    return cast("T", _local(part, re.compile("|".join((_KEPT.pattern, *words))), sign))


def _local_text(text: str, kept: re.Pattern[str], sign: str) -> str:
    if sign == ".":
        return text
    told, end = "", 0
    for found in kept.finditer(text):
        told += _DECIMAL.sub(rf"\1{sign}\2", text[end : found.start()]) + found[0]
        end = found.end()
    return told + _DECIMAL.sub(rf"\1{sign}\2", text[end:])


def _local(part: object, kept: re.Pattern[str], sign: str) -> object:
    import dataclasses  # not for a detail, whose sentences stand alone

    if isinstance(part, str):
        return _local_text(part, kept, sign)
    if isinstance(part, tuple):
        return tuple(_local(each, kept, sign) for each in part)
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return part
    texts = {
        each.name: _local(getattr(part, each.name), kept, sign)
        for each in dataclasses.fields(part)
        if each.name not in _NO_WORDS
    }
    return dataclasses.replace(part, **texts)
