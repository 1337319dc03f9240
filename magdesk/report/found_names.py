"""What names of medicines are, as JSON (``magdesk medicines``)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from magdesk.medicines.found import Found


def found_json(found: Iterable[Found]) -> str:
    """A list with one object for each line, ending in a line break."""
    rows = [
        {
            "typed": each.typed,
            "kind": each.kind,
            "ids": each.ids,
            "did_you_mean": each.did_you_mean,
        }
        for each in found
    ]
    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"
