"""Reads a sheet of answers from JSON, where a slip must never pass for an answer."""

from __future__ import annotations

import json
from collections.abc import Sequence

from magdesk.interview.answers import quoted

MAX_BYTES = 1_000_000
"""A full sheet takes about 2,000 bytes; what is far larger is no sheet."""


class AnswerFileError(ValueError):
    """A text that is no sheet of answers; the message begins with its name."""


class _DuplicateKeyError(ValueError):
    """A key that stands twice; the text is the key."""


def read_sheet(raw: bytes, name: str) -> dict[str, object]:
    """One JSON object, each key once; raise ``AnswerFileError`` for anything else."""
    if len(raw) > MAX_BYTES:
        raise AnswerFileError(f"{name}: is larger than {MAX_BYTES:,} bytes")
    try:
        sheet = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        raise AnswerFileError(f"{name}: is not UTF-8 text (byte {error.start})") from error
    except _DuplicateKeyError as error:
        raise AnswerFileError(f"{name}: the key {error} stands twice") from error
    except (ValueError, RecursionError) as error:
        raise AnswerFileError(f"{name}: is not JSON ({_first_line(error)})") from error
    if not isinstance(sheet, dict):
        raise AnswerFileError(f"{name}: is no JSON object")
    return sheet


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in pairs:
        if key in result:
            raise _DuplicateKeyError(quoted(key))
        result[key] = value
    return result


def _first_line(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split("\n")[0]
